# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""How the page of a report of access looks: on light and dark screens, and on paper."""

from __future__ import annotations

STYLE = """\
:root { color-scheme: light dark; --ink: #1c2128; --paper: #fff; --soft: #57606a; --line: #d0d7de;
  --band: #f3f5f7; --link: #0a58a8; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6edf3; --paper: #12161c; --soft: #a3adb8; --line: #3a424c; --band: #1c222a;
    --link: #7db8f5; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); line-height: 1.45;
  font-family: system-ui, sans-serif; overflow-wrap: anywhere; }
header, nav, main, footer { max-width: 72rem; margin: 0 auto; padding: 0 1rem; }
h1 { font-size: 1.7rem; margin: 1rem 0 .3rem; }
h2 { font-size: 1.35rem; margin: 2rem 0 .5rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.2rem 0 .4rem; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
details:target, tr:target { outline: 2px dashed var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { position: static; display: inline-block; padding: .5rem 1rem; }
nav ul, ul.names { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; }
nav li { margin: 0 1.2rem .2rem 0; }
ul.names li { margin: 0 .9rem 0 0; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; }
th, td { text-align: left; vertical-align: top; padding: .25rem .6rem .25rem 0;
  border-bottom: 1px solid var(--line); min-width: 5.5rem; }
thead th { overflow-wrap: normal; }
tbody th { font-weight: 400; }
th.number, td.number { text-align: right; padding-right: 1.5rem;
  font-variant-numeric: tabular-nums; }
table.short { width: auto; }
#people tbody th { min-width: min(15rem, 40vw); }
.soft { color: var(--soft); }
.warning { border-left: 4px solid var(--link); padding: .3rem .8rem; background: var(--band); }
code { font-size: 1em; }
figure { margin: 1rem 0; }
figure svg { max-width: 45rem; width: 100%; height: auto; }
figure text { fill: currentColor; font-family: inherit; unicode-bidi: plaintext; }
figure svg svg > g > rect { fill: none; }
figure line { stroke: var(--line); }
figcaption { font-weight: 600; }
details { border: 1px solid var(--line); border-radius: 4px; margin: .4rem 0; padding: 0 .8rem; }
summary { cursor: pointer; padding: .4rem 0; }
summary h3 { display: inline; font-weight: 600; }
details[open] > summary { border-bottom: 1px solid var(--line); margin-bottom: .5rem; }
section > details { content-visibility: auto; contain-intrinsic-size: auto 2.6rem; }
footer { margin-top: 2rem; padding-bottom: 2rem; }
@media print {
  :root { --ink: #000; --paper: #fff; --soft: #333; --line: #888; --band: #fff; --link: #000; }
  body { font-size: 9.5pt; }
  header, nav, main, footer { max-width: none; padding: 0; }
  .skip, nav { display: none; }
  a { text-decoration: none; }
  details { border: 0; padding: 0; }
  section > details { content-visibility: visible; }
  details::details-content { content-visibility: visible; block-size: auto; }
  summary { list-style: none; }
  h2, h3, caption, summary { break-after: avoid; }
  tr, figure { break-inside: avoid; }
  thead { display: table-header-group; }
}
"""
