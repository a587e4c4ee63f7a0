import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readAll } from '../read-all.test-helper.js';
import { createXmlReader } from './xml-reader.js';

const COLUMNS = ['id', '@key', 'Victim/Age', 'Victim/@sex', 'Notes', 'Notes/Text'];

const texts = fc.constantFrom(
  '7',
  '',
  ' ',
  'a & b',
  '&amp;&lt;',
  '&#65;',
  '&nbsp;',
  '&amp',
  ']]>',
  'x]]',
  'é £',
  '😀',
  '\u0007',
  '\ufffe',

  'one\ntwo',
  'one\r\ntwo',
  'one\rtwo',
  '\t',
  '<!-- c -->',
  '<!-- </r> -->',
  '<![CDATA[<r></r>]]>',
  '<?p q?>',
  '>',
);
const elements = fc.oneof(
  fc
    .tuple(fc.constantFrom('id', 'ID', 'Notes', 'x:id', 'Other', 'r'), texts)
    .map(([name, text]) => `<${name}>${text}</${name}>`),
  fc.tuple(texts, texts).map(([a, b]) => `<Victim> <Age>${a}</Age>${b}</Victim>`),
  fc.tuple(texts, texts).map(([a, b]) => `<Notes>${a}<Text>${b}</Text></Notes>`),
  texts.map((text) => `<Other><id>${text}</id>\n<Deep><id>1</id></Deep></Other>`),
  fc.constantFrom(
    '<id/>',
    '<id />',
    '<Victim/>',
    '<id a="1">2</id>',
    '<Victim sex="F"/>',
    '<id >3</id>',
    '<id>4</id >',
  ),
  fc.constantFrom('\n  ', '\r\n', '\r', 'mixed', '<unclosed>', '</id>', '<1/>', '<>'),
);
const usual = fc.constantFrom(
  '<id>1</id>',
  '<Victim><Age>9</Age></Victim>',
  '<Notes>n</Notes>',
  '<id/>',
  '\n ',
);
const record = fc
  .tuple(
    fc.constantFrom('r', 'r', 'r', 'r', 'r key="5"', 's', 'x:r'),
    fc.array(fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: elements }), { maxLength: 6 }),
  )
  .map(([tag, inner]) => `<${tag}>${inner.join('')}</${tag.split(' ')[0] ?? ''}>`);
const between = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom('\n', '\n  ', '\r\n', '') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '<!-- <r> -->',
      'text',
      '<r/>',
      '\r',
      '</e>',
      '<e><r><id>2</id></r></e>',
      '😀',
    ),
  },
);
const xml = fc
  .tuple(
    fc.constantFrom('', '\ufeff', '<?xml version="1.0"?>\n', '<?xml version="1.1"?>', '<!DOCTYPE e>'),
    fc.array(fc.tuple(record, between), { maxLength: 12 }),
    fc.constantFrom('</e>', '</e>\n', '</e><e/>', '', '</f>'),
  )
  .map(([start, records, end]) => `${start}<e>${records.flat().join('')}${end}`);

const damaged = fc
  .tuple(xml, fc.option(fc.tuple(fc.nat(), fc.nat(9), fc.constantFrom('', '<', '>', '&', '"', '\n', 'r'))))
  .map(([text, damage]) => {
    if (damage === null) return text;
    const at = damage[0] % (text.length + 1);
    return text.slice(0, at) + damage[2] + text.slice(at + damage[1]);
  });

it('reading quickly gives what the parser does, of any XML and wherever it is cut', () => {
  let rows = 0;
  const paths = fc.constantFrom(undefined, '/e/r', '/e/r/Victim');
  fc.assert(
    fc.property(damaged, fc.integer({ min: 1, max: 300 }), paths, (text, step, records) => {
      const options = { columns: COLUMNS, ...(records === undefined ? {} : { records }) };
      const parsed = readAll((sink) => createXmlReader(sink, { ...options, isQuick: false }), text);
      rows += parsed.rows.length;
      expect(readAll((sink) => createXmlReader(sink, options), text)).toEqual(parsed);
      expect(readAll((sink) => createXmlReader(sink, options), text, step)).toEqual(parsed);
    }),
    { numRuns: 10_000 },
  );
  expect(rows).toBeGreaterThan(3000);
});
