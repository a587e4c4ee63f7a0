import { BYTE_ORDER_MARK, csvLine, type LineFile } from '@markercheck/core';
import type { PreviewChange } from '../run/preview.js';

/** What a pack or policy that is not adopted yet would change, one line a finding. */
export const previewCsv: LineFile<PreviewChange> = {
  name: 'preview.csv',
  start: () =>
    BYTE_ORDER_MARK +
    csvLine([
      'change',
      'rule',
      'severityNow',
      'severityThen',
      'crimeReference',
      'force',
      'team',
      'message',
      'fingerprint',
    ]),
  line: ({ change, finding, before, after }) =>
    csvLine([
      change,
      finding.rule,
      before ?? '',
      after ?? '',
      finding.crimeReference,
      finding.force,
      finding.team,
      finding.message,
      finding.fingerprint,
    ]),
};
