import { adoptionSentence } from '../../messages/adoption.js';
import { madeByWords, REPORT, unconfirmedWords } from '../../messages/report.js';
import { safe, type Html } from './html.js';
import { paragraph } from './parts.js';
import type { ReportView } from './view.js';

/** What the report does not claim. */
export function footer({ on, pack, summary }: ReportView): Html {
  const unconfirmed = on.filter(({ rule }) => rule.confidence === 'unconfirmed').length;
  return safe`<footer>
    <div class="page-width">
      <p><strong>${REPORT.caption}</strong></p>
      <p>${unconfirmedWords(unconfirmed, on.length)} ${pack.about}</p>
      ${summary.adoption === null ? null : paragraph(adoptionSentence(summary.adoption))}
      <p>${REPORT.handling}</p>
      <p>${madeByWords(summary)}</p>
    </div>
  </footer>\n`;
}
