/** A file of one line an item, as a stream: what stands before the first item, and each item's text. */
export interface LineFile<T> {
  readonly name: string;
  readonly start: () => string;
  readonly line: (item: T) => string;
}

/** What stands in one place of each line. */
export interface LineColumn<T> {
  readonly name: string;
  /** `null` where there is nothing. */
  readonly cell: (item: T) => string | number | null;
  /** Whether few texts stand in it many times. */
  readonly repeats: boolean;
}
