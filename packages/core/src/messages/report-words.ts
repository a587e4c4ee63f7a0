import type { CheckState } from '../model/check-result.js';
import type { FindingAge } from '../model/finding.js';
import type { Basis, Confidence, Dimension, Severity, Tier } from '../model/rule.js';

/** The words of the model as a reader of the report meets them. */

export const SEVERITY_WORDS = {
  error: { label: 'Error', one: 'error', many: 'errors' },
  warning: { label: 'Warning', one: 'warning', many: 'warnings' },
  info: { label: 'Information', one: 'for information', many: 'for information' },
} as const satisfies Record<Severity, unknown>;

export const TIER_WORDS: Readonly<Record<Tier, { readonly title: string; readonly about: string }>> = {
  1: { title: 'A child is not counted', about: 'The CSA or CSE marker is likely to be missing.' },
  2: { title: 'The record contradicts itself', about: 'Two facts on one record cannot both be right.' },
  3: { title: 'It cannot be told', about: 'What the rules need is missing, unreadable or too general.' },
  4: {
    title: 'For review',
    about: 'A hint that a person must weigh, another marker, or a matter of practice.',
  },
};

export const BASIS_WORDS: Readonly<Record<Basis, string>> = {
  requirement: 'It is a requirement of those who collect the data.',
  definition: 'It follows from a definition, or from the title of the offence.',
  inference: 'It is inferred from definitions and guidance. No source says it in so many words.',
  practice: 'It is good practice for sound data. It is not a requirement.',
};

export const CONFIDENCE_WORDS: Readonly<
  Record<Confidence, { readonly label: string; readonly about: string }>
> = {
  confirmed: {
    label: 'Confirmed',
    about: 'The sources named here say what the rule takes from them.',
  },
  unconfirmed: {
    label: 'Unconfirmed',
    about:
      'The rule rests on a reading that the sources named here support but do not state. The force crime registrar decides whether it holds.',
  },
};

export const DIMENSION_WORDS: Readonly<Record<Dimension, string>> = {
  completeness: 'completeness',
  consistency: 'consistency',
  accuracy: 'accuracy',
  validity: 'validity',
  timeliness: 'timeliness',
};

export const AGE_WORDS: Readonly<Record<FindingAge, string>> = {
  '0-6': 'Under 7 days',
  '7-27': '7 to 27 days',
  '28-90': '28 to 90 days',
  '91+': '91 days and more',
};

export const CHECK_STATE_WORDS: Readonly<Record<CheckState, string>> = {
  raised: 'Raised',
  ok: 'In order',
  shown: 'Shown, not judged',
  'too-few': 'Too few records',
  'not-assessed': 'Not assessed',
};

/** What an empty marker cell means, as the profile decides it. */
export function blankWords(blank: string): string {
  switch (blank) {
    case 'not-set':
      return 'An empty marker cell is read as “not set”.';
    case 'unknown':
      return 'An empty marker cell is read as “unknown”.';
    default:
      return `An empty marker cell is read as: ${blank}.`;
  }
}
