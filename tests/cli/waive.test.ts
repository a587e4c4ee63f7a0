import { existsSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, chmodSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonicalCsv, markercheck, readSummary, scratchFolder, writeIn } from '../support/cli.js';

const AS_AT = ['--as-at', '2026-11-01'];
const DECISION = [
  '--rule',
  'csa-bydef-missing',
  '--record',
  'GL/2',
  '--reason',
  'A decoy, no child.',
  '--by',
  'force crime registrar',
  '--expires',
  '2027-04-30',
  ...AS_AT,
];
const HEADER = 'rule,crimeReference,reason,decidedBy,decidedOn,expiresOn';
const LINE = 'CSA-BYDEF-MISSING,GL/2,"A decoy, no child.",force crime registrar,2026-11-01,2027-04-30';
const UNFLAGGED = {
  crimeReference: 'GL/2',
  force: 'E23000037',
  offenceCode: '19/16',
  recordedOn: '2026-05-02',
  offenceFrom: '2026-05-01',
  victimBornOn: '2016-01-01',
  CSA: 'N',
  CSE: 'N',
};

const waive = (folder: string, ...args: readonly string[]) =>
  markercheck(folder, ['waive', '--waivers', 'waivers.csv', ...args]);
const textIn = (folder: string) => readFileSync(path.join(folder, 'waivers.csv'), 'utf8');

describe('waive', () => {
  it('makes the file, and says where the decision stands', () => {
    const folder = scratchFolder();
    const { exit, stdout, stderr } = waive(folder, ...DECISION);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout.replaceAll('\n', ' ')).toBe(
      'waivers.csv row 2: CSA-BYDEF-MISSING is waived on GL/2 until 2027-04-30. The finding stays in the figures. ',
    );
    expect(textIn(folder)).toBe(`\uFEFF${HEADER}\r\n${LINE}\r\n`);
    expect(readdirSync(folder)).toEqual(['waivers.csv']);
  });

  it('writes a line that check takes', () => {
    const folder = scratchFolder();
    writeIn(folder, 'extract.csv', canonicalCsv([UNFLAGGED]));
    waive(folder, ...DECISION);
    const { exit } = markercheck(folder, [
      'check',
      'extract.csv',
      '--waivers',
      'waivers.csv',
      ...AS_AT,
      '--min-assessed',
      '0',
    ]);
    expect(exit).toBe(0);
    expect(readSummary(folder).rules['CSA-BYDEF-MISSING']).toMatchObject({ breached: 1, waived: 1 });
  });

  it('leaves the lines that are there to the byte, line ends and link and mode too', () => {
    const folder = scratchFolder();
    const before = `${HEADER}\nbad line\nCSA-AGE-MISSING,GL/1,Zażółć,registrar,2026-01-01,2026-02-01`;
    const file = writeIn(folder, 'decisions.csv', before);
    chmodSync(file, 0o640);
    symlinkSync('decisions.csv', path.join(folder, 'waivers.csv'));
    expect(waive(folder, ...DECISION).exit).toBe(0);
    expect(textIn(folder)).toBe(`${before}\n${LINE}\n`);
    expect(lstatSync(path.join(folder, 'waivers.csv')).isSymbolicLink()).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  it.each<[string, readonly string[], RegExp]>([
    ['nothing but the file', [], /needs --rule, --record, --reason, --by, --expires/],
    [
      'a rule that is none',
      [...DECISION, '--rule', 'CSA-BYDEF-MISING'].slice(2),
      /nearest ids are CSA-BYDEF-MISSING/,
    ],
    ['a day that is none', [...DECISION, '--decided', '31/10/2026'], /"31\/10\/2026" is not a date/],
    ['an empty reason', ['--reason', ' ', ...DECISION.slice(0, 4), ...DECISION.slice(6)], /reason is empty/],
  ])('refuses %s, and writes nothing', (_, args, message) => {
    const folder = scratchFolder();
    const { exit, stderr, stdout } = waive(folder, ...args);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr.replace(/\s+/g, ' ')).toMatch(message);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses what is waived already', () => {
    const folder = scratchFolder();
    waive(folder, ...DECISION);
    const before = textIn(folder);
    const { exit, stderr } = waive(folder, ...DECISION);
    expect(exit).toBe(2);
    expect(stderr).toContain('row 2 says the same');
    expect(textIn(folder)).toBe(before);
  });

  it.each<[string, string | Buffer, RegExp]>([
    ['another CSV', 'a,b\r\n1,2\r\n', /not a waivers file: its header lacks rule/],
    ['a workbook', Buffer.from('PK\u0003\u0004\u00ff\u00fe', 'latin1'), /not UTF-8/],
    ['Windows-1252', Buffer.from(`${HEADER}\r\nx,y,\u00e9,,,\r\n`, 'latin1'), /save it as “CSV UTF-8”/],
  ])('refuses %s, and leaves it as it is', (_, content, message) => {
    const folder = scratchFolder();
    const file = writeIn(folder, 'waivers.csv', content);
    const { exit, stderr } = waive(folder, ...DECISION);
    expect(exit).toBe(2);
    expect(stderr.replace(/\s+/g, ' ')).toMatch(message);
    expect(readFileSync(file).equals(Buffer.from(content as string))).toBe(true);
  });

  it('waits for nobody: where another changes the file, it says so', () => {
    const folder = scratchFolder();
    writeIn(folder, 'waivers.csv.markercheck-new', '');
    const { exit, stderr } = waive(folder, ...DECISION);
    expect(exit).toBe(4);
    expect(stderr.replace(/\s+/g, ' ')).toContain('delete');
    expect(existsSync(path.join(folder, 'waivers.csv'))).toBe(false);
  });

  it('says so where the folder is not there', () => {
    const { exit, stderr } = markercheck(scratchFolder(), [
      'waive',
      '--waivers',
      'none/waivers.csv',
      ...DECISION,
    ]);
    expect(exit).toBe(4);
    expect(stderr).toContain('there is no such file or folder');
  });
});

