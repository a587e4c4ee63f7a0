import { PARTS_STYLE } from '../html/style-parts.js';

/** What the score has beside the parts of the check's report. */
export const SCORE_STYLE = `${PARTS_STYLE}
.interval { display: block; width: 100%; min-width: 8rem; height: 1.25rem; overflow: visible; }
.interval.large { height: 2rem; }
.interval .tick { stroke: var(--line); stroke-width: 1; }
.interval .band { fill: var(--untold-ground); stroke: var(--rule); stroke-dasharray: 2 2; }
.interval .range { fill: var(--met); }
.interval .dot { fill: var(--paper); stroke: var(--met); stroke-width: 3; }
.picture { margin: 1rem 0; max-width: 46rem; padding: 0 .5rem; }
.picture figcaption { margin-bottom: .25rem; }
.scale { display: flex; justify-content: space-between; color: var(--quiet); font-size: .875rem; margin: 0; max-width: none; }
td.wide { min-width: 12rem; }
.answers { max-width: 28rem; }
@media print { .interval .range { print-color-adjust: exact; -webkit-print-color-adjust: exact; } .interval .band, .interval .dot { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;
