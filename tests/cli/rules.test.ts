import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { markercheck, ROOT, scratchFolder, writeIn } from '../support/cli.js';

// Each test starts processes, and the machine may be busy.
vi.setConfig({ testTimeout: 20_000 });

const PACK = 'rules/home-office-markers';

function rules(...args: readonly string[]) {
  return markercheck(ROOT, ['rules', ...args]);
}

function longest(text: string): number {
  return Math.max(...text.split('\n').map((line) => line.length));
}

describe('rules list', () => {
  it('has every rule by tier, at 80 columns', () => {
    const { exit, stdout } = rules('list');
    expect(exit).toBe(0);
    expect(stdout).toContain('41 rules of the pack home-office-markers');
    expect(stdout).toMatch(/Tier 1: .*\n {2}CSA-AGE-MISSING +warning +on +Sexual offence/);
    expect(longest(stdout)).toBeLessThanOrEqual(80);
  });

  interface Listed {
    readonly rules: readonly { readonly id: string; readonly tier: number; readonly state: string }[];
  }
  const listed = (...args: readonly string[]) =>
    (JSON.parse(rules('list', '--format', 'json', ...args).stdout) as Listed).rules;

  it('is narrowed by tier, marker and state', () => {
    expect(new Set(listed('--tier', '2').map(({ tier }) => tier))).toEqual(new Set([2]));
    expect(listed('--marker', 'CCE').map(({ id }) => id)).toEqual(['CCE-DRUGS-CHILD']);
    expect(listed('--on')).toHaveLength(25);
    expect(listed('--off')).toHaveLength(16);
    expect(rules('list', '--on', '--off').exit).toBe(2);
  });

  it('has the states and severities of a policy', () => {
    const folder = scratchFolder();
    const policy = writeIn(folder, 'policy.json', '{"rules": {"FLAG-LATE": "warning", "CSE-AS-CCE": "off"}}');
    const under = listed('--policy', policy);
    expect(under.find(({ id }) => id === 'FLAG-LATE')).toMatchObject({ state: 'on', severity: 'warning' });
    expect(under.find(({ id }) => id === 'CSE-AS-CCE')).toMatchObject({ state: 'off' });
  });

  it('can be a CSV', () => {
    const { stdout } = rules('list', '--format', 'csv', '--tier', '4');
    expect(stdout.startsWith('\uFEFFid,tier,severity,state,')).toBe(true);
    expect(stdout.split('\r\n').at(-2)).toMatch(/^ONLINE-15A-MISSING,4,/);
  });
});

describe('rules show', () => {
  const { exit, stdout } = rules('show', 'csa-bydef-missing');

  it('says what it asks, why, its limits and what to do', () => {
    expect(exit).toBe(0);
    for (const words of [
      'It concerns a record where all of these hold',
      'Of such a record it asks\n  - CSA is set',
      'A finding says  “19/16 Rape, girl under 13',
      'What to do      Review;',
      'Limits          Over-reports',
      'warning; error where the force has set the date',
      'Silenced by     CSE-WITHOUT-CSA',
      'Silences        LOCAL-MARKER-NO-HOFLAG',
      'csa-by-title, csa-completeness, marker-compliance',
      'A record that breaches it: offenceCode 19/16',
      'Unconfirmed.',
      'https://parallelparliament.co.uk/question/30374/offences-against-children',
    ]) {
      expect(stdout).toContain(words);
    }
  });

  it('is readable at 80 columns, but for addresses', () => {
    expect(longest(stdout.replaceAll(/^ +https?:.*$/gm, ''))).toBeLessThanOrEqual(80);
  });

  it.each([
    ['CSA-MISSING', 'The nearest ids are CSA-AGE-MISSING'],
    ['bydef', 'The nearest ids are CSA-BYDEF-MISSING, VICTIM-AGE-UNKNOWN-BYDEF'],
    ['qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq', 'All of them: markercheck rules list'],
  ])('refuses %s with what is nearest', (id, words) => {
    const refused = rules('show', id);
    expect(refused.exit).toBe(2);
    expect(refused.stderr.replaceAll(/\n +/g, ' ')).toContain(words);
  });
});

