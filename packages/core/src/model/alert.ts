/** What differs from the earlier run as a broken feed does. `since` is the day of that earlier run. */
export type Alert =
  | { readonly kind: 'column-gone'; readonly since: string; readonly columns: readonly string[] }
  | {
      readonly kind: 'marker-blank';
      readonly since: string;
      readonly marker: string;
      readonly before: number;
      readonly records: number;
    }
  | {
      readonly kind: 'rate-collapse';
      readonly since: string;
      readonly measure: string;
      readonly before: number;
      readonly now: number;
      readonly otherRules: boolean;
    }
  | { readonly kind: 'records-fell'; readonly since: string; readonly before: number; readonly now: number }
  | { readonly kind: 'force-gone'; readonly since: string; readonly force: string; readonly before: number }
  | {
      readonly kind: 'codes-unreadable';
      readonly since: string;
      readonly before: number;
      readonly now: number;
    };

export type AlertKind = Alert['kind'];
