import type { ScenarioName } from './tables/scenarios.js';

export interface GenerateOptions {
  /** The same seed and options give the same records everywhere. */
  readonly seed: number;
  /** How many records. */
  readonly rows: number;
  /** The ONS code of the force, such as E23000037. */
  readonly force: string;
  /** The first day of recording, `YYYY-MM-DD`; records come in the order of their recording. */
  readonly from: string;
  /** The last day of recording. */
  readonly to: string;
  /** The day of the extract, on or after `to`: no outcome or marker is later. */
  readonly asAt: string;
  /**
   * Of the records in which a fault of this rule can be planted, the share that gets it. A record
   * gets one fault at most. Rules that are off by default can be planted too. @default no faults
   */
  readonly faultRates?: Readonly<Record<string, number>>;
  /** The share of crimes that no rule about children concerns. @default 0.95 */
  readonly ordinaryShare?: number;
  /** How many times as often a kind of crime in scope comes; 0 leaves it out. @default 1 each */
  readonly mix?: Readonly<Partial<Record<ScenarioName, number>>>;
  /** What stands before the year in a crime reference: `GL/2026/000123`. @default "MC" */
  readonly prefix?: string;
  /** The number of the first record. @default 1 */
  readonly firstNumber?: number;
}
