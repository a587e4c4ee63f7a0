import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleRun } from '../report/html/example-run.test-helper.js';
import { createChainChecker } from './chain.js';
import { type LogEntry, logEntry, logLine } from './log-entry.js';

const { summary } = exampleRun({ file: '/home/jane.doe/extract.csv' });

function entries(count: number): readonly LogEntry[] {
  const chain: LogEntry[] = [];
  for (let i = 0; i < count; i++) {
    const when = `2026-11-${String((i % 28) + 1).padStart(2, '0')}T02:00:00Z`;
    const facts = { when, operator: 'dq-nightly', reason: 'nightly check', exit: i % 2 };
    chain.push(logEntry(summary, facts, chain.at(-1)?.digest ?? null));
  }
  return chain;
}

const CHAIN = entries(8);
const LINES = CHAIN.map((entry) => logLine(entry).trimEnd());

function verify(lines: readonly string[]) {
  const checker = createChainChecker();
  for (const line of lines) checker.add(line);
  return checker.report();
}

describe('a line of the run log', () => {
  it('names its inputs without their folders, and holds no record', () => {
    const [line = ''] = LINES;
    expect(line).toContain('"name":"extract.csv"');
    expect(line).not.toMatch(/jane|\/home\/|MC\/|CAIT|E23000037/);
    expect(
      logEntry(
        { ...summary, inputs: [{ ...summary.inputs[0]!, name: 'C:\\Users\\jdoe\\x.csv' }] },
        CHAIN[0]!,
        null,
      ).inputs[0]?.name,
    ).toBe('x.csv');
  });

  it('says when, who, why, what with and how it ended', () => {
    expect(CHAIN[1]).toMatchObject({
      when: '2026-11-02T02:00:00Z',
      operator: 'dq-nightly',
      reason: 'nightly check',
      exit: 1,
      asAt: summary.asAt,
      pack: summary.pack,
      records: summary.records,
      findings: summary.findings,
      previous: CHAIN[0]?.digest,
    });
  });

  it.each(['', '  ', 'two\nlines', 'x'.repeat(501)])('refuses an operator or a reason of %j', (text) => {
    const facts = { when: '', operator: 'dq', reason: text, exit: 0 };
    expect(() => logEntry(summary, facts, null)).toThrow(/--reason is a text/);
    expect(() => logEntry(summary, { ...facts, operator: text, reason: 'x' }, null)).toThrow(
      /--operator is a text/,
    );
  });
});

describe('the chain', () => {
  it('is whole as it was written', () => {
    expect(verify(LINES)).toEqual({
      lines: 8,
      breaks: [],
      last: CHAIN.at(-1)?.digest,
      from: '2026-11-01T02:00:00Z',
      to: '2026-11-08T02:00:00Z',
    });
    expect(verify([])).toMatchObject({ lines: 0, breaks: [], last: null });
  });

  it('shows a removed line, and a removed start', () => {
    expect(verify(LINES.toSpliced(3, 1)).breaks).toEqual([{ line: 4, kind: 'missing-before' }]);
    expect(verify(LINES.slice(1)).breaks).toEqual([{ line: 1, kind: 'missing-start' }]);
  });

  it('shows lines that changed places, and a line that is there twice', () => {
    const swapped = [...LINES];
    [swapped[2], swapped[3]] = [swapped[3]!, swapped[2]!];
    expect(verify(swapped).breaks.map(({ line }) => line)).toEqual([3, 4, 5]);
    expect(verify(LINES.toSpliced(4, 0, LINES[3]!)).breaks).toEqual([{ line: 5, kind: 'missing-before' }]);
  });

  it('shows a line that is no line, once', () => {
    expect(verify(LINES.toSpliced(2, 1, 'not json')).breaks).toEqual([{ line: 3, kind: 'unreadable' }]);
    const checker = createChainChecker();
    checker.add(LINES[0]!);
    checker.add(LINES[1]!.slice(0, 40), true);
    expect(checker.report().breaks).toEqual([{ line: 2, kind: 'cut-off' }]);
  });

  it('any change of any value of any line shows', () => {
    fc.assert(
      fc.property(fc.nat(LINES.length - 1), fc.nat(10_000), fc.nat(9), (at, place, digit) => {
        const line = LINES[at]!;
        const i = place % line.length;
        const character = line[i]!;
        if (!/[0-9a-z]/.test(character) || character === String(digit)) return;
        const changed = line.slice(0, i) + String(digit) + line.slice(i + 1);
        expect(verify(LINES.toSpliced(at, 1, changed)).breaks).not.toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order of keys or on blanks', () => {
    const shuffled = LINES.map((line) => {
      const entry = JSON.parse(line) as Record<string, unknown>;
      return JSON.stringify(Object.fromEntries(Object.entries(entry).toReversed()), null, 1).replaceAll(
        '\n',
        '',
      );
    });
    expect(verify(shuffled).breaks).toEqual([]);
  });

  it('cannot show what was taken off its end: the last digest tells', () => {
    const report = verify(LINES.slice(0, 5));
    expect(report.breaks).toEqual([]);
    expect(report.last).not.toBe(CHAIN.at(-1)?.digest);
  });
});
