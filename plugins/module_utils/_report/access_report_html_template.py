# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The page of a report of access, for Jinja2; in Python, as Ansible sends nothing else along.

``t`` is for each text of the portal: it keeps its direction to itself.
"""

from __future__ import annotations

MACROS = """\
{% macro t(text) %}<bdi>{{ text|s }}</bdi>{% endmacro %}
{% macro place(link) -%}
{% if link.anchor %}<a href="#{{ link.anchor }}">{{ t(link.name) }}</a>
{%- else %}{{ t(link.name) }}{% endif %}
{%- endmacro %}
{% macro names(texts) -%}
<ul class="names">{% for text in texts %}<li>{{ t(text) }}</li>{% endfor %}</ul>
{%- endmacro %}
{% macro head(columns, numbers=()) -%}
<thead><tr>
{%- for each in columns %}<th scope="col"{% if loop.index0 in numbers %} class="number"{% endif %}>
{{- each }}</th>{% endfor -%}
</tr></thead>
{%- endmacro %}
{% macro picture(drawing, id, title) -%}
{% if drawing %}
<figure>
<figcaption id="{{ id }}-title">{{ title }}</figcaption>
<svg viewBox="0 0 {{ drawing.width }} {{ drawing.height }}" role="img" aria-labelledby="{{ id }}-t"
 aria-describedby="{{ id }}-d"><title id="{{ id }}-t">{{ title }}</title>
<desc id="{{ id }}-d">{{ drawing.description }}</desc>{{ drawing.svg|safe }}</svg>
</figure>
{% endif %}
{%- endmacro %}
{% macro links_table(caption, links) -%}
<table><caption>{{ caption }}</caption>
{{ head(("Link", "Kind", "Level", "Ends", "Who can use it")) }}
<tbody>{% for link in links %}
<tr><th scope="row">{{ t(link.title) }}</th><td>{{ link.type|words }}</td>
<td>{{ link.level|words }}</td><td>{{ link.expires or "never" }}</td>
<td>{{ link.readers }}</td></tr>
{% endfor %}</tbody></table>
{%- endmacro %}
{% macro items_table(items) -%}
<table><caption>Links on folders and files inside</caption>
{{ head(("Folder or file", "Link", "Level", "Ends", "Who can use it")) }}
<tbody>{% for item in items %}
{% for link in item.links or (none,) %}
<tr><th scope="row">{{ t(item.title) }} ({{ item.type }})</th>
{% if link %}
<td>{{ t(link.title) }}</td><td>{{ link.level|words }}</td><td>{{ link.expires or "never" }}</td>
<td>{{ link.readers }}</td>
{% else %}
<td colspan="4">has links that are not shown to this key</td>
{% endif %}</tr>
{% endfor %}
{% endfor %}</tbody></table>
{%- endmacro %}
"""

PAGE = """\
{% from "macros" import head, items_table, links_table, names, picture, place, t %}
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Who can open what: {{ report.portal|s }}, {{ report.taken_at }}</title>
<style>
{% include "style" %}
</style>
</head>
<body>
<a class="skip" href="#content">Skip to the report</a>
<header>
<h1>Who can open what</h1>
<p>{{ t(report.portal) }}, as it was at <time>{{ report.taken_at }}</time>
{%- if report.read_by.display_name %}, read with a key of {{ t(report.read_by.display_name) }}
 ({{ report.read_by.type|words }}){% endif %}.<br>
