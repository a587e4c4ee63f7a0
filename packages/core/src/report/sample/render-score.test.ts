import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { CrimeRecord } from '../../model/fields.js';
import { loadPack } from '../../rules/load.js';
import { drawSample } from '../../sample/draw-sample.js';
import { readGrades } from '../../sample/score/grades.js';
import { scoreSample } from '../../sample/score/score.js';
import { reviewCsv } from '../review/review-csv.js';
import { renderScore } from './render-score.js';
import { scoreCsv, wrongCsv } from './score-csv.js';

const records = Array.from({ length: 40 }, (_, i): CrimeRecord => ({
  crimeReference: i === 0 ? '<b>=1' : `GL/${i}`,
  force: 'E23000037',
  offenceCode: '19/16',
  recordedOn: '2026-10-02',
  offenceFrom: '2026-10-01',
  victimBornOn: '2015-02-03',
  CSA: i < 10 ? 'N' : 'Y',
  CSE: 'N',
  team: i % 2 === 0 ? '<i>CAIT' : 'RASSO',
  narrative: 'secret words',
}));
const manifest = drawSample(records, { pack: loadPack(), asAt: '2026-11-01', seed: 1, double: 0.5 });

/** Answers everything: CSA should be set on all but one record, CSE on none; `change` spoils lines. */
function filled(
  reviewer: 'A' | 'B',
  change: (line: string[], at: (name: string) => number) => void = () => undefined,
) {
  const [header = [], ...lines] = Papa.parse<string[]>([...reviewCsv(manifest, reviewer)].join('').slice(1), {
    skipEmptyLines: true,
  }).data;
  const at = (name: string) => header.indexOf(name);
  for (const line of lines) {
    const isCsa = line[at('question')] === 'CSA';
    line[at('shouldBeSet')] = isCsa && line[at('crimeReference')] !== 'GL/1' ? 'yes' : 'no';
    line[at('isSet')] = line[at('extract')] === 'set' ? 'yes' : 'no';
    line[at('why')] = 'Jane Example';
    change(line, at);
  }
  return { name: `<${reviewer}>.csv`, text: Papa.unparse([header, ...lines]) };
}

const grades = readGrades({
  accuracy: [
    { grade: 'Good', from: 90 },
    { grade: 'Poor', from: 0 },
  ],
});
const score = scoreSample({
  manifest,
  reviews: [
    filled('A', (line, at) => {
      if (line[at('crimeReference')] === 'GL/5') line[at('isSet')] = 'perhaps';
    }),
    filled('B', (line, at) => {
      if (line[at('crimeReference')]! > 'GL/3') line[at('shouldBeSet')] = 'cannot tell';
    }),
  ],
  grades,
});
const page = [...renderScore(score)].join('');

describe('renderScore', () => {
  it('says how much came back, and lists each line that does not count', () => {
    expect(page).toContain('PARTLY REVIEWED:');
    expect(page).toContain('2 lines could not be read and do not count.');
    expect(page).toContain('&lt;A&gt;.csv row');
  });

  it('has a text for every picture', () => {
    const pictures = page.match(/<svg [^>]*>/g) ?? [];
    expect(pictures.length).toBeGreaterThan(10);
    for (const picture of pictures) expect(picture).toMatch(/aria-label="[^"]+"|aria-hidden="true"/);
    expect(page).toContain('aria-label="Picture: The marker is right: ');
  });

  it('shows grades, agreement, seed and method', () => {
    for (const words of ['Good', 'Gwet', '<code>1</code>', 'score intervals for a stratified sample']) {
      expect(page).toContain(words);
    }
  });

  it('runs no script, loads nothing and holds no value of a record but its counts', () => {
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|https?:|src=|\son\w+=/);
    for (const words of ['secret words', 'Jane Example', '2015-02-03', '<i>CAIT', 'GL/5']) {
      expect(page).not.toContain(words);
    }
  });

  it('is the same text for the same score', () => {
    expect([...renderScore(score)].join('')).toBe(page);
  });
});

describe('scoreCsv', () => {
  const lines = Papa.parse<Record<string, string>>(scoreCsv(score).slice(1), {
    header: true,
    skipEmptyLines: true,
  }).data;

  it('has a line for every figure and every measure of agreement', () => {
    expect(lines).toHaveLength(score.figures.length + 3 * score.agreement.length);
    const all = lines.find(
      ({ scope, marker, measure }) => scope === 'all' && marker === 'CSA' && measure === 'accuracy',
    );
    const figure = score.figures[0]!;
    expect(all).toMatchObject({
      rate: figure.estimate!.toFixed(6),
      low: figure.low!.toFixed(6),
      high: figure.high!.toFixed(6),
      grade: figure.grade!.grade,
    });
  });

  it('says why there is no figure, and what would do', () => {
    for (const { rate, noFigureBecause, reviewsThatWouldDo, scope } of lines) {
      if (scope === 'agreement' || rate !== '') continue;
      expect(noFigureBecause).not.toBe('');
      expect(Number(reviewsThatWouldDo)).toBeGreaterThan(0);
    }
  });
});

describe('wrongCsv', () => {
  it('names the records to put right, and no cell that a spreadsheet would run', () => {
    const lines = Papa.parse<Record<string, string>>(wrongCsv(score, manifest).slice(1), {
      header: true,
      skipEmptyLines: true,
    }).data;
    // Ten lack CSA; of these GL/1 should not have it, and the line of GL/5 does not count.
    expect(lines).toHaveLength(8);
    for (const line of lines)
      expect(line).toMatchObject({ marker: 'CSA', wrong: 'missing', foundBy: 'CSA-BYDEF-MISSING' });
    expect(lines.some(({ crimeReference }) => crimeReference === '<b>=1')).toBe(true);
  });
});
