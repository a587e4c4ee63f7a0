import { describe, expect, it } from 'vitest';
import { createChecker, type RecordInput } from './checker.js';
import { checkStream, checkTransform } from './check-stream.js';
import type { CrimeRecord } from './model/fields.js';
import { loadPack } from './rules/load.js';
import { crimeRecord } from './testing.js';

const checker = createChecker(loadPack(), { asAt: '2026-11-01' });
const RECORDS = [crimeRecord(), crimeRecord({ CSA: 'N' }), crimeRecord({ CSA: '?' })];
const EXPECTED = RECORDS.map((item) => ({ item, ...checker.check(item) }));

async function* later<T>(items: readonly T[]): AsyncGenerator<T, void, void> {
  for (const item of items) {
    await Promise.resolve();
    yield item;
  }
}

async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

describe('checkStream', () => {
  it('checks the records of an iterable, whether they come now or later', async () => {
    expect(await all(checkStream(checker, RECORDS))).toEqual(EXPECTED);
    expect(await all(checkStream(checker, later(RECORDS)))).toEqual(EXPECTED);
  });

  it('hands on the messages that hold the records', async () => {
    const messages = RECORDS.map((value, offset) => ({ offset, value }));
    const checked = await all(checkStream(checker, later(messages), ({ value }) => value));
    expect(checked.map(({ item }) => item.offset)).toEqual([0, 1, 2]);
    expect(checked.map(({ findings }) => findings)).toEqual(EXPECTED.map(({ findings }) => findings));
  });

  it('takes no record before it is asked for the next one', async () => {
    let taken = 0;
    const source = later(RECORDS.map((record) => record));
    const counted: AsyncIterable<CrimeRecord> = {
      [Symbol.asyncIterator]: () => ({
        next: () => {
          taken++;
          return source.next();
        },
      }),
    };
    await checkStream(checker, counted).next();
    expect(taken).toBe(1);
  });

  it('ends where a record is none', async () => {
    const records = [crimeRecord(), { csa: 'N' } as CrimeRecord];
    await expect(all(checkStream(checker, records))).rejects.toMatchObject({ code: 'RECORD_INVALID' });
  });
});

describe('checkTransform', () => {
  it('is a stage of web streams', async () => {
    const records = new ReadableStream<RecordInput>({
      start: (controller) => {
        for (const record of RECORDS) controller.enqueue(record);
        controller.close();
      },
    });
    const reader = records.pipeThrough(checkTransform(checker)).getReader();
    const found: unknown[] = [];
    for (let next = await reader.read(); !next.done; next = await reader.read()) found.push(next.value);
    expect(found).toEqual(EXPECTED);
  });
});
