/** What the review form has beside the layout of all pages. */
export const FORM_STYLE = `
html { scroll-padding-bottom: 8rem; }
main { padding-bottom: 8rem; }
.steps { margin: 1.5rem 0 2rem; }
.steps summary { margin-bottom: .5rem; cursor: pointer; color: var(--link); }
.caveat { border-left: .375rem solid var(--warning); background: var(--warning-ground); padding: .625rem 1rem; }
.record { border-top: 2px solid var(--ink); margin-top: 2.5rem; }
.record h2 { border: 0; margin: 0; padding: 1.25rem 0 .25rem; scroll-margin-top: 1rem; }
.record h2 span { color: var(--quiet); font-weight: 400; font-size: 1rem; }
.question { border-left: .25rem solid var(--line); padding: .25rem 0 .25rem 1.25rem; margin: 1.25rem 0; }
.question h3 { margin: 0 0 .5rem; }
.asks { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr)); gap: 1rem 2rem; max-width: 60rem; }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
legend { padding: 0; margin-bottom: .375rem; font-weight: 600; }
.choices { display: flex; flex-wrap: wrap; gap: .5rem; }
.choices label { display: flex; align-items: center; gap: .5rem; min-height: 2.75rem; padding: .375rem .875rem; border: 1px solid var(--rule); cursor: pointer; }
.choices input { width: 1.25rem; height: 1.25rem; margin: 0; accent-color: var(--link); }
.choices label:has(:checked) { border-color: var(--link); box-shadow: inset 0 0 0 2px var(--link); font-weight: 600; }
.choices label:has(:focus-visible) { outline: 3px solid var(--focus); box-shadow: 0 0 0 6px var(--on-focus); }
.why { display: block; margin-top: .875rem; max-width: 46rem; }
.why span { display: block; font-weight: 600; margin-bottom: .25rem; }
.why input { width: 100%; min-height: 2.75rem; padding: .375rem .625rem; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--rule); }
.why input:focus-visible, button:focus-visible, .file:focus-within { outline: 3px solid var(--focus); box-shadow: 0 0 0 6px var(--on-focus); }
.tools { position: fixed; left: 0; right: 0; bottom: 0; background: var(--tint); border-top: 2px solid var(--ink); }
.tools .page-width { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; padding-top: .625rem; padding-bottom: .625rem; }
.tools output { flex: 1 1 9rem; font-variant-numeric: tabular-nums; }
button, .file { font: inherit; min-height: 2.75rem; padding: .375rem 1rem; border: 2px solid var(--link); background: var(--paper); color: var(--link); cursor: pointer; display: inline-flex; align-items: center; }
button.main { background: var(--brand); border-color: var(--brand); color: var(--on-brand); }
.file input { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.done h2::after { content: "\\2713  answered"; color: var(--good); font-size: 1rem; margin-left: .75rem; white-space: nowrap; }
@media (max-width: 30rem) {
  .tools output { flex-basis: 100%; }
  .tools .page-width { gap: .375rem; padding: .5rem; }
  button, .file { flex: 1 1 0; min-width: 0; justify-content: center; text-align: center; padding: .25rem; font-size: .9375rem; line-height: 1.2; }
  .question { padding-left: .75rem; }
}
@media print {
  .tools, .steps { display: none; }
  .record, .question { break-inside: avoid; }
}
`;
