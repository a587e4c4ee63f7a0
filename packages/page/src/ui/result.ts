import type { Done } from '../protocol.js';
import { count, counted, element, leadTo, make, save, show, size } from './dom.js';

function verdict({ summary, notices }: Done): { readonly words: string; readonly kind: string } {
  const { error, warning, info } = summary.findings;
  const found = error + warning + info;
  const lines = [
    ...(summary.notChecked === null ? [] : [`NOT CHECKED: ${summary.notChecked}.`]),
    ...(summary.complete
      ? []
      : ['INCOMPLETE: not all of the extract could be read; input.csv lists what and why.']),
    `${counted(summary.records, 'record')} read, as at ${summary.asAt}.`,
    found === 0
      ? 'No findings.'
      : `${counted(found, 'finding')}: ${count(error)} errors, ${count(warning)} warnings, ${count(info)} for information.`,
    ...(notices === 0
      ? []
      : [`${counted(notices, 'notice')} about what could not be read; input.csv lists them.`]),
  ];
  const isBad = summary.notChecked !== null || !summary.complete;
  return { words: lines.join('\n'), kind: isBad ? 'bad' : found === 0 ? 'good' : 'plain' };
}

/**
 * Leads along the report's own links. A frame of text has the address of the page around it, so that the
 * browser would take them for links to that.
 */
function followLinks(report: Document): void {
  report.addEventListener('click', (event) => {
    const link = (event.target as Element | null)?.closest('a[href^="#"]');
    if (link === null || link === undefined) return;
    event.preventDefault();
    const target = report.getElementById(link.getAttribute('href')?.slice(1) ?? '');
    if (target === null) return;
    for (
      let fold = target.closest('details');
      fold !== null;
      fold = fold.parentElement?.closest('details') ?? null
    ) {
      fold.open = true;
    }
    target.tabIndex = -1;
    leadTo(target);
  });
}

/** The frame is as tall as the report: one page to scroll, not two. */
export function fitReport(): void {
  const frame = element('report', 'iframe');
  const page = frame.contentDocument?.documentElement;
  if (page !== undefined) frame.style.setProperty('height', `${page.scrollHeight + 2}px`);
}

function showReport(html: string): void {
  const frame = element('report', 'iframe');
  const loaded = (): void => {
    fitReport();
    const report = frame.contentDocument;
    if (report === null) return;
    followLinks(report);
    report.addEventListener('toggle', fitReport, true);
  };
  frame.addEventListener('load', loaded, { once: true });
  frame.srcdoc = html;
}

export function showResult(done: Done): void {
  const { words, kind } = verdict(done);
  const notice = element('verdict', 'p');
  notice.textContent = words;
  notice.className = `notice ${kind}`;
  element('saves', 'ul').replaceChildren(
    ...done.files.map(({ name, about, blob }) => {
      const button = make('button', { type: 'button' }, `Save ${name}`);
      button.addEventListener('click', () => save(name, blob));
      return make('li', {}, button, make('span', {}, `${about}, ${size(blob.size)}`));
    }),
  );
  show(element('result', 'section'));
  showReport(done.report);
  leadTo(element('result-heading', 'h2'));
}
