import type { TeamKind, Topic } from './texts.js';

type Codes = Readonly<Record<string, number>>;

/**
 * A kind of crime that the rules concern: which codes it is recorded under, who the victim is, and
 * which words its narratives use. What the code itself says (ages, sexes) comes from the pack.
 */
export interface Scenario {
  /** Out of about a thousand crimes in scope. */
  readonly weight: number;
  readonly codes: Codes;
  /** `state`: no victim who is a person. */
  readonly victim: 'child' | 'adult' | 'state';
  /** The share of records whose victim is the state all the same: decoys, unknown children. */
  readonly stateShare?: number;
  /** The lowest age, where the code sets none or a lower one. */
  readonly youngest?: number;
  readonly topics: readonly Topic[];
  readonly team: TeamKind;
  /** The share told as adults of what happened to them as children. */
  readonly nonRecent?: number;
  /** The share that is exploitation, where neither title nor text says so already. */
  readonly exploited?: number;
}

const CONTACT: Codes = {
  '19/07': 9,
  '19/09': 3,
  '19/16': 9,
  '19/17': 4,
  '19/18': 1,
  '19/11': 1,
  '20/04': 4,
  '20/06': 18,
  '17/14': 2,
  '17/16': 8,
  '21/06': 4,
  '21/07': 2,
  '21/12': 3,
  '21/18': 4,
  '21/19': 2,
  '21/22': 2,
  '21/10': 1,
  '22/06': 12,
  '22/07': 3,
  '22/08': 4,
  '22/10': 3,
  '22/12': 6,
  '22/13': 2,
  '22/18': 6,
  '22/22': 3,
  '73/07': 2,
  '73/08': 1,
};

const EXPLOITATION: Codes = {
  '71/02': 1,
  '71/04': 2,
  '71/05': 1,
  '71/06': 2,
  '71/08': 5,
  '71/09': 3,
  '71/10': 4,
  '71/11': 1,
  '71/14': 2,
};

export const SCENARIOS = {
  contact: {
    weight: 300,
    codes: CONTACT,
    victim: 'child',
    youngest: 4,
    topics: ['plain', 'plain', 'plain', 'online', 'none'],
    team: 'child',
    nonRecent: 0.35,
    exploited: 0.12,
  },
  familial: {
    weight: 60,
    codes: { '23/04': 3, '23/05': 1, '23/06': 1, '23/14': 4, '23/15': 2, '23/22': 2, '23/24': 3 },
    victim: 'child',
    youngest: 4,
    topics: ['plain'],
    team: 'child',
    nonRecent: 0.4,
  },
  grooming: {
    weight: 90,
    codes: { '71/17': 12, '71/01': 2, '88/01': 3, '88/02': 1 },
    victim: 'child',
    stateShare: 0.25,
    youngest: 9,
    topics: ['online', 'online', 'online', 'plain'],
    team: 'images',
    exploited: 0.1,
  },
  images: {
    weight: 110,
    codes: { '86/02': 12, '86/10': 10, '86/15': 2, '71/16': 1 },
    victim: 'child',
    stateShare: 0.85,
    youngest: 6,
    topics: ['online', 'online', 'plain', 'none'],
    team: 'images',
  },
  exploitation: {
    weight: 40,
    codes: EXPLOITATION,
    victim: 'child',
    youngest: 10,
    topics: ['exchange', 'exchange', 'plain', 'online'],
    team: 'exploitation',
  },
  'adult-sexual': {
    weight: 190,
    codes: {
      '19/08': 12,
      '19/10': 2,
      '20/03': 4,
      '20/05': 18,
      '17/13': 1,
      '17/15': 3,
      '22/02': 2,
      '88/09': 6,
      '88/10': 2,
      '88/12': 1,
      '88/15': 2,
      '70/02': 1,
    },
    victim: 'adult',
    topics: ['plain', 'plain', 'plain', 'none', 'online'],
    team: 'adult',
  },
  'child-sexual': {
    weight: 90,
    codes: {
      '19/08': 6,
      '19/10': 1,
      '20/03': 2,
      '20/05': 16,
      '17/13': 1,
      '17/15': 4,
      '22/02': 2,
      '88/09': 4,
      '88/10': 1,
      '88/15': 2,
    },
    victim: 'child',
    youngest: 8,
    topics: ['plain', 'plain', 'plain', 'none', 'online'],
    team: 'child',
    nonRecent: 0.25,
    exploited: 0.12,
  },
  trafficking: {
    weight: 8,
    codes: { '72/02': 2, '72/05': 3 },
    victim: 'child',
    youngest: 13,
    topics: ['plain', 'exchange'],
    team: 'exploitation',
  },
  cruelty: {
    weight: 60,
    codes: { '11/03': 14, '12/00': 1 },
    victim: 'child',
    topics: ['neglect', 'neglect', 'none'],
    team: 'child',
  },
  abduction: {
    weight: 12,
    codes: { '13/01': 2, '13/02': 3 },
    victim: 'child',
    topics: ['plain', 'concern'],
    team: 'child',
  },
  'adult-relative': {
    weight: 6,
    codes: { '23/12': 3, '23/13': 1 },
    victim: 'adult',
    topics: ['plain'],
    team: 'adult',
  },
  'drug-supply': {
    weight: 22,
    codes: { '92/30': 1 },
    victim: 'state',
    topics: ['criminal', 'criminal', 'supply'],
    team: 'exploitation',
  },
  slavery: {
    weight: 12,
    codes: { '106': 3, '36/01': 1 },
    victim: 'child',
    youngest: 12,
    topics: ['criminal'],
    team: 'exploitation',
  },
  blackmail: {
    weight: 14,
    codes: { '35/01': 3, '8/23': 2 },
    victim: 'child',
    youngest: 11,
    topics: ['image'],
    team: 'images',
  },
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof SCENARIOS;

export const SCENARIO_NAMES = Object.keys(SCENARIOS) as readonly ScenarioName[];

/** The class beside a sub-code that the offence list does not hold. */
export const CLASSES_OF_UNLISTED: Readonly<Record<string, string>> = {
  '92/30': '92A',
  '35/01': '35',
  '8/23': '8R',
};

/** Classes that some systems export in place of the sub-code, and that say as much about ages. */
export const CLASSES_BY_THEMSELVES: readonly string[] = [
  '19C',
  '19D',
  '19E',
  '19F',
  '19G',
  '19H',
  '17A',
  '17B',
  '20A',
  '20B',
  '21',
  '22B',
  '88E',
  '11A',
];
