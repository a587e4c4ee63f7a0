import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openQuestions } from '../../packages/core/src/map/questions.js';
import { suggestFromHead } from '../../packages/core/src/profile-suggest.js';
import { readProfile } from '../../packages/core/src/schemas/files.js';
import { type Answered, withAnswers, withColumns } from '../../packages/page/src/answers.js';
import type { Answer } from '../../packages/page/src/protocol.js';
import { askedAs } from '../../packages/page/src/worker/asking.js';
import { controlFor } from '../../packages/page/src/worker/controls.js';
import { ROOT } from '../support/cli.js';

/** The questions of an extract's head, as the page asks them. */
function asked(file: string, bytes: Uint8Array) {
  const { profile, columns } = suggestFromHead(file, bytes, { name: 'test', isWhole: true });
  const names = columns.map(({ column }) => column);
  return {
    profile,
    questions: openQuestions(profile).map((open) => {
      const control = controlFor(open.path, open.question, names);
      return { ...open, control, words: askedAs(profile, open.path, open.question, control) };
    }),
  };
}

const EXTRACTS = [
  'docs/examples/records-system.csv',
  'fixtures/south-west/wiltshire-rms.csv',
  ...readdirSync(path.join(ROOT, 'fixtures/profiles'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(path.join(ROOT, 'fixtures/profiles', name))
        .filter((file) => file.startsWith('extract.'))
        .map((file) => `fixtures/profiles/${name}/${file}`),
    ),
];

function answersBy(choose: (length: number) => number, of: ReturnType<typeof asked>): readonly Answered[] {
  return of.questions.flatMap(({ path: at, control }): readonly Answered[] => {
    if (control.kind === 'text') return [];
    const answer: Answer | undefined =
      control.kind === 'choice'
        ? control.options[choose(control.options.length)]?.answer
        : { kind: 'codes', set: control.codes.slice(0, 1), notSet: control.codes.slice(1) };
    return answer === undefined ? [] : [{ path: at, answer }];
  });
}

describe.each(EXTRACTS)('%s', (file) => {
  const of = asked(path.basename(file), readFileSync(path.join(ROOT, file)));
  const typed = of.questions.filter(({ control }) => control.kind === 'text');

  it.each([
    ['first', () => 0],
    ['last', (length: number) => length - 1],
  ] as const)('is answered by the %s of every choice so that no question is open', (_, choose) => {
    const answered = withAnswers(of.profile, answersBy(choose, of));
    const open = openQuestions(answered).map(({ place }) => place);
    expect(open.filter((place) => !typed.some((question) => question.place === place))).toEqual([]);
    if (open.length === 0) expect(() => readProfile(answered)).not.toThrow();
    // Only where the markers are nobody can choose from a list.
    expect(open.filter((place) => place !== 'markers')).toEqual([]);
  });

  it('is asked in whole sentences that say nothing of JSON', () => {
    for (const { words, control } of of.questions) {
      expect(words).toMatch(/^[A-Z].*[?.)]$/s);
      if (control.kind !== 'text') expect(words).not.toMatch(/[{}]|\bwrite\b/i);
    }
  });
});

describe('withColumns', () => {
  const profile = {
    fields: {
      team: 'TEAM',
      outcomeOn: { column: 'CLOSED', date: 'DD/MM/YYYY' },
      offenceCode: { columns: ['A', 'B'] },
    },
    markers: { layout: 'columns', columns: { CSA: { column: 'FLAG', set: ['Y'], notSet: ['N'] } } },
  };

  it('reads a field from another column, and the old column as nothing', () => {
    expect(
      withColumns(profile, [
        { column: 'TEAM', to: null },
        { column: 'UNIT', to: { field: 'team', date: null } },
        { column: 'FLAG', to: null },
        { column: 'CLOSED', to: { field: 'cancelledOn', date: ['YYYY-MM-DD'] } },
      ]),
    ).toEqual({
      fields: {
        team: 'UNIT',
        cancelledOn: { column: 'CLOSED', date: ['YYYY-MM-DD'] },
        offenceCode: { columns: ['A', 'B'] },
      },
      markers: { layout: 'columns', columns: {} },
    });
  });

  it('changes nothing where nothing is said', () => {
    expect(withColumns(profile, [])).toEqual(profile);
  });

  it('lets two columns change places', () => {
    const swapped = withColumns({ fields: { offenceFrom: 'A', offenceTo: 'B' } }, [
      { column: 'A', to: { field: 'offenceTo', date: null } },
      { column: 'B', to: { field: 'offenceFrom', date: null } },
    ]);
    expect(swapped).toEqual({ fields: { offenceFrom: 'B', offenceTo: 'A' } });
  });
});

describe('withAnswers', () => {
  it('leaves the proposal as it is', () => {
    const proposal = { constants: { force: 'QUESTION: which?' }, fields: {} };
    const before = structuredClone(proposal);
    withAnswers(proposal, [{ path: ['constants', 'force'], answer: { kind: 'remove' } }]);
    expect(proposal).toEqual(before);
  });

  it('removes what is empty around a place that is removed, and all of "rows" with its merging', () => {
    const proposal = { name: 'x', constants: { force: '?' }, rows: { merge: '?', suspects: '?' } };
    expect(
      withAnswers(proposal, [
        { path: ['constants', 'force'], answer: { kind: 'remove' } },
        { path: ['rows', 'merge'], answer: { kind: 'remove' } },
        { path: ['rows', 'suspects'], answer: { kind: 'set', value: 'repeated' } },
      ]),
    ).toEqual({ name: 'x' });
  });

  it('sets null, lists and objects, and shares out codes', () => {
    const proposal = {
      markers: { codes: { X: '?' }, columns: { CSA: { column: 'C', set: ['?'], notSet: ['N'] } } },
    };
    expect(
      withAnswers(proposal, [
        { path: ['markers', 'codes', 'X'], answer: { kind: 'set', value: null } },
        {
          path: ['markers', 'columns', 'CSA', 'set', '0'],
          answer: { kind: 'codes', set: ['V'], notSet: ['K'] },
        },
      ]),
    ).toEqual({
      markers: { codes: { X: null }, columns: { CSA: { column: 'C', set: ['V'], notSet: ['N', 'K'] } } },
    });
  });
});
