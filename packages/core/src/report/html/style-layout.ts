/** Colours, text, the page and its columns. Contrast of text is 4.5:1 or more, of shapes 3:1, in both schemes. */
export const LAYOUT_STYLE = `
:root {
  color-scheme: light dark;
  --ink: #1a1d21;
  --quiet: #53595f;
  --line: #c3c8cd;
  --rule: #8a9299;
  --paper: #ffffff;
  --tint: #f4f6f8;
  --link: #14508c;
  --brand: #12304f;
  --on-brand: #ffffff;
  --focus: #ffdd00;
  --on-focus: #1a1d21;
  --met: #12436d;
  --untold: #5c6670;
  --untold-ground: #eef0f2;
  --breached: #8a1c3c;
  --breached-ground: #f7dbe3;
  --error: #8a1c1c;
  --warning: #7a4b00;
  --warning-ground: #fdf3e1;
  --good: #0f5c3a;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ink: #e8eaed;
    --quiet: #b3bac2;
    --line: #454c54;
    --rule: #838c95;
    --paper: #15181c;
    --tint: #1f242a;
    --link: #8ebef0;
    --brand: #0d2136;
    --focus: #ffdd00;
    --met: #7ab2e8;
    --untold: #aab3bc;
    --untold-ground: #2b3138;
    --breached: #f08aa6;
    --breached-ground: #4a1a2a;
    --error: #ffa8a8;
    --warning: #f3c26b;
    --warning-ground: #33280f;
    --good: #7fd6ab;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif;
  overflow-wrap: break-word;
}
.page-width { max-width: 84rem; margin: 0 auto; padding: 0 1.5rem; }
.columns { display: grid; grid-template-columns: minmax(0, 1fr); column-gap: 3rem; }
main { min-width: 0; padding-bottom: 3rem; }
main:focus { outline: none; }
.skip { position: absolute; left: 1rem; top: -10rem; padding: .5rem 1rem; z-index: 1; }
.skip:focus { top: 0; }
a { color: var(--link); text-decoration-thickness: max(1px, .0625rem); text-underline-offset: .15em; }
a:hover { text-decoration-thickness: max(3px, .1875rem); }
a:focus-visible, summary:focus-visible, .skip:focus {
  outline: 3px solid transparent;
  background: var(--focus);
  color: var(--on-focus);
  box-shadow: 0 -2px var(--focus), 0 4px var(--on-focus);
  text-decoration: none;
}
a:focus-visible *, summary:focus-visible * { color: inherit; background: none; }
.scroll:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
header { background: var(--brand); color: var(--on-brand); }
header .page-width { display: flex; flex-wrap: wrap; gap: .25rem 2rem; justify-content: space-between; align-items: baseline; padding-top: .75rem; padding-bottom: .75rem; }
header p { margin: 0; font-size: .9375rem; }
header .brand { font-size: 1.25rem; font-weight: 700; letter-spacing: -.01em; }
nav { padding-top: 1.5rem; font-size: .9375rem; }
nav p { margin: 0 0 .5rem; font-weight: 700; }
nav ol { margin: 0; padding: 0; list-style: none; }
nav li { margin: 0; }
nav a { display: inline-block; padding: .1875rem 0; }
@media (min-width: 40rem) and (max-width: 69.99rem) {
  nav ol { columns: 2; }
}
@media (min-width: 70rem) {
  .columns { grid-template-columns: 13rem minmax(0, 1fr); }
  nav { position: sticky; top: 0; align-self: start; padding-top: 2.5rem; }
}
h1, h2, h3 { line-height: 1.2; text-wrap: balance; margin: 0; }
h1 { font-size: clamp(1.75rem, 1.3rem + 2vw, 2.5rem); letter-spacing: -.015em; padding-top: 2.25rem; max-width: 24em; }
h2 { font-size: clamp(1.375rem, 1.2rem + .9vw, 1.75rem); letter-spacing: -.01em; margin: 3.5rem 0 1rem; padding-top: 1rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1.1875rem; margin: 2.25rem 0 .5rem; }
h3:target { background: var(--warning-ground); box-shadow: 0 0 0 .375rem var(--warning-ground); }
p, ul, ol { margin: 0 0 1rem; max-width: 46rem; }
li { margin-bottom: .25rem; }
ul, ol { padding-left: 1.25rem; }
code { font: .9em ui-monospace, "Cascadia Mono", Consolas, "Liberation Mono", Menlo, monospace; overflow-wrap: anywhere; }
.lede { font-size: 1.1875rem; color: var(--quiet); margin: .5rem 0 1.5rem; }
.quiet { color: var(--quiet); }
.wrap { overflow-wrap: anywhere; }
.hidden-text { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
footer { border-top: 1px solid var(--line); background: var(--tint); padding: 2rem 0; font-size: .9375rem; }
footer p { margin-bottom: .5rem; }
@media (max-width: 30rem) {
  .page-width { padding: 0 1rem; }
}
@media print {
  @page { size: A4; margin: 15mm 12mm; }
  body { font-size: 9.5pt; }
  nav, .skip { display: none; }
  .page-width { max-width: none; padding: 0; }
  .columns { display: block; }
  header { background: none; color: inherit; border-bottom: 1px solid var(--rule); }
  a { color: inherit; }
  h1 { font-size: 20pt; padding-top: 1rem; }
  h2 { font-size: 15pt; margin-top: 2rem; break-after: avoid; }
  h3, caption { break-after: avoid; }
  tr, figure, .notice, .verdict, .headline { break-inside: avoid; }
  thead { display: table-header-group; }
}\n`;
