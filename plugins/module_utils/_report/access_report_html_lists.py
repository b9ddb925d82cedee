# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""The lists on the page of a report of access, for Jinja2: rooms, groups, people, keys."""

from __future__ import annotations

LISTS = """\
<section id="rooms"><h2>Rooms</h2>
{% if report.administrators %}
<p>{{ report.administrators|length|counted("administrator") }} can read every room, too, and
{{ "stands" if report.administrators|length == 1 else "stand" }} under a room only when in it by
something else.</p>
{% endif %}
{% for room in rooms %}
<details id="{{ room.anchor }}"><summary><h3>{{ t(room.row.title) }}</h3>
 {{ room.row.people|counted("person") }}, {{ room.row.guests|counted("guest") }}
{%- if room.row.open_links %}, open links{% endif %}
{%- if room.row.archived %}, in the archive{% endif %}</summary>
<p>{{ room.row.type|words|capitalize }} room {{ t(room.row.id) }}. Owner:
{% if room.owner %}{{ t(room.owner) }}{% else %}nobody{% endif %}.
{% if room.entries %} Groups with an entry:
{% for link, level in room.entries %}{{ place(link) }} ({{ level }})
{%- if not loop.last %}, {% endif %}{% endfor %}.{% endif %}</p>
{% if room.people %}
<table><caption>Who is in, and why</caption>
{{ head(("Causes", "Level", "People", "Who"), (2,)) }}
<tbody>{% for row in room.people %}
<tr><th scope="row">{{ t(row.causes) }}</th><td>{{ row.level }}</td>
<td class="number">{{ row.count|n }}</td>
<td>{% if row.people %}{{ names(row.people) }}{% else %}members of
{% for link in row.groups %}{{ place(link) }}{% if not loop.last %}, {% endif %}{% endfor %}
{%- endif %}</td></tr>
{% endfor %}</tbody></table>
{% else %}
<p>Nobody that the report is about is in.</p>
{% endif %}
{% if room.inactive %}
<table><caption>Entries of people who cannot enter now</caption>
{{ head(("Person", "Level", "Account")) }}
<tbody>{% for name, level, status in room.inactive %}
<tr><th scope="row">{{ t(name) }}</th><td>{{ level }}</td><td>{{ status }}</td></tr>
{% endfor %}</tbody></table>
{% endif %}
{% if room.unseen %}
<table><caption>Entries of people whom the portal does not show</caption>
{{ head(("Person", "Level")) }}
<tbody>{% for name, level in room.unseen %}
<tr><th scope="row">{{ t(name) }}</th><td>{{ level }}</td></tr>
{% endfor %}</tbody></table>
{% endif %}
{% if room.row.get("links") %}{{ links_table("Links", room.row.links) }}{% endif %}
{% if links_read and room.row.links is none %}<p>Its links are not shown to this key.</p>{% endif %}
{% if room.row.get("items") %}{{ items_table(room.row["items"]) }}{% endif %}
{% if room.row.get("history") %}
<table><caption>Granted when and by whom, as far as the portal tells</caption>
{{ head(("When", "By", "What", "Whom or which", "Level")) }}
<tbody>{% for row in room.row.history %}
<tr><th scope="row">{{ row.at }}</th>
<td>{% if row.by %}{{ t(views.person(row.by)) }}{% endif %}</td>
<td>{{ row.what }}</td><td>{{ t(row.name or "") }}</td>
<td>{{ (row.level or "")|words }}</td></tr>
{% endfor %}</tbody></table>
{% endif %}
</details>
{% else %}
<p>None.</p>
{% endfor %}
</section>
<section id="groups"><h2>Groups</h2>
{% for group in groups %}
<details id="{{ group.anchor }}"><summary><h3>{{ t(group.name) }}</h3>
 {{ group.count|counted("member") }}, {{ group.rooms|length|counted("room") }}</summary>
<p>Manager: {% if group.manager %}{{ t(group.manager) }}{% else %}nobody{% endif %}.</p>
{% if group.rooms %}
<p>Rooms:</p>
<ul>{% for link, level in group.rooms %}<li>{{ place(link) }}: {{ level }}</li>{% endfor %}</ul>
{% endif %}
{% if group.members %}
<p>Members:{% if group.members|length < group.count %} {{ group.members|length|n }} of
 {{ group.count|n }} are named here{% endif %}</p>
{{ names(group.members) }}
{% endif %}
</details>
{% else %}
<p>None.</p>
{% endfor %}
</section>
<section id="people"><h2>People</h2>
{% for part in people %}
<details{% if people|length == 1 %} open{% endif %}>
<summary><h3>{{ t(part[0].name) }} to {{ t(part[-1].name) }}</h3> ({{ part|length }})</summary>
<table><caption>In which rooms they are, by what counts</caption>
{{ head(("Person", "Type, account", "Rooms", "By"), (2,)) }}
<tbody>{% for person in part %}
<tr id="{{ person.anchor }}"><th scope="row">{{ t(person.name) }}
{%- if person.row.get("email") and person.row.email != person.name %}<br>
<span class="soft">{{ t(person.row.email) }}</span>{% endif %}</th>
<td>{{ person.row.type|words }}, {{ person.row.status }}</td>
<td class="number">{{ person.row.rooms|n }}</td>
<td>{% for words, links, more in person.rooms %}<div>{{ t(words) }}:
{% for link in links %}{{ place(link) }}{% if not loop.last %}, {% endif %}{% endfor %}
{%- if more %}{{ " and %s more"|format(more|n) if links else more|counted("room") }}
{%- endif %}</div>{% endfor %}
{% if person.row.id in report.administrators %}<div>administrator: reads every room</div>{% endif %}
</td></tr>
{% endfor %}</tbody></table></details>
{% endfor %}
</section>
{% if report.get("keys") %}
<section id="keys"><h2>API keys</h2>
<table><caption>Keys of the portal</caption>
{{ head(("Key", "Owner", "State", "May do", "Ends", "Last used")) }}
<tbody>{% for key in report["keys"] %}
<tr><th scope="row">{{ t(key.name) }}</th>
<td>{% if key.owner %}{{ t(views.person(key.owner)) }}{% endif %}</td>
<td>{{ key.state|words }}</td>
<td>{{ "all that its owner may" if key.unrestricted else key.scopes|join(", ") }}</td>
<td>{{ key.expires or "never" }}</td><td>{{ key.last_used or "" }}</td></tr>
{% endfor %}</tbody></table>
</section>
{% endif %}
{% if report.get("invitations") %}
<section id="invitations"><h2>Invitations</h2>
{% if report.invitations.portal is none %}
<p>Some of the links by which people join the portal are not shown to this key.</p>
{% elif report.invitations.portal %}
<table><caption>Links by which people join the portal</caption>
{{ head(("As", "Ends", "Used", "At most"), (2, 3)) }}
<tbody>{% for link in report.invitations.portal %}
<tr><th scope="row">{{ link.type|words }}</th>
<td>{{ link.expires or "never" }}{% if link.expired %}, has ended{% endif %}</td>
<td class="number">{{ link.use_count if link.use_count is not none else "" }}</td>
<td class="number">{{ link.max_use_count if link.max_use_count is not none else "" }}</td></tr>
{% endfor %}</tbody></table>
{% endif %}
{% if report.invitations.rooms %}
<table><caption>Links by which people join a room</caption>
{{ head(("Link", "Room", "Level", "Ends", "Who can use it")) }}
<tbody>{% for link in report.invitations.rooms %}
<tr><th scope="row">{{ t(link.title) }}</th><td>{{ place(views.room_links[link.room]) }}</td>
<td>{{ link.level|words }}</td><td>{{ link.expires or "never" }}</td>
<td>{{ link.readers }}</td></tr>
{% endfor %}</tbody></table>
{% endif %}
<p>People who are invited and have not come yet: {{ report.invitations.pending|length|n }}.</p>
</section>
{% endif %}
{% if report.get("settings") %}
<section id="settings"><h2>Settings</h2>
<table><caption>Settings of the portal that decide who gets in</caption>
{{ head(("Setting", "Value")) }}
<tbody>{% for name, value in report.settings.items() %}
<tr><th scope="row">{{ name|words }}</th><td>{{ t(value|plainly) }}</td></tr>
{% endfor %}</tbody></table>
</section>
{% endif %}
"""
