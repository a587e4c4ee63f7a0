import { sha256 } from '@noble/hashes/sha2';
import { utf8ToBytes } from '@noble/hashes/utils';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { CrimeRecord } from '../../model/fields.js';
import { loadPack } from '../../rules/load.js';
import { type DrawOptions, drawSample } from '../../sample/draw-sample.js';
import { base64 } from '../html/style.js';
import { renderReviewForm, reviewFileName } from './form.js';
import { reviewCsv } from './review-csv.js';

const HOSTILE = '"><script>alert(1)</script>\u202e=1';

const records: readonly CrimeRecord[] = [
  { crimeReference: 'GL/1', CSA: 'N', team: 'CAIT' },
  { crimeReference: HOSTILE, CSA: 'Y', team: '' },
  { crimeReference: 'GL/3', CSA: 'N', team: 'CAIT', offenceCode: 'nonsense' },
].map((record) => ({
  force: 'E23000037',
  offenceCode: '19/16',
  recordedOn: '2026-10-02',
  offenceFrom: '2026-10-01',
  victimBornOn: '2015-02-03',
  CSE: 'N',
  narrative: 'secret words',
  ...record,
}));
const draw = (options: Partial<DrawOptions> = {}) =>
  drawSample(records, { pack: loadPack(), asAt: '2026-11-01', seed: 1, ...options });
const form = (options: Partial<DrawOptions> = {}, reviewer: 'A' | 'B' = 'A') =>
  [...renderReviewForm(draw(options), reviewer)].join('');
const csv = (options: Partial<DrawOptions> = {}) => {
  const text = [...reviewCsv(draw(options), 'A')].join('');
  return Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true }).data;
};
const MISSING = 'Child sexual offence by definition without the CSA marker';

describe('renderReviewForm', () => {
  it('runs one script, which its policy names by digest, and loads nothing', () => {
    const page = form();
    const script = /<script>([\s\S]*)<\/script>/.exec(page)?.[1] ?? '';
    const style = /<style>([\s\S]*)<\/style>/.exec(page)?.[1] ?? '';
    const digest = (text: string) => `'sha256-${base64(sha256(utf8ToBytes(text)))}'`;
    expect(page).toContain(
      `content="default-src 'none'; style-src ${digest(style)}; script-src ${digest(script)}; base-uri 'none'; form-action 'none'"`,
    );
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/https?:|src=|\son\w+=|<link|@import|url\(/);
    expect(script).not.toMatch(/eval|Function\(|innerHTML|localStorage|fetch/);
  });

  it('asks of each marker whether it should be set, and whether it was on the day of the extract', () => {
    const page = form();
    expect(page.match(/<legend>Should CSA be set\?<\/legend>/g)).toHaveLength(3);
    expect(page.match(/<legend>Was CSE set on 1 November 2026\?<\/legend>/g)).toHaveLength(3);
  });

  it('names each answer by its record and question, so that no two can be one', () => {
    const names = [...form().matchAll(/name="([^"]+)"/g)].map(([, name]) => name);
    const groups = new Set(names.filter((name) => name?.startsWith('S')));
    // Two questions on two markers on three records, and one finding that no marker settles.
    expect(groups.size).toBe(13);
  });

  it('tells what the extract and the rules say, but not in a blind form', () => {
    const open = form();
    expect(open).toContain(MISSING);
    expect(open).toContain('In the extract: not set.');
    const blind = form({ blind: true });
    for (const words of [MISSING, 'In the extract', 'rules found', 'finding', 'not in the list']) {
      expect(blind.replace(/<script>[\s\S]*/, '')).not.toContain(words);
    }
  });

  it('shows no value of a personal field', () => {
    for (const text of [form(), JSON.stringify(csv())]) {
      expect(text).not.toContain('secret words');
      expect(text).not.toContain('2015-02-03');
    }
  });

  it('shows a hostile reference as text, and gives it back as it was', () => {
    const page = form();
    expect(page).not.toContain('<script>alert');
    expect(page).not.toContain('\u202e');
    const cells = [...page.matchAll(/data-cells="([^"]*)"/g)].map(([, json]) =>
      (json ?? '')
        .replaceAll('&quot;', '"')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&#39;', "'"),
    );
    const references = cells.map((json) => (JSON.parse(json) as { crimeReference?: string }).crimeReference);
    expect(references).toContain(HOSTILE);
  });

  it('gives the second reviewer a form of their own, with their share', () => {
    expect(form({ double: 0.3 }, 'B').match(/<section class="record"/g)).toHaveLength(1);
    expect(form({ double: 0.3 }, 'B')).toContain('data-reviewer="B"');
    expect(reviewFileName(draw({ double: 0.3 }), 'B')).toBe('review-b');
    expect(reviewFileName(draw(), 'A')).toBe('review');
  });

  it('is the same text for the same sample', () => {
    expect(form()).toBe(form());
  });
});

describe('reviewCsv', () => {
  it('has a line for each question, the answers empty', () => {
    const lines = csv();
    expect(lines).toHaveLength(7);
    expect(lines.map(({ question }) => question).toSorted()).toEqual([
      'CSA',
      'CSA',
      'CSA',
      'CSE',
      'CSE',
      'CSE',
      'UNKNOWN-CODE',
    ]);
    for (const { shouldBeSet, isSet, holds, why } of lines)
      expect([shouldBeSet, isSet, holds, why]).toEqual(['', '', '', '']);
    expect(
      lines.find(({ crimeReference, question }) => crimeReference === 'GL/1' && question === 'CSA'),
    ).toMatchObject({
      asks: 'CSA (child sexual abuse)',
      extract: 'not set',
      findings: MISSING,
      team: 'CAIT',
      reviewer: 'A',
    });
  });

  it('has no column that tells, where it is blind', () => {
    const [line = {}] = csv({ blind: true });
    expect(Object.keys(line)).not.toContain('extract');
    expect(Object.keys(line)).not.toContain('findings');
  });
});
