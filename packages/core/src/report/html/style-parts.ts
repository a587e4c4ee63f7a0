/** The parts of the page: verdict, tables, bars, rules. */
export const PARTS_STYLE = `
.verdict { border-left: .5rem solid var(--met); background: var(--tint); padding: 1rem 1.25rem; margin-bottom: 1.5rem; }
.verdict p { margin: 0; font-size: 1.1875rem; }
.verdict-label { letter-spacing: .02em; }
.verdict.incomplete { border-color: var(--warning); background: var(--warning-ground); }
.verdict.not-checked { border-color: var(--error); outline: 2px solid var(--error); }
.verdict.not-checked .verdict-label { color: var(--error); font-size: 1.5rem; display: block; }
.glance { list-style: none; margin: 0; padding: 0; max-width: none; display: grid; grid-template-columns: repeat(auto-fit, minmax(9.25rem, 1fr)); gap: 1rem 1.25rem; }
.glance li { margin: 0; border-top: 1px solid var(--line); padding-top: .625rem; }
.glance strong { display: block; font-size: 1.75rem; line-height: 1.15; font-variant-numeric: tabular-nums; }
.glance span { display: block; margin-top: .125rem; color: var(--quiet); font-size: .9375rem; }
.notice { border: 1px solid var(--warning); border-left-width: .5rem; padding: 1rem 1.25rem; margin: 0 0 1rem; background: var(--warning-ground); }
.notice h3 { margin-top: 0; }
.notice .terms { margin-bottom: 0; }
.caveat { border-left: .375rem solid var(--warning); background: var(--warning-ground); padding: .625rem 1rem; }
.tag { display: inline-block; padding: 0 .5em; border: 1px solid currentColor; border-radius: 2px; font-size: .8125rem; line-height: 1.5; font-weight: 600; color: var(--quiet); white-space: nowrap; }
.tag.error { background: var(--error); border-color: var(--error); color: var(--paper); }
.tag.warning { color: var(--warning); }
.tag.raised { background: var(--warning); border-color: var(--warning); color: var(--paper); }
.tag.confirmed { color: var(--good); }
.tag.unconfirmed { border-style: dashed; }
.terms { margin: 0 0 1.5rem; }
.terms > div { display: grid; grid-template-columns: 10rem minmax(0, 46rem); column-gap: 1.5rem; padding: .5rem 0; border-top: 1px solid var(--line); }
.terms dt { font-weight: 600; }
.terms dd { margin: 0; }
.terms p { margin: 0 0 .25rem; }
.terms ul { margin: .25rem 0 0; }
details { margin: 0 0 1rem; }
summary { cursor: pointer; color: var(--link); width: fit-content; text-decoration: underline; text-underline-offset: .15em; padding: .25rem 0; }
details[open] > summary { margin-bottom: .75rem; }
details.digest { position: relative; display: inline-block; vertical-align: top; margin: 0; max-width: 100%; }
details.digest summary { padding: 0; white-space: nowrap; }
details.digest[open] > summary { margin-bottom: .125rem; }
.scroll { position: relative; overflow-x: auto; margin: 1rem 0 1.5rem; }
.scroll.narrow { max-width: 34rem; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; line-height: 1.4; }
caption { text-align: left; font-weight: 600; padding-bottom: .5rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem 1rem .5rem 0; border-bottom: 1px solid var(--line); }
th:last-child, td:last-child { padding-right: 0; }
thead th { border-bottom: 2px solid var(--rule); vertical-align: bottom; font-weight: 600; }
tbody th { font-weight: 400; min-width: 9rem; }
tr.group th { padding-top: 1.25rem; font-weight: 700; background: none; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead .number { white-space: normal; }
td ul, th ul { margin: 0; padding: 0; list-style: none; }
.about { display: block; color: var(--quiet); }
code.id { color: var(--quiet); display: block; font-size: .8125rem; }
.headline { border: 1px solid var(--line); padding: 1.25rem 1.5rem; margin: 1.5rem 0; }
.headline h3 { margin-top: 0; }
.headline-sentence { font-size: 1.1875rem; }
.bar-figure { margin: 1rem 0; }
.bar { display: block; width: 100%; height: 2rem; border: 1px solid var(--rule); }
.bar rect { stroke: var(--paper); stroke-width: 1; }
.met { fill: var(--met); }
.untold { fill: url(#fill-untold); }
.breached { fill: url(#fill-breached); }
.untold-ground { fill: var(--untold-ground); }
.untold-dot { fill: var(--untold); }
.breached-ground { fill: var(--breached-ground); }
.breached-line { fill: var(--breached); }
.patterns { position: absolute; }
.bar.small { height: .875rem; min-width: 6rem; max-width: 24rem; }
.swatch { width: 1.25rem; height: .875rem; border: 1px solid var(--rule); vertical-align: -.0625rem; }
.legend { list-style: none; margin: .5rem 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; max-width: none; }
.legend li { margin: 0; }
.rates { display: flex; flex-wrap: wrap; gap: .5rem 2.5rem; margin: 1rem 0 0; }
.rates dt { color: var(--quiet); font-size: .9375rem; }
.rates dd { margin: 0; font-size: 1.25rem; font-variant-numeric: tabular-nums; }
.headline > p:last-child { margin: 1rem 0 0; }
.actions > li { margin-bottom: .75rem; padding-left: .25rem; }
.many { font-weight: 700; font-variant-numeric: tabular-nums; margin-right: .375rem; }
.rule { border-top: 1px solid var(--rule); margin-top: 2.5rem; }
.rule h3 { margin-top: 1.25rem; }
.rule > .bar.small { margin: -.5rem 0 1.25rem; }
.rule-meta { max-width: none; }
.rule-meta code { margin-right: .5rem; }
.concerns { color: var(--quiet); font-size: .9375rem; margin-left: .25rem; }
.off { border-top: 1px solid var(--rule); padding-top: 1.25rem; margin-top: 2.5rem; max-width: none; }
@media (max-width: 40rem) {
  .terms > div { grid-template-columns: minmax(0, 1fr); }
  .headline { padding: 1rem; }
  caption { position: sticky; left: 0; max-width: calc(100vw - 2rem); }
}
@media print {
  summary { color: inherit; text-decoration: none; }
  .glance { grid-template-columns: repeat(4, 1fr); }
  .glance strong { font-size: 1.375rem; }
  details.digest::details-content { content-visibility: visible; block-size: auto; }
  .verdict p, .headline-sentence, .lede { font-size: 11pt; }
  .scroll { overflow: visible; margin: .5rem 0 1rem; }
  table { font-size: 8.5pt; }
  th, td { padding: .25rem .5rem .25rem 0; }
  tbody th { min-width: 0; }
  caption { position: static; max-width: none; }
  thead { break-after: avoid; }
  .bar, .swatch, .tag, .verdict, .notice, .caveat { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .headline { padding: .75rem 1rem; }
  .rule { margin-top: 1.25rem; }
}\n`;
