import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count } from '../../messages/figures.js';
import { REPORT } from '../../messages/report.js';
import type { HistoryCell } from '../../history/entry.js';
import { entry } from '../../history/entry.test-helper.js';
import { trend } from '../../history/trend.js';
import { exampleRun, fullRun } from './example-run.test-helper.js';
import { trim } from '../../normalise/text.js';
import { renderReport } from './render-report.js';
import type { ReportInput } from './view.js';

const page = (input: ReportInput): string => [...renderReport(input)].join('');

const usual = exampleRun({ without: ['markerHistory', 'suspectAges'] });
const text = page(usual);

const PACK_NAME = { id: 'home-office-markers', edition: '2026-11' };
const VOID = new Set(['meta', 'br', 'rect', 'circle', 'line', 'path', 'polyline']);

/** The tags of a page as `p`, `/p`; attributes of every page are in double quotes. */
function tagsOf(html: string): readonly string[] {
  return [...html.matchAll(/<(\/?[a-z][a-z0-9]*)(?:"[^"]*"|[^"<>])*>/gi)].map(([, name]) => name ?? '');
}

/** The text of the first element that holds the mark, between its start and the end of that kind of tag. */
function after(html: string, mark: string, end: string): string {
  const start = html.indexOf(mark);
  return start < 0 ? '' : html.slice(start, html.indexOf(end, start));
}