SHA-256 of the report as JSON: <code>{{ sha256 }}</code></p>
{% if report.scope.rooms is not none or report.scope.people is not none %}
<p class="warning"><strong>Not the whole portal:</strong> the report was asked for
{{ "some rooms" if report.scope.rooms is not none else "all rooms" }} and
{{ "some people" if report.scope.people is not none else "all people" }}.</p>
{% endif %}
{% if report.scope.redacted %}
<p class="warning">People have pseudonyms instead of names.</p>
{% endif %}
</header>
<nav aria-label="Contents"><ul>
{% for id, title in contents %}<li><a href="#{{ id }}">{{ title }}</a></li>
{% endfor %}</ul></nav>
<main id="content" tabindex="-1">
{% include "overview" %}
{% include "lists" %}
</main>
<footer><p class="soft">Made by {{ report.report }}, version {{ report.version }}. This page loads
nothing and runs nothing. Whether it is complete is under
<a href="#completeness">what was read</a>.</p></footer>
</body>
</html>
"""

OVERVIEW = """\
<section id="overview"><h2>Overview</h2>
<table class="short"><caption>What there is</caption>
{{ head(("What", "How many"), (1,)) }}
<tbody>{% for what, number in counts %}
<tr><th scope="row">{{ what }}</th><td class="number">{{ number|n }}</td></tr>
{% endfor %}</tbody></table>
{% if top_rooms %}
{{ picture(room_bars, "room-bars", "Rooms with the most people") }}
<table><caption>Rooms with the most people ({{ top_rooms|length|n }} of
 {{ report.rooms|length|n }}; <a href="#rooms">all rooms</a>)</caption>
{{ head(("No.", "Room", "People", "Guests", "Owner", "Links that need no account"), (2, 3)) }}
<tbody>{% for room in top_rooms %}
<tr><td>{{ loop.index }}</td><th scope="row">{{ place(views.room_links[room.id]) }}
{%- if room.archived %}, in the archive{% endif %}</th>
<td class="number">{{ room.people|n }}</td><td class="number">{{ room.guests|n }}</td>
<td>{% if room.owner %}{{ t(views.person(room.owner)) }}{% else %}nobody{% endif %}</td>
<td>{{ "yes" if room.open_links else "no" }}</td></tr>
{% endfor %}</tbody></table>
{% endif %}
{% if top_people %}
{{ picture(person_bars, "person-bars", "Who is in the most rooms") }}
<table><caption>Who is in the most rooms ({{ top_people|length|n }} of
 {{ report.people|length|n }}; <a href="#people">all people</a>)</caption>
{{ head(("No.", "Person", "Type", "Rooms", "As owner or manager"), (3, 4)) }}
<tbody>{% for person in top_people %}
<tr><td>{{ loop.index }}</td><th scope="row">{{ place(views.person_links[person.id]) }}</th>
<td>{{ person.type|words }}</td><td class="number">{{ person.rooms|n }}</td>
<td class="number">{{ views.managing[person.id]|n }}</td></tr>
{% endfor %}</tbody></table>
{% endif %}
{% if report.administrators %}
<details><summary><h3>Administrators</h3> read every room
 ({{ report.administrators|length|n }})</summary>
{{ names(administrators) }}</details>
{% endif %}
</section>
<section id="open-links"><h2>Links that need no account</h2>
{% if hidden_links %}
<p>{{ "Rooms with such links, which are not shown to this key" if links_read
 else "Rooms with such links, which were not read" }}: {{ hidden_links|length|n }}.</p>
{{ names(hidden_links) }}
{% endif %}
{% if not links_read %}
{% if not hidden_links %}<p>No room has one.</p>{% endif %}
{% elif not open_links %}
<p>{{ "None is known of other rooms" if hidden_links else "None is known" }}
{{- " but on folders and files" if open_item_links else "" }}.</p>
{% else %}
{{ picture(link_bars, "link-bars", "Open links by when they end") }}
{% for caption, rows in link_counts %}
<table class="short"><caption>{{ caption }}</caption>
{{ head(("When" if loop.first else "Age", "Links", "With a password"), (1, 2)) }}
<tbody>{% for row in rows %}
<tr><th scope="row">{{ row.label }}</th><td class="number">{{ row.links|n }}</td>
<td class="number">{{ row.with_password|n }}</td></tr>
{% endfor %}</tbody></table>
{% endfor %}
{% if link_counts|length == 1 %}
<p class="soft">How old they are is not known: the portal does not tell when a link was made.</p>
{% endif %}
<table><caption>Open links, those without an end first ({{ open_links|length|n }} of
 {{ open_link_count|n }})</caption>
{{ head(("Link", "Room", "Level", "Ends", "Who can use it")) }}
<tbody>{% for room, link in open_links %}
<tr><th scope="row">{{ t(link.title) }}</th><td>{{ place(views.room_links[room.id]) }}</td>
<td>{{ link.level|words }}</td><td>{{ link.expires or "never" }}</td>
<td>{{ link.readers }}</td></tr>
{% endfor %}</tbody></table>
{% endif %}
{% if open_item_links %}
<table><caption>Open links on folders and files inside of rooms, those without an end first
 ({{ open_item_links|length|n }} of {{ open_item_link_count|n }})</caption>
{{ head(("Link", "Folder or file", "Room", "Level", "Ends", "Who can use it")) }}
<tbody>{% for room, item, link in open_item_links %}
<tr><th scope="row">{{ t(link.title) }}</th><td>{{ t(item.title) }} ({{ item.type }})</td>
<td>{{ place(views.room_links[room.id]) }}</td><td>{{ link.level|words }}</td>
<td>{{ link.expires or "never" }}</td><td>{{ link.readers }}</td></tr>
{% endfor %}</tbody></table>
{% endif %}
</section>
<section id="changes"><h2>What changed</h2>
{% if report.changes is none %}
<p>This report was not compared with another one.</p>
{% else %}
<p>Compared with the report of <time>{{ report.changes.since }}</time>, SHA-256
<code>{{ report.changes.sha256 }}</code>.</p>
{% for heading, rows in changes.items() %}
<details><summary><h3>{{ heading }}</h3> ({{ rows|length|n }})</summary>
<ul>{% for row in rows %}
<li>{% for name in row.names %}{{ t(name) }}{% if not loop.last %}, {% endif %}{% endfor %}
{%- if row.text %}: {{ t(row.text) }}{% endif %}</li>
{% endfor %}</ul></details>
{% else %}
<p>Nothing.</p>
{% endfor %}
{% endif %}
</section>
<section id="findings"><h2>Findings</h2>
{% for code, rows in findings.items() %}
<details><summary><h3>{{ code|heading }}</h3> ({{ rows|length|n }})</summary>
<ul>{% for row in rows %}<li>{{ t(row.text) }}</li>
{% endfor %}</ul></details>
{% else %}
<p>None.</p>
{% endfor %}
</section>
<section id="blind-spots"><h2>What this report could not see</h2>
{% if blind_spots %}
<table><caption>Blind spots</caption>
{{ head(("What could not be seen", "What would make it visible", "Where, or how much")) }}
<tbody>{% for spot in blind_spots %}
<tr><th scope="row">{{ t(spot.text) }}</th><td>{{ t(spot.way_out) }}</td>
<td>{% if spot.rooms %}{{ names(spot.rooms) }}{% elif spot.count is not none %}{{ spot.count|n }}
{%- else %}everywhere{% endif %}</td></tr>
{% endfor %}</tbody></table>
{% else %}
<p>Nothing that it knows of.</p>
{% endif %}
</section>
<section id="completeness"><h2>What was read</h2>
<table class="short"><caption>Counted by this report, and by the portal</caption>
{{ head(("What", "Read", "The portal says"), (1, 2)) }}
<tbody>{% for row in report.completeness %}
<tr><th scope="row">{{ row.what }}</th><td class="number">{{ row.counted|n }}</td>
<td class="number">{{ row.portal|n }}</td></tr>
{% endfor %}</tbody></table>
</section>
"""
