/** A database engine that runs statements over records, each record a row of texts. */
export interface Engine {
  readonly name: string;
  /** Makes the table `crimes` anew. */
  readonly load: (columns: readonly string[], rows: readonly (readonly (string | null)[])[]) => Promise<void>;
  /** Runs one statement and gives its rows; numbers and days come as text. */
  readonly rows: (statement: string) => Promise<readonly Row[]>;
  readonly stop: () => Promise<void>;
}

export type Row = Readonly<Record<string, string | null>>;

/** Says that an engine is not here, so that nobody takes silence for a proof. */
export function sayMissing(engine: string, why: string): void {
  process.stderr.write(
    `\n!! ${engine.toUpperCase()} IS NOT HERE: ${why}. THE SQL FOR IT IS NOT PROVEN BY THIS RUN. !!\n\n`,
  );
}