describe('the page', () => {
  it.each<[string, ReportInput]>([
    ['a usual run', usual],
    ['a run with everything', fullRun()],
    ['a run without a record', exampleRun({ records: [] })],
  ])('is well formed for %s', (_, input) => {
    const html = page(input);
    const open: string[] = [];
    for (const tag of tagsOf(html)) {
      if (VOID.has(tag)) continue;
      if (tag.startsWith('/')) expect(open.pop()).toBe(tag.slice(1));
      else open.push(tag);
    }
    expect(open).toEqual([]);
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/ (?:href="#|aria-labelledby=")([^"]*)"/g))
      expect(ids).toContain(target);
    expect(html).not.toMatch(/undefined|null|NaN|\[object/);
  });

  it('has one h1 and no heading that skips a level', () => {
    const levels = tagsOf(text).flatMap((tag) => (/^h[1-6]$/.test(tag) ? [Number(tag.slice(1))] : []));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    levels.forEach((level, i) => expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1));
  });

  it('has its sections in order, with the contents before them', () => {
    const heads = [...text.matchAll(/<h2[^>]*>([^<]*)</g)].map(([, words]) => words);
    expect(heads).toEqual(Object.values(REPORT.sections));
    expect(text.indexOf('<nav')).toBeLessThan(text.indexOf('<main'));
    expect(tagsOf(text).filter((tag) => ['header', 'nav', 'main', 'footer'].includes(tag))).toHaveLength(4);
  });

  it('has a caption and a scope on every head of every table', () => {
    const tables = text.match(/<table>[^]*?<\/table>/g) ?? [];
    expect(tables.length).toBeGreaterThan(10);
    for (const table of tables) {
      expect(table).toMatch(/^<table>\n<caption>[^<]+<\/caption>/);
      expect(table).not.toMatch(/<th(?:>| (?!scope="(?:col|row|rowgroup)"))/);
    }
    const labels = [...text.matchAll(/role="region" aria-label="([^"]*)"/g)].map(([, label]) => label);
    expect(labels).toHaveLength(tables.length);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('runs nothing and asks for nothing', () => {
    expect(text).toContain('<html lang="en-GB">');
    expect(text).toContain('content="default-src &#39;none&#39;;');
    expect(text).not.toMatch(
      /<(?:script|img|link|iframe|object|embed|form|base)\b|\ssrc=|\sstyle=|\son[a-z]+=/i,
    );
  });

  it('comes in pieces, and twice the same', () => {
    const pieces = [...renderReport(usual)];
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(text.length / 3);
    expect(pieces.join('')).toBe(page(exampleRun({ without: ['markerHistory', 'suspectAges'] })));
  });
});

describe('the verdict', () => {
  it('says in capitals that a run is not checked, and why', () => {
    const html = page(exampleRun({ over: { notChecked: 'only 3 of 2,000 records have a code' } }));
    expect(after(html, 'class="verdict', '</div>')).toMatch(
      /NOT CHECKED\.<[^]*Only 3 of 2,000 records have a code\. No figure/,
    );
    expect(html).toMatch(/<title>[^<]*NOT CHECKED/);
    expect(after(html, 'id="headlines"', '<h3')).toContain('NOT CHECKED: do not quote');
  });

  it('says that a run is incomplete', () => {
    const html = page(exampleRun({ over: { complete: false } }));
    expect(after(html, 'class="verdict', '</div>')).toContain('INCOMPLETE.');
    expect(after(html, 'id="headlines"', '<h3')).toContain('INCOMPLETE');
  });

  it('says that nothing was found', () => {
    const html = page(exampleRun({ records: [{ offenceCode: '30C', recordedOn: '2025-05-02' }] }));
    expect(html).toContain('1 record was checked against 25 rules, without a finding.');
    expect(html).toContain('no data');
  });
});

describe('the rules', () => {
  const { rules } = usual.summary;
  const table = after(text, '<caption>Rules that are on', '</table>');

  it.each(Object.entries(rules))('%s is shown by its state, with its counts', (id, rule) => {
    const met = rule.met + rule.breached + rule.undetermined;
    if (rule.isOff) {
      expect(after(text, '<p class="wrap off">', '</p>')).toContain(`<code>${id}</code>`);
      return;
    }
    const section = after(text, `<h3 id="${id}">`, '</dl>');
    expect(section).toContain(`<code>${id}</code>`);
    if (rule.state === 'not-assessed') {
      expect(section).toContain('Not assessed: the extract lacks');
      expect(after(text, 'id="lacking"', '</table>')).toContain(`href="#${id}"`);
      return;
    }
    expect(section).toContain(`Applies to ${count(met)} record`);
    const row = after(table, `href="#${id}"`, '</tr>');
    const cells = [...row.matchAll(/<td class="number">(?:<span class="quiet">)?([\d,]+)</g)].map(
      ([, cell]) => cell,
    );
    expect(cells).toEqual([met, rule.met, rule.breached, rule.waived, rule.undetermined].map(count));
  });

  it('shows of each rule as many findings as were sampled', () => {
    for (const [id, samples] of Object.entries(usual.samples)) {
      const sample = after(text, `<caption>${id}: `, '</table>');
      expect(sample.match(/<th scope="row"/g)).toHaveLength(samples.length);
      for (const { row } of samples) expect(sample).toContain(`extract.csv, row ${String(row)}<`);
    }
  });
});

describe('the headlines', () => {
  it('are those of the pack, filled in, and no others', () => {
    const headlines = after(text, 'id="headlines"', '</section>');
    const sentences = [...headlines.matchAll(/<p class="headline-sentence">([^<]*)</g)].map(
      ([, words]) => words,
    );
    const measures = usual.pack.measures.filter(({ headline }) => headline !== undefined);
    expect(sentences).toHaveLength(measures.length);
    measures.forEach(({ id }, i) => {
      const { met, breached, undetermined } = usual.summary.measures[id]!;
      expect(sentences[i]).toMatch(
        new RegExp(`^${String(met)} of ${String(met + breached + undetermined)} `),
      );
      expect(sentences[i]).toContain(`; ${String(breached)} do not; ${String(undetermined)} cannot be told.`);
    });
    expect(headlines.match(/role="img"/g)).toHaveLength(measures.length);
    for (const { id } of usual.pack.measures) expect(headlines).toContain(`<code class="id">${id}</code>`);
  });

  it('add up to the same by month, by team and by class of offence', () => {
    const breakdowns = after(text, 'id="breakdowns"', '</section>');
    for (const { id, title, headline } of usual.pack.measures) {
      const { met, breached, undetermined } = usual.summary.measures[id]!;
      for (const by of headline === undefined ? [] : ['month of recording', 'team', 'class of offence']) {
        const rows = after(breakdowns, `<caption>${title}, by ${by}`, '</table>').split('<tr>').slice(2);
        const sums = [0, 0, 0, 0];
        for (const row of rows) {
          const cells = [...row.matchAll(/<td class="number">(?:<span class="quiet">)?([\d,]+)</g)];
          sums.forEach((sum, i) => (sums[i] = sum + Number(cells[i]?.[1]?.replace(',', ''))));
        }
        expect(sums).toEqual([met + breached + undetermined, met, breached, undetermined]);
      }
    }
  });
});

describe('the trend', () => {
  const html = page(fullRun());

  it('is a picture of each headline measure, with its words', () => {
    const section = after(html, 'id="trend"', '</section>');
    expect(section).toContain('<h3>Child sexual offences by title that carry CSA</h3>');
    expect(section).toMatch(/<svg viewBox="[\d ]+" role="img" aria-label="[^"]+: rate by month"/);
    expect(section).toContain('Signal. January 2025: below the lower limit.');
    expect(section).toContain('<code>markercheck trend FOLDER</code>');
  });

  it('says where the runs were judged by different rules', () => {
    const run = fullRun();
    const cells = ['2024-05', '2024-06', '2024-07'].map((month): HistoryCell => [
      'csa-by-title',
      'E23000037',
      month,
      '91+',
      80,
      10,
      4,
    ]);
    const before = entry('2024-09-01', { cells: cells.slice(0, 2), pack: { ...PACK_NAME, digest: 'old' } });
    const later = entry('2024-11-01', { cells: cells.slice(2), pack: { ...PACK_NAME, digest: 'new' } });
    const section = after(
      page({ ...run, trend: trend([before, later], run.pack) }),
      'id="trend"',
      '</section>',
    );
    expect(section).toContain('The line is broken before July 2024: the rule pack changed.');
  });

  it('is not there without a history, and the page says how to have one', () => {
    const section = after(text, 'id="trend"', '</section>');
    expect(section).toContain('--history FOLDER');
    expect(section).not.toContain('<svg');
    expect(text.match(/sha256-/g)).toHaveLength(1);
  });
});

describe('a breakdown by team', () => {
  const record = { offenceCode: '19/16', recordedOn: '2025-05-02', victimBornOn: '2015-01-01' };
  const teams = (list: readonly string[]) =>
    page(exampleRun({ records: list.map((team) => ({ ...record, team })) }));

  it('names the records without a team as such, and adds up small teams', () => {
    expect(teams(['North', ''])).toContain('>(no team)</th>');
    const many = teams(Array.from({ length: 33 }, (_, i) => `Team ${String(i)}`));
    expect(many).toContain('>The other 3 teams</th>');
  });

  it('is not there where the extract tells no teams, and the page says why', () => {
    expect(page(exampleRun({ without: ['team'] }))).toContain(
      'no table by team: the extract has no such column',
    );
    const { summary, ...rest } = exampleRun();
    expect(page({ ...rest, summary: { ...summary, teams: null } })).toContain(
      'more different texts than any force',
    );
  });
});

describe('what a policy, the registrar, a baseline and waivers change', () => {
  const html = page(fullRun());

  it('is listed one by one', () => {
    for (const words of [
      '<code>CSE-WITHOUT-CSA</code> has severity information; in the pack it has warning.',
      '<code>CSE-MULTI-SUSPECT</code> is switched on, severity information; in the pack it is off.',
      '<code>SEX-OFFENCE-MISMATCH</code> is switched off; in the pack it is on, severity warning.',
      '<code>csaMandatoryFrom</code> is 2016-04-01; in the pack it is not set.',
      'Expired, and so waiving nothing: row 2 of the waivers file.',
      'Row 6 does not waive: expiresOn is not a date.',
      'Findings since the run as at 20 November 2026',
      '1 is waived besides',
      '17 of 22 readings confirmed against edition 2026-04 by the registrar; 1 differs',
    ]) {
      expect(html).toContain(words);
    }
    expect(text).toContain('No policy: the pack as it comes.');
  });

  it('is said of each rule: what is new, since when, and what the registrar says', () => {
    const rule = after(html, '<h3 id="CSA-BYDEF-MISSING">', '</table>');
    expect(rule).toContain(
      'Since 20 November 2026: 3 new, 1,540 persisting, 2 judged anew, 7 resolved and 1 no longer assessed. The oldest open finding was first found on 3 May 2026.',
    );
    expect(rule).toContain('Differs, says the registrar against edition 2026-04, paragraph 4.2');
    expect(after(html, '<h3 id="CSA-AGE-MISSING">', '</dl>')).toContain('has not answered on this reading');
    expect(after(text, '<h3 id="CSA-AGE-MISSING">', '</dl>')).not.toContain('registrar has not');
    for (const words of ['<strong>Waived, known since', '<td>New</td>', '<td>Known since 3 May 2026</td>']) {
      expect(rule).toContain(words);
    }
    expect(after(text, '<caption>CSA-BYDEF-MISSING', '</table>')).not.toContain('Standing');
  });

  it('tells how long the open findings of each tier have been known', () => {
    const ages = after(html, '<caption>Open findings by the time', '</table>');
    expect(ages.match(/<th scope="row"/g)).toHaveLength(1);
    expect([...ages.matchAll(/<td class="number">([^<]*)</g)].map(([, cell]) => cell)).toEqual([
      '1,545',
      '5',
      '40',
      '500',
      '1,000',
      '3 May 2026',
    ]);
    expect(text).not.toContain('<caption>Open findings by');
  });

  it('raises the checks on the whole extract at the top', () => {
    expect(after(html, 'class="notice"', '</div>\n</div>')).toContain(
      'Few child sexual offences by definition carry CSA',
    );
    expect(html).toContain('Raised under 100%');
  });
});

describe('values of an extract', () => {
  const hostile = fc.oneof(
    fc.constantFrom(
      '</td><script>alert(1)</script>',
      '" onload="x',
      "'><img src=x onerror=y>",
      '<!--',
      ']]>',
      '&lt;',
    ),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
  );
  const shape = (value: string): readonly string[] =>
    tagsOf(
      page(
        exampleRun({
          records: [
            {
              offenceCode: '19/16',
              recordedOn: '2025-05-02',
              offenceFrom: '2025-05-01',
              victimBornOn: '2015-01-01',
            },
          ],
          also: { crimeReference: value, force: value, team: value },
          file: value,
        }),
      ),
    );
  const plain = shape('plain');

  it('never change the shape of the page', () => {
    fc.assert(
      fc.property(
        // A blank cell holds no value: such a page says that force and team are not stated.
        hostile.filter((value) => trim(value) !== ''),
        (value) => {
          expect(shape(value)).toEqual(plain);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('are shown in samples, and no others than those meant', () => {
    const html = page(
      exampleRun({
        records: [
          {
            offenceCode: '19/16',
            recordedOn: '2025-05-02',
            offenceFrom: '2025-05-01',
            victimBornOn: '2011-07-19',
            narrative: 'CANARY-NARRATIVE',
            localMarkers: 'CANARY-MARKER',
          },
        ],
        also: { crimeReference: 'GL/2025/1', team: 'Team <A>' },
      }),
    );
    expect(html).toContain('GL/2025/1');
    expect(html).toContain('Team &lt;A&gt;');
    expect(html).not.toMatch(/2011-07-19|19 July 2011|CANARY/);
  });
});
