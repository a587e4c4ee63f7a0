import type { Checker, RecordInput } from './checker.js';
import type { CheckResult } from './evaluate/check-record.js';

declare global {
  // Of the web, and so in the types of browsers and of Node; said here for a program that has neither.
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type, @typescript-eslint/no-explicit-any, @typescript-eslint/no-unused-vars
  interface TransformStream<I = any, O = any> {}
}

/** One item of a stream and what its record gives. */
export interface Checked<T> extends CheckResult {
  readonly item: T;
}

/** How the record of an item is made; an item that is a record needs no way. */
export type RecordOf<T> = T extends RecordInput
  ? [recordOf?: (item: T) => RecordInput]
  : [recordOf: (item: T) => RecordInput];

function checkItem<T>(checker: Checker, item: T, [recordOf]: RecordOf<T>): Checked<T> {
  return { item, ...checker.check(recordOf === undefined ? (item as RecordInput) : recordOf(item)) };
}

/**
 * Checks the records of a stream as they come, one at a time and in their order; nothing is read ahead.
 * @throws {MarkercheckError} `RECORD_INVALID` where a record is none: the stream ends there.
 */
export async function* checkStream<T>(
  checker: Checker,
  items: AsyncIterable<T> | Iterable<T>,
  ...recordOf: RecordOf<T>
): AsyncGenerator<Checked<T>, void, void> {
  for await (const item of items) yield checkItem(checker, item, recordOf);
}

/** The same as a stage of web streams: `records.pipeThrough(checkTransform(checker))`. */
export function checkTransform<T = RecordInput>(
  checker: Checker,
  ...recordOf: RecordOf<T>
): TransformStream<T, Checked<T>> {
  return new TransformStream<T, Checked<T>>({
    transform: (item, controller) => controller.enqueue(checkItem(checker, item, recordOf)),
  });
}
