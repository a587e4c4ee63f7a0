import { count, counted } from '../../messages/figures.js';
import { REPORT } from '../../messages/report.js';
import { safe, type Html } from './html.js';
import type { ReportView } from './view.js';

/** What the report does not claim. */
export function footer({ on, pack, summary }: ReportView): Html {
  const unconfirmed = on.filter(({ rule }) => rule.confidence === 'unconfirmed').length;
  return safe`<footer>
    <div class="page-width">
      <p><strong>${REPORT.caption}</strong></p>
      <p>
        ${count(unconfirmed)} of the ${counted(on.length, 'rule')} that are on rest on an unconfirmed reading.
        ${pack.about}
      </p>
      <p>${REPORT.handling}</p>
      <p>
        Made by ${summary.tool.name} ${summary.tool.version} with ${summary.pack.id}, edition
        ${summary.pack.edition}.
      </p>
    </div>
  </footer>\n`;
}