describe('waive --list', () => {
  it('shows what has to be looked at first', () => {
    const folder = scratchFolder();
    const line = (reference: string, expires: string) =>
      `CSA-BYDEF-MISSING,${reference},Decoy,registrar,2026-01-01,${expires}`;
    writeIn(
      folder,
      'waivers.csv',
      [
        HEADER,
        line('GL/2', '2026-10-31'),
        line('GL/3', '2026-11-20'),
        line('GL/4\u001b[2J', '2027-10-31'),
        'CSA-X,a,b,c,d,e',
        '',
      ].join('\r\n'),
    );
    const { exit, stdout } = waive(folder, '--list', ...AS_AT);
    expect(exit).toBe(0);
    expect(stdout).toBe(
      [
        'waivers.csv as at 2026-11-01: 2 waivers in force (1 within 28 days of the end),',
        '1 expired, 1 line that cannot be read.',
        '',
        'Cannot be read, and do not waive: put right or delete',
        '  row 5  the pack has no rule of this id',
        '',
        'End within 28 days: review, and decide again',
        '  row 3  CSA-BYDEF-MISSING  GL/3  until 2026-11-20',
        '      Decoy (registrar, 2026-01-01)',
        '',
        'In force',
        '  row 4  CSA-BYDEF-MISSING  GL/4\uFFFD[2J  until 2027-10-31',
        '      Decoy (registrar, 2026-01-01)',
        '',
        'Expired: they waive nothing any more',
        '  row 2  CSA-BYDEF-MISSING  GL/2  until 2026-10-31',
        '      Decoy (registrar, 2026-01-01)',
        '',
      ].join('\n'),
    );
  });

  it('says so where there is no file', () => {
    expect(waive(scratchFolder(), '--list')).toMatchObject({ exit: 2 });
  });
});
