import { CODES, type Codes } from './codes.js';
import type { TeamKind, Topic } from './texts.js';

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

export const SCENARIOS = {
  contact: {
    weight: 300,
    codes: CODES.contact,
    victim: 'child',
    youngest: 4,
    topics: ['plain', 'plain', 'plain', 'online', 'none'],
    team: 'child',
    nonRecent: 0.35,
    exploited: 0.12,
  },
  familial: {
    weight: 60,
    codes: CODES.familial,
    victim: 'child',
    youngest: 4,
    topics: ['plain'],
    team: 'child',
    nonRecent: 0.4,
  },
  grooming: {
    weight: 90,
    codes: CODES.grooming,
    victim: 'child',
    stateShare: 0.25,
    youngest: 9,
    topics: ['online', 'online', 'online', 'plain'],
    team: 'images',
    exploited: 0.1,
  },
  images: {
    weight: 110,
    codes: CODES.images,
    victim: 'child',
    stateShare: 0.85,
    youngest: 6,
    topics: ['online', 'online', 'plain', 'none'],
    team: 'images',
  },
  exploitation: {
    weight: 40,
    codes: CODES.exploitation,
    victim: 'child',
    youngest: 10,
    topics: ['exchange', 'exchange', 'plain', 'online'],
    team: 'exploitation',
  },
  'adult-sexual': {
    weight: 190,
    codes: CODES.adultSexual,
    victim: 'adult',
    topics: ['plain', 'plain', 'plain', 'none', 'online'],
    team: 'adult',
  },
  'child-sexual': {
    weight: 90,
    codes: CODES.childSexual,
    victim: 'child',
    youngest: 8,
    topics: ['plain', 'plain', 'plain', 'none', 'online'],
    team: 'child',
    nonRecent: 0.25,
    exploited: 0.12,
  },
  trafficking: {
    weight: 8,
    codes: CODES.trafficking,
    victim: 'child',
    youngest: 13,
    topics: ['plain', 'exchange'],
    team: 'exploitation',
  },
  cruelty: {
    weight: 60,
    codes: CODES.cruelty,
    victim: 'child',
    topics: ['neglect', 'neglect', 'none'],
    team: 'child',
  },
  abduction: {
    weight: 12,
    codes: CODES.abduction,
    victim: 'child',
    topics: ['plain', 'concern'],
    team: 'child',
  },
  'adult-relative': {
    weight: 6,
    codes: CODES.adultRelative,
    victim: 'adult',
    topics: ['plain'],
    team: 'adult',
  },
  'drug-supply': {
    weight: 22,
    codes: CODES.drugSupply,
    victim: 'state',
    topics: ['criminal', 'criminal', 'supply'],
    team: 'exploitation',
  },
  slavery: {
    weight: 20,
    codes: CODES.slavery,
    victim: 'child',
    youngest: 12,
    topics: ['criminal'],
    team: 'exploitation',
  },
  blackmail: {
    weight: 14,
    codes: CODES.blackmail,
    victim: 'child',
    youngest: 11,
    topics: ['image'],
    team: 'images',
  },
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof SCENARIOS;

export const SCENARIO_NAMES = Object.keys(SCENARIOS) as readonly ScenarioName[];