describe('rules test', () => {
  const RULE = 'rules/DA-UNDER16.json';

  /** A copy of the pack in which one file is changed. */
  function packWith(file: string, change: (text: string) => string): string {
    const folder = scratchFolder();
    cpSync(path.join(ROOT, PACK), folder, { recursive: true });
    const changed = path.join(folder, file);
    writeFileSync(changed, change(readFileSync(changed, 'utf8')));
    return folder;
  }

  const edited = (change: (rule: Record<string, unknown>) => void) => (text: string) => {
    const rule = JSON.parse(text) as Record<string, unknown>;
    change(rule);
    return JSON.stringify(rule);
  };

  it.each([
    ['the built-in pack', []],
    ['its folder', [PACK]],
  ])('passes %s', (_, args) => {
    const { exit, stdout } = rules('test', ...args);
    expect(exit).toBe(0);
    expect(stdout).toMatch(/41 rules, \d+ cases: all passed\.\n$/);
    expect(stdout).toMatch(/ ok {6}CSA-BYDEF-MISSING +\d+ cases\n/);
  });

  it('says which case of which rule does not come out', () => {
    const folder = packWith(
      RULE,
      edited((rule) => (rule['require'] = { atLeast: ['ageTo', 17] })),
    );
    const { exit, stdout } = rules('test', folder);
    expect(exit).toBe(2);
    expect(stdout).toMatch(
      /FAILED {2}DA-UNDER16 +\d of \d+ cases failed\n +cases\/met\/\d: it is breached, and the file says met/,
    );
    expect(stdout).toMatch(/\d of \d+ cases failed, in 1 of 41 rules\.\n$/);
  });

  it.each<[string, string, (text: string) => string, readonly string[]]>([
    [
      'the schema',
      RULE,
      edited((rule) => Object.assign(rule, { teir: 1, severity: 'bad' })),
      [`${RULE}: the key "teir" is not known here`, `${RULE}: severity: must be one of`],
    ],
    [
      'the compiler',
      RULE,
      edited((rule) =>
        Object.assign(rule, { when: [{ mentions: 'nothing' }, { under: ['ageFrm', 3] }], sources: ['mine'] }),
      ),
      [
        `${RULE}: when/0/mentions: the pack has no term list "nothing"`,
        `${RULE}: when/1/under/0: "ageFrm" is not the name of a fact`,
        `${RULE}: sources: the pack has no source mine`,
      ],
    ],
    [
      'the name of a file',
      RULE,
      edited((rule) => (rule['id'] = 'DA-UNDER-SIXTEEN')),
      [`${RULE}: its id is DA-UNDER-SIXTEEN: name the file so`],
    ],
    ['JSON', RULE, () => '{"id": ', [RULE, 'is not JSON']],
    [
      'the shape of a list',
      'lists/terms.json',
      () => '{"lists": {"a": "b"}}',
      ['lists/terms.json: lists/a must be a list'],
    ],
    [
      'the offence list',
      'lists/offence-codes.csv',
      (text) => text.replace('19E,class', '19E,klass'),
      ['offence-codes.csv row 4, level'],
    ],
  ])('says what %s finds, with file and place', (_, file, change, words) => {
    const { exit, stderr } = rules('test', packWith(file, change));
    expect(exit).toBe(2);
    for (const said of words) expect(stderr.replaceAll(/\n +/g, ' ')).toContain(said);
  });

  it('takes a pack with names of its own', () => {
    const folder = packWith(
      RULE,
      edited((rule) => Object.assign(rule, { sources: ['our-own'], where: { words: { mentions: 'ours' } } })),
    );
    writeIn(
      folder,
      'lists/sources.json',
      addTo(folder, 'lists/sources.json', 'sources', 'our-own', { title: 'Ours' }),
    );
    writeIn(folder, 'lists/terms.json', addTo(folder, 'lists/terms.json', 'lists', 'ours', ['our word']));
    expect(rules('test', folder).exit).toBe(0);
  });

  function addTo(folder: string, file: string, part: string, name: string, value: unknown): string {
    const data = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Record<string, object>;
    return JSON.stringify({ ...data, [part]: { ...data[part], [name]: value } });
  }

  it('refuses a folder that is no pack', () => {
    const { exit, stderr } = rules('test', scratchFolder());
    expect(exit).toBe(2);
    expect(stderr).toContain('is not the folder of a pack');
  });
});

it('wants to know what to do with the rules', () => {
  expect(rules().exit).toBe(2);
  expect(rules('lst').exit).toBe(2);
});
