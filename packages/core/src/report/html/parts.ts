import { count } from '../../messages/figures.js';
import { REPORT } from '../../messages/report.js';
import { SEVERITY_WORDS } from '../../messages/report-words.js';
import type { Confidence, Severity } from '../../model/rule.js';
import { clip } from './escape.js';
import { type Html, type HtmlValue, safe } from './html.js';

export type SectionName = keyof typeof REPORT.sections;

/** The start of a section with its heading, which the contents point to. */
export function sectionStart(name: SectionName): Html {
  return safe`<section aria-labelledby="${name}">
    <h2 id="${name}">${REPORT.sections[name]}</h2>\n`;
}

export const SECTION_END = safe`</section>\n`;

export function section(name: SectionName, body: HtmlValue): Html {
  return safe`${sectionStart(name)}${body}${SECTION_END}`;
}

export function paragraph(text: HtmlValue): Html {
  return safe`<p>${text}</p>\n`;
}

export function subheading(text: string): Html {
  return safe`<h3>${text}</h3>\n`;
}

/** A figure must not be lifted out of the report without what limits it. */
export function caveat(text: HtmlValue): Html {
  return safe`<p class="caveat">${text}</p>\n`;
}

export function list(items: readonly HtmlValue[]): Html {
  return safe`<ul>
    ${items.map((item) => safe`<li>${item}</li>\n`)}
  </ul>\n`;
}

/** Items between commas, which stay markup. */
export function inline(items: readonly HtmlValue[], between = ', '): HtmlValue {
  return items.flatMap((item, i) => (i === 0 ? [item] : [between, item]));
}

/** Terms with what is said of each; what nothing is said of is left out. */
export function terms(entries: readonly (readonly [term: string, said: HtmlValue])[]): Html {
  const rows = entries.map(([term, said]) =>
    said === null ? null : safe`<div><dt>${term}</dt><dd>${said}</dd></div>\n`,
  );
  return safe`<dl class="terms">
    ${rows}
  </dl>\n`;
}

export function folded(summary: string, body: HtmlValue): Html {
  return safe`<details>
    <summary>${summary}</summary>
    ${body}
  </details>\n`;
}

/** A digest, short, and whole where it is opened or printed. */
export function digest(hex: string): Html {
  return safe`<details class="digest"><summary><span class="hidden-text">SHA-256 </span><code>${hex.slice(0, 12)}…</code></summary><code>${hex}</code></details>`;
}

export function tag(kind: Severity | Confidence, words: string): Html {
  return safe`<span class="tag ${kind}">${words}</span>`;
}

export function severityTag(severity: Severity): Html {
  return tag(severity, SEVERITY_WORDS[severity].label);
}

export function ruleLink(id: string, words: string): Html {
  return safe`<a href="#${encodeURIComponent(id)}">${words}</a>`;
}

/** What a row is about, with its id below for those who look it up elsewhere. */
export function titled(title: HtmlValue, id: string): Html {
  return safe`${title} <code class="id">${id}</code>`;
}

/** A value of the extract, or words for its lack. */
export function cellText(value: string, lack: string): HtmlValue {
  return value === '' ? safe`<span class="quiet">${lack}</span>` : clip(value);
}

/** 0 is said quietly, so that the eye finds the others. */
export function figure(value: number): HtmlValue {
  return value === 0 ? safe`<span class="quiet">0</span>` : count(value);
}
