import type { ExchangeCheck } from './exchange.js';

/** What a reader should see first, as codes: the report has the words. */
export type StandsOut =
  | { readonly kind: 'no-file'; readonly name: string }
  | { readonly kind: 'incomplete'; readonly code: string }
  | {
      readonly kind: 'lacking';
      readonly code: string;
      readonly columns: readonly string[];
      readonly rules: readonly string[];
    }
  | { readonly kind: 'check'; readonly code: string; readonly check: ExchangeCheck }
  | {
      readonly kind: 'no-months';
      readonly code: string;
      readonly measure: string;
      readonly months: readonly string[];
    }
  | {
      readonly kind: 'differs';
      readonly code: string;
      readonly measure: string;
      readonly way: 'lower';
      readonly rule: string | null;
    }
  | { readonly kind: 'untold'; readonly code: string; readonly measure: string }
  | { readonly kind: 'rule'; readonly code: string; readonly rule: string }
  | {
      readonly kind: 'shift';
      readonly code: string;
      readonly measure: string;
      readonly from: string;
      readonly to: string;
      readonly direction: 'up' | 'down';
    };
