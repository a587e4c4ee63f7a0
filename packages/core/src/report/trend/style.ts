/** The charts. Their contrast is that of the report: text 4.5:1 or more, shapes 3:1. */
export const CHART_STYLE = `
.chart { margin: 1rem 0 .5rem; }
.chart-scroll { overflow-x: auto; }
.chart-scroll:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.chart svg { display: block; width: 100%; min-width: 42rem; height: auto; }
.chart.small svg { min-width: 0; max-width: 27rem; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr)); column-gap: 2rem; }
.charts > div { display: grid; grid-row: span 2; grid-template-rows: subgrid; align-content: start; }
.charts h3 { margin-top: 1rem; }
.chart figcaption { max-width: 46rem; margin-top: .5rem; }
.chart figcaption p { margin-bottom: .25rem; }
.chart text { font: 12px system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif; fill: var(--ink); font-variant-numeric: tabular-nums; }
.chart .grid { stroke: var(--line); stroke-width: 1; }
.chart .axis { stroke: var(--rule); stroke-width: 1; }
.chart .band { fill: var(--tint); }
.chart .mean { stroke: var(--met); stroke-width: 1.5; }
.chart .limit { stroke: var(--untold); stroke-width: 1.5; stroke-dasharray: 6 4; }
.chart .line { fill: none; stroke: var(--met); stroke-width: 2; stroke-linejoin: round; }
.chart .whisker { stroke: var(--untold); stroke-width: 1.5; }
.chart .point { fill: var(--met); stroke: var(--paper); stroke-width: 1; }
.chart .signal { fill: var(--breached); stroke: var(--paper); stroke-width: 1.5; }
.chart .event { stroke: var(--ink); stroke-width: 1; stroke-dasharray: 2 3; }
.chart .event.rebase { stroke-width: 2; stroke-dasharray: none; }
.chart .badge { fill: var(--paper); stroke: var(--ink); stroke-width: 1; }
.chart .break { fill: var(--warning-ground); stroke: var(--warning); stroke-width: 1; }
.chart .badge-text { text-anchor: middle; }
.chart .x-label { text-anchor: middle; }
.chart .y-label { text-anchor: end; }
@media print {
  .chart svg { min-width: 0; }
  .chart-scroll { overflow: visible; }
  .chart { break-inside: avoid; }
  .chart svg * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}\n`;
