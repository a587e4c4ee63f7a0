import { count } from '../../messages/figures.js';
import { REPORT } from '../../messages/report.js';
import { CONFIDENCE_WORDS, SEVERITY_WORDS } from '../../messages/report-words.js';
import type { Confidence, Severity } from '../../model/rule.js';
import { clip } from './escape.js';
import { safe, type Html, type HtmlValue } from './html.js';

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

/** Terms with what is said of each; a `null` is left out. */
export function terms(entries: readonly (readonly [term: string, said: HtmlValue] | null)[]): Html {
  const rows = entries.map((entry) =>
    entry === null || entry[1] === null
      ? null
      : safe`<div>
          <dt>${entry[0]}</dt>
          <dd>${entry[1]}</dd>
        </div>\n`,
  );
  return safe`<dl class="terms">${rows}</dl>\n`;
}

export function folded(summary: HtmlValue, body: HtmlValue): Html {
  return safe`<details>
    <summary>${summary}</summary>
    ${body}
  </details>\n`;
}

/** A digest, short, and whole where it is opened. */
export function digest(hex: string): Html {
  return safe`<details class="digest">
    <summary><span class="hidden-text">SHA-256 </span><code>${hex.slice(0, 12)}…</code></summary>
    <code>${hex}</code>
  </details>`;
}

export function severityTag(severity: Severity): Html {
  return safe`<span class="tag ${severity}">${SEVERITY_WORDS[severity].label}</span>`;
}

export function confidenceTag(confidence: Confidence): Html {
  return safe`<span class="tag ${confidence}">${CONFIDENCE_WORDS[confidence].label}</span>`;
}

export function ruleLink(id: string, words: HtmlValue): Html {
  return safe`<a href="#${encodeURIComponent(id)}">${words}</a>`;
}

/** A value of the extract, or words for its lack. */
export function cellText(value: string, lack: string): HtmlValue {
  return value === '' ? safe`<span class="quiet">${lack}</span>` : clip(value);
}

/** 0 is said quietly, so that the eye finds the others. */
export function figure(value: number): HtmlValue {
  return value === 0 ? safe`<span class="quiet">0</span>` : count(value);
}
