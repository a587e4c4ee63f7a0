import { describe, expect, it } from 'vitest';
import { renderBrief } from './brief.js';
import { exampleRun, fullRun } from './html/example-run.test-helper.js';

const linesOf = (text: string) => text.replace(/\n$/, '').split('\n');
const plain = exampleRun();

describe('brief.txt', () => {
  it('has ten lines', () => {
    expect(linesOf(renderBrief(plain))).toHaveLength(10);
    expect(linesOf(renderBrief(fullRun()))).toHaveLength(10);
    expect(linesOf(renderBrief(exampleRun({ records: [] })))).toHaveLength(10);
  });

  it('ends with a sentence that says what it rests on', () => {
    const quote = linesOf(renderBrief(plain)).at(-1)!;
    const { met, breached, undetermined } = plain.summary.measures['csa-by-title']!;
    expect(quote).toMatch(/^To quote: “As at 21 November 2026, .*”$/);
    expect(quote).toContain(
      `${met} of ${met + breached + undetermined} child sexual offences by title carry CSA`,
    );
    expect(quote).toContain(`${breached} do not; ${undetermined} cannot be told`);
    expect(quote).toContain(`rule pack ${plain.pack.edition}`);
    expect(quote).toMatch(/\d+ of \d+ rules rest on an unconfirmed reading/);
    expect(quote).toContain('flagging compliance, not prevalence');
    expect(quote.match(/\.(?=\s|$)/g) ?? []).toHaveLength(0);
  });

  it('gives nothing to quote where nothing was checked', () => {
    const text = renderBrief(exampleRun({ over: { notChecked: 'no record could be read' } }));
    expect(text).toContain('NOT CHECKED');
    expect(linesOf(text).at(-1)).toBe('To quote: nothing. This run is not a check.');
  });

  it('says that a quoted figure is of a part, and that the policy changes the pack', () => {
    const quote = linesOf(renderBrief(fullRun())).at(-1)!;
    expect(quote).toContain('(of what could be read; ');
    expect(quote).toMatch(/with \d+ local changes/);
  });

  it('puts a broken feed before the figures', () => {
    const text = renderBrief({
      ...plain,
      alerts: [{ kind: 'column-gone', since: '2026-11-20', columns: ['CSE'] }],
    });
    const lines = linesOf(text);
    expect(lines[2]).toContain('THE FEED LOOKS BROKEN. The column is gone: CSE; it was there');
    expect(lines.findIndex((line) => line.includes('cannot be told. Rate'))).toBeGreaterThan(2);
    expect(lines.at(-1)).toBe('To quote: nothing, until the feed is looked at.');
  });

  it('carries no crime reference and no team, and no control character of a force', () => {
    expect(renderBrief(plain)).not.toMatch(/MC\/|CAIT/);
    const hostile = renderBrief(exampleRun({ also: { force: '\u001b[31mX\nY' } }));
    expect(linesOf(hostile)).toHaveLength(10);
    expect(hostile).not.toContain('\u001b');
  });
});
