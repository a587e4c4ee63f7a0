/** The charts of comparisons. Their contrast is that of the report: text 4.5:1 or more, shapes 3:1. */
export const COMPARISON_STYLE = `
.dots, .funnel, .multiples figure, .parts-figure { margin: 1rem 0 1.5rem; }
.dots figcaption, .funnel figcaption, .parts-figure figcaption { max-width: 46rem; margin-top: .5rem; font-size: .875rem; color: var(--quiet); }
.dots ul, .parts-figure ul { list-style: none; margin: 0; padding: 0; max-width: none; }
.dots li, .parts-figure li { display: grid; grid-template-columns: 10rem minmax(0, 1fr) 8rem; gap: 0 1rem; align-items: center; margin: 0; }
.dots li.together, .parts-figure li.whole { border-top: 1px solid var(--rule); font-weight: 600; }
.dots-rate { font-variant-numeric: tabular-nums; font-size: .9375rem; }
.dots-plot { display: block; width: 100%; height: 1.875rem; overflow: visible; }
.dots-axis .dots-plot { height: 1.375rem; }
.plot text, .panel text, .dots-plot text { font: .8125rem system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif; fill: var(--ink); font-variant-numeric: tabular-nums; }
.plot .middle, .dots-plot .middle { text-anchor: middle; }
.plot .end, .dots-plot .end { text-anchor: end; }
.grid { stroke: var(--line); stroke-width: 1; }
.baseline { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 5 4; fill: none; vector-effect: non-scaling-stroke; }
.funnel .baseline { stroke-dasharray: none; }
.range { fill: var(--untold-ground); stroke: var(--untold); stroke-width: 1; }
.range.open { fill: none; stroke-width: 1.5; stroke-dasharray: 3 3; }
.interval { stroke: var(--met); stroke-width: 3; }
.dot { fill: var(--met); stroke: var(--paper); stroke-width: 1.5; }
.plot { display: block; width: 100%; max-width: 46rem; height: 22rem; overflow: visible; }
.limit95, .limit998 { fill: none; stroke: var(--untold); stroke-width: 1.5; vector-effect: non-scaling-stroke; }
.limit95 { stroke-dasharray: 5 4; }
.bound { stroke: var(--met); stroke-width: 5; opacity: .75; }
.leader { stroke: var(--rule); stroke-width: 1; }
.point-name { paint-order: stroke; stroke: var(--paper); stroke-width: 3px; }
.multiples { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(16rem, 100%), 1fr)); gap: 0 1.5rem; }
.multiples figure { margin: .5rem 0 1rem; }
.multiples p { font-size: .875rem; color: var(--quiet); margin: .25rem 0 0; }
.panel { display: block; width: 100%; height: 7rem; border: 1px solid var(--line); }
.panel .line { fill: none; stroke: var(--met); stroke-width: 1.5; vector-effect: non-scaling-stroke; }
.panel .mean { fill: none; stroke: var(--untold); stroke-width: 1.5; vector-effect: non-scaling-stroke; }
.panel .limit { fill: none; stroke: var(--untold); stroke-width: 1; stroke-dasharray: 4 3; vector-effect: non-scaling-stroke; }
.panel .signal { fill: var(--paper); stroke: var(--ink); stroke-width: 2.5; }
.panel .rebase { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 2 2; }
.panel .scale { font-size: .75rem; fill: var(--quiet); paint-order: stroke; stroke: var(--paper); stroke-width: 3px; }
.stands-out dt { font-weight: 700; margin-top: 1rem; }
.stands-out dd { margin: .25rem 0 .25rem 1.25rem; max-width: 46rem; display: list-item; list-style: disc; }
abbr.suppressed, abbr.label { text-decoration: none; cursor: help; }
tbody td:not(.number) { min-width: 10rem; }
.label { font-weight: 700; color: var(--warning); }
.part-plus { fill: var(--met); }
.part-minus { fill: var(--paper); stroke: var(--met); stroke-width: 2; }
.zero { stroke: var(--ink); stroke-width: 1.5; }
/* A wide screen shows a table whole, if a range takes two lines; a narrow one scrolls it. */
@media (min-width: 56rem) { tbody .number { white-space: normal; } thead .number { min-width: 4.5rem; } }
@media (max-width: 40rem) {
  .dots li, .parts-figure li { grid-template-columns: minmax(0, 1fr) auto; padding-top: .375rem; }
  .dots-name { grid-column: 1; grid-row: 1; }
  .dots-rate { grid-column: 2; grid-row: 1; }
  .dots-plot { grid-column: 1 / -1; grid-row: 2; }
  .plot { height: 18rem; }
  .plot text { font-size: .6875rem; }
}
@media print {
  .dots, .funnel, .multiples figure { break-inside: avoid; }
  .dots svg *, .funnel svg *, .multiples svg *, .parts-figure svg * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}\n`;
