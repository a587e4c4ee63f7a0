import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { expandInputs, namedInputs, readInput } from '../../packages/cli/src/io/input.js';
import type { Profile } from '../../packages/core/src/map/profile.js';
import { scratchFolder, writeIn } from '../support/cli.js';
import { checkExtract, type Checked } from './check-extract.js';
import { isWhole } from './read-extract.js';
import {
  asCsv,
  asJson,
  asNdjson,
  asNestedJson,
  asNestedXml,
  asXml,
  encode,
  NESTED,
  NESTED_JSON,
  recordsToWrite,
  type WrittenEncoding,
} from './written.js';

const RECORDS = recordsToWrite(240);
const reference = checkExtract('extract.csv', [encode(asCsv(RECORDS), 'utf-8')]);

/** Everything that is said of the records; what differs between formats is where they stand. */
function expectSame(checked: Checked): void {
  expect(isWhole(checked.report)).toBe(true);
  expect(checked.findings).toEqual(reference.findings);
  expect([...checked.said]).toEqual([...reference.said]);
  expect(checked.rules).toEqual(reference.rules);
  const cells = (of: Checked) =>
    of.notices.filter(({ column }) => column !== null).map(({ problem }) => problem);
  expect(cells(checked)).toEqual(cells(reference));
}

describe('the same records', () => {
  it('have findings of many rules, and holes', () => {
    expect(reference.report).toMatchObject({ records: 240, unreadable: 0 });
    expect(
      new Set(reference.findings.map((finding) => (JSON.parse(finding) as { rule: string }).rule)).size,
    ).toBeGreaterThan(10);
  });

  it.each(
    [',', ';', '\t', '|'].flatMap((delimiter) => ['\n', '\r\n'].map((end) => [delimiter, end] as const)),
  )('are the same by delimiter %j and line end %j', (delimiter, lineEnd) => {
    expectSame(checkExtract('extract.csv', [encode(asCsv(RECORDS, delimiter, lineEnd), 'utf-8')]));
  });

  it.each<[WrittenEncoding, boolean]>([
    ['utf-8', false],
    ['utf-8', true],
    ['utf-16le', false],
    ['utf-16le', true],
    ['utf-16be', false],
    ['utf-16be', true],
    ['windows-1252', false],
  ])('are the same in %s, byte order mark: %s', (encoding, mark) => {
    for (const [name, text] of [
      ['extract.csv', asCsv(RECORDS, ';', '\r\n')],
      ['extract.ndjson', asNdjson(RECORDS)],
      ['extract.json', asJson(RECORDS)],
    ] as const) {
      const checked = checkExtract(name, [encode(text, encoding, mark)]);
      expect(checked.report.encoding).toBe(encoding);
      expectSame(checked);
    }
    const declared = encoding.startsWith('utf-16') ? 'UTF-16' : encoding;
    const xml = asXml(RECORDS, `<?xml version="1.0" encoding="${declared}"?>\n`);
    expectSame(checkExtract('extract.xml', [encode(xml, encoding, mark)]));
  });

  it.each<[string, string, Profile | undefined]>([
    ['extract.xml', asXml(RECORDS), undefined],
    ['extract.json', asJson(RECORDS), undefined],
    ['extract.ndjson', asNdjson(RECORDS), undefined],
    ['nested.xml', asNestedXml(RECORDS), NESTED],
    ['nested.json', asNestedJson(RECORDS), NESTED_JSON],
  ])('are the same as %s, in whatever chunks', (name, text, profile) => {
    const bytes = encode(text, 'utf-8');
    const options = profile === undefined ? {} : { profile };
    for (const step of [bytes.length, 4096, 61]) {
      const chunks = Array.from({ length: Math.ceil(bytes.length / step) }, (_, i) =>
        bytes.subarray(i * step, (i + 1) * step),
      );
      expectSame(checkExtract(name, chunks, options));
    }
  });

  it('are the same from standard input, where the name tells nothing', () => {
    for (const text of [asCsv(RECORDS), asXml(RECORDS), asJson(RECORDS), asNdjson(RECORDS)]) {
      expectSame(checkExtract('standard input', [encode(text, 'utf-8')]));
    }
  });

  it('are the same from gzip and from a zip archive', async () => {
    const csv = Buffer.from(asCsv(RECORDS));
    const zip = new ZipFile();
    zip.addBuffer(csv, 'extract.csv');
    zip.addBuffer(Buffer.from(asXml(RECORDS)), 'sub/extract.xml');
    zip.end();
    const parts: Buffer[] = [];
    for await (const part of zip.outputStream) parts.push(part as Buffer);
    const folder = scratchFolder();
    const files = [
      writeIn(folder, 'extract.csv.gz', gzipSync(csv)),
      writeIn(folder, 'extracts.zip', Buffer.concat(parts)),
    ];
    const inputs = await expandInputs(namedInputs(files));
    expect(inputs.map(({ name }) => name)).toEqual([
      'extract.csv.gz',
      'extracts.zip/extract.csv',
      'extracts.zip/sub/extract.xml',
    ]);
    for (const input of inputs) {
      const chunks: Uint8Array[] = [];
      await readInput(input, (chunk) => void chunks.push(Buffer.from(chunk)));
      expectSame(checkExtract(input.name, chunks));
    }
  });
});
