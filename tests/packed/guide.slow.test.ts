import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crimeRecord } from '../../packages/core/src/testing.js';
import { ERROR_CODES } from '../../packages/core/src/model/errors.js';
import { canonicalCsv, ROOT } from '../support/cli.js';
import { docPrograms } from './doc-programs.js';
import { createProject, type Project } from './project.js';

const GUIDE = 'docs/embedding.md';
const PROGRAMS = docPrograms(GUIDE);

let project: Project;

beforeAll(() => {
  project = createProject();
  for (const { file, text } of PROGRAMS) project.write(file, text);
  project.compile(PROGRAMS.map(({ file }) => file));
}, 240_000);

afterAll(() => project.remove());

/** Runs a program of ours in the project, which uses one of the page's, and gives what it prints as JSON. */
function drive(text: string): unknown {
  project.write('drive.js', text);
  return JSON.parse(project.node('drive.js'));
}

describe('the guide', () => {
  it.each(PROGRAMS.filter(({ prints }) => prints !== null))(
    '$file prints what the page says',
    ({ file, prints }) => {
      expect(project.node(file.replace(/\.ts$/, '.js'))).toBe(prints);
    },
  );

  it('names every code of the errors', () => {
    const page = readFileSync(path.join(ROOT, GUIDE), 'utf8');
    expect(ERROR_CODES.filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
  });

  it('has a service that saves a record and says what to look at', () => {
    const [found, passed, refused] = drive(`
      import { createService } from './service.js';
      import { crimeRecord } from '@markercheck/core/testing';
      const saved = [];
      const service = createService({ save: async (reference) => void saved.push(reference) }, '2026-11-01');
      const put = async (payload) => {
        const { statusCode, body } = await service.inject({ method: 'PUT', url: '/crimes/A1', payload });
        return { statusCode, body: JSON.parse(body), saved: saved.length };
      };
      const answers = [
        await put(crimeRecord({ CSA: 'N' })),
        await put(crimeRecord({ victimAge: 14 })),
        await put({ csa: 'N', narrative: { text: 'not said' } }),
      ];
      console.log(JSON.stringify(answers));
    `) as readonly { readonly statusCode: number; readonly body: unknown; readonly saved: number }[];
    expect(found).toMatchObject({
      statusCode: 200,
      saved: 1,
      body: { findings: [{ rule: 'CSA-BYDEF-MISSING', severity: 'warning' }], cannotTell: [] },
    });
    expect(passed).toMatchObject({ statusCode: 200, saved: 2, body: { findings: [] } });
    expect(refused).toEqual({
      statusCode: 400,
      saved: 2,
      body: {
        error: 'The record cannot be read.',
        faults: [
          '"csa" is not a field of a record; did you mean CSA?',
          'narrative is text, a number, a list of them or null',
        ],
      },
    });
  });

  it('has a consumer that publishes findings, sets aside what it cannot read, and commits in order', () => {
    const result = drive(`
      import { consume } from './consumer.js';
      import { crimeRecord } from '@markercheck/core/testing';
      const values = [crimeRecord({ CSA: 'N' }), crimeRecord(), { csa: 'N' }].map((value) => JSON.stringify(value));
      values.splice(1, 0, '{"CSA":');
      const log = [];
      async function* messages() {
        for (const [offset, value] of values.entries()) yield { offset, value };
      }
      const summary = await consume({
        messages: messages(),
        publish: async (topic, key, value) => void log.push([topic, key, value]),
        commit: async (offset) => void log.push(['commit', offset]),
      }, '2026-11-01');
      console.log(JSON.stringify({ log, records: summary.records, findings: summary.findings }));
    `) as { readonly log: readonly (readonly unknown[])[]; readonly records: number };
    expect(result).toMatchObject({ records: 2, findings: { error: 0, warning: 1, info: 0 } });
    expect(result.log.map(([topic]) => topic)).toEqual([
      'marker-findings',
      'commit',
      'crimes-unreadable',
      'commit',
      'commit',
      'crimes-unreadable',
      'commit',
    ]);
    expect(result.log[0]?.[1]).toMatch(/^[0-9a-f]{32}$/);
    expect(result.log[2]).toEqual(['crimes-unreadable', '1', 'it is not JSON']);
  });

  it('has a program that checks a file as a stream', () => {
    const records = Array.from({ length: 3000 }, (_, i) =>
      crimeRecord({ crimeReference: `EXAMPLE/${i}`, CSA: i % 3 === 0 ? 'N' : 'Y' }),
    );
    writeFileSync(
      path.join(project.folder, 'extract.csv'),
      canonicalCsv(records as Record<string, string>[]),
    );
    expect(project.node('file.js', 'extract.csv')).toBe('3000 records, 1000 warnings, all read: true\n');
    const findings = readFileSync(path.join(project.folder, 'findings.ndjson'), 'utf8').trimEnd().split('\n');
    expect(findings.map((line) => (JSON.parse(line) as { rule: string }).rule)).toEqual(
      findings.map(() => 'CSA-BYDEF-MISSING'),
    );
    expect(findings).toHaveLength(1000);
    expect(readFileSync(path.join(project.folder, 'report.html'), 'utf8')).toContain('CSA-BYDEF-MISSING');
    writeFileSync(path.join(project.folder, 'cut.csv'), 'crimeReference,CSA\nA/1,Y\nA/2\n');
    expect(project.node('file.js', 'cut.csv')).toBe('1 records, 0 warnings, all read: false\n');
  });
});
