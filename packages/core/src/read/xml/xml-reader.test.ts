import { describe, expect, it } from 'vitest';
import { readAll } from '../read-all.test-helper.js';
import { createXmlReader, type XmlOptions } from './xml-reader.js';

const COLUMNS = ['id', '@id', 'Victim/BirthDate', 'Suspect/Age', 'Suspect/@nationality', 'note'];

function read(xml: string, options: Partial<XmlOptions> = {}, step?: number) {
  return readAll((sink) => createXmlReader(sink, { columns: COLUMNS, ...options }), xml, step);
}

function same(xml: string, options?: Partial<XmlOptions>) {
  const whole = read(xml, options);
  expect(read(xml, options, 1)).toEqual(whole);
  return whole;
}

const cells = (xml: string, options?: Partial<XmlOptions>) => same(xml, options).rows.map(([, ...of]) => of);

describe('elements and attributes', () => {
  it.each<[string, string, readonly string[]]>([
    ['an attribute of the record', '<e><r id="7"><id>1</id></r></e>', ['1', '7', '', '', '', '']],
    [
      'a path',
      '<e><r><Victim><BirthDate>2001-01-01</BirthDate></Victim></r></e>',
      ['', '', '2001-01-01', '', '', ''],
    ],
    [
      'any case of A to Z',
      '<e><R ID="7"><VICTIM><birthdate>x</birthdate></VICTIM></R></e>',
      ['', '7', 'x', '', '', ''],
    ],
    [
      'prefixes of namespaces',
      '<x:e xmlns:x="u"><x:r x:id="7"><y:id xmlns:y="v">1</y:id></x:r></x:e>',
      ['1', '7', '', '', '', ''],
    ],
    [
      'elements of elements as text',
      '<e><r><note>He <b>said</b> so</note></r></e>',
      ['', '', '', '', '', 'He said so'],
    ],
    ['references', '<e><r><note>&lt;&#65;&#x1F600;&amp;</note></r></e>', ['', '', '', '', '', '<A😀&']],
    [
      'comments and instructions between',
      '<e><!-- x --><?p y?><r><note>a<!-- b -->c<?p z?>d</note></r></e>',
      ['', '', '', '', '', 'acd'],
    ],
    [
      'line ends as XML has them',
      '<e>\r\n<r><note>a\r\nb\rc</note></r>\r\n</e>',
      ['', '', '', '', '', 'a\nb\nc'],
    ],
    [
      'a place that is not read from',
      '<e><r><Other><id>9</id></Other><id>1</id></r></e>',
      ['1', '', '', '', '', ''],
    ],
  ])('gives %s', (_, xml, expected) => {
    expect(cells(xml)).toEqual([expected]);
  });

  it('joins what stands several times, with an empty part for what one of them lacks', () => {
    const suspects =
      '<Suspect nationality="GB"><Age>15</Age></Suspect><Suspect/><Suspect><Age>40</Age></Suspect>';
    expect(cells(`<e><r>${suspects}<note>a</note><note/><note>c</note></r></e>`)).toEqual([
      ['', '', '', '15;;40', 'GB;;', 'a;;c'],
    ]);
  });

  it('starts afresh with each record', () => {
    expect(cells('<e><r><id>1</id><note>x</note></r><r><id>2</id></r></e>')).toEqual([
      ['1', '', '', '', '', 'x'],
      ['2', '', '', '', '', ''],
    ]);
  });

  it.each([
    [
      '/Extract/Crimes/Crime',
      '<Extract><Head><Crime><id>9</id></Crime></Head><Crimes><Crime><id>1</id></Crime></Crimes></Extract>',
    ],
    [
      'Extract/Crime',
      '<x:Extract xmlns:x="u"><x:Crime><id>1</id></x:Crime><Other><id>2</id></Other></x:Extract>',
    ],
    ['/Crime', '<Crime><id>1</id></Crime>'],
  ])('finds records at %s and nowhere else', (records, xml) => {
    expect(cells(xml, { records })).toEqual([['1', '', '', '', '', '']]);
  });

  it('says what there is where no record stands at the path', () => {
    const { truncated, notices } = same('<Export><Rows><Row/></Rows></Export>', {
      records: '/Extract/Crime',
    });
    expect(truncated).toBe(true);
    expect(notices[0]?.problem).toBe(
      'no element stands at /Extract/Crime; there is /export/rows, /export/rows/row',
    );
  });

  it('tells a record without anything that is read from an empty one', () => {
    const { records, unreadable } = same('<e><meta><x/></meta><r><id/></r></e>');
    expect({ records, unreadable }).toEqual({ records: 1, unreadable: 1 });
  });

  it('says which columns no record had', () => {
    const { notices } = same('<e><r><id>1</id></r></e>', { columns: ['id', 'note', 'CSA'] });
    expect(notices).toEqual([
      {
        row: null,
        column: null,
        problem: 'no record has note and CSA',
        done: 'read as empty cells; where the export leaves them out, use a profile that does not name them',
      },
    ]);
  });
});

describe('malformed XML', () => {
  const before = '<e>\n<r><id>1</id></r>\n';

  it.each([
    ['a tag that is not closed', `${before}<r><id>2</r></e>`],
    ['a record that another tag closes', `${before}<r><id>2</id></s></e>`],
    ['an end too early', `${before}<r><id>2</id>`],
    ['a bare &', `${before}<r><id>John Smith & son</id></r></e>`],
    ['a bare <', `${before}<r><id>a < John</id></r></e>`],
    ['an entity that is not defined', `${before}<r><id>&Smith;</id></r></e>`],
    ['a control character', `${before}<r><id>\u0001Smith</id></r></e>`],
    ['NUL', `${before}<r><id>\u0000Smith</id></r></e>`],
    ['an attribute twice', `${before}<r Smith="1" Smith="2"/></e>`],
    ['an attribute without quotation marks', `${before}<r Smith=1/></e>`],
  ])('%s ends the reading at a named place, after what came before', (_, xml) => {
    const { rows, truncated, notices } = same(xml);
    expect(rows.map(([, id]) => id)).toEqual(['1']);
    expect(truncated).toBe(true);
    expect(notices[0]).toMatchObject({
      row: null,
      done: 'what stands before it was checked, nothing behind it',
    });
    expect(notices[0]?.problem).toMatch(/^(record 2, )?line 3, column \d+: malformed XML: /);
    expect(JSON.stringify(notices)).not.toMatch(/Smith|John/);
  });

  it.each([
    ['two files, one behind the other', '<e><r><id>1</id></r></e><e><r><id>2</id></r></e>'],
    ['a second declaration', '<e><r><id>1</id></r></e><?xml version="1.0"?><e/>'],
    ['text behind the root', '<e><r><id>1</id></r></e>more'],
  ])('is %s', (_, xml) => {
    expect(same(xml)).toMatchObject({ records: 1, truncated: true });
  });

  it('is text that is no XML', () => {
    expect(same('crimeReference,force\n1,2\n')).toMatchObject({ records: 0, truncated: true });
  });
});

describe('hostile XML', () => {
  const bomb = `<!DOCTYPE e [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><e><r><id>&b;</id></r></e>`;

  it.each([
    ['entities within entities', bomb],
    [
      'a file of the machine',
      '<!DOCTYPE e [<!ENTITY x SYSTEM "file:///etc/passwd">]><e><r><id>&x;</id></r></e>',
    ],
    ['another machine', '<!DOCTYPE e SYSTEM "http://localhost/e.dtd"><e><r><id>1</id></r></e>'],
    ['nothing', '<!DOCTYPE e><e><r><id>1</id></r></e>'],
  ])('a DOCTYPE that leads to %s is refused', (_, xml) => {
    const { records, truncated, notices } = same(xml);
    expect({ records, truncated }).toEqual({ records: 0, truncated: true });
    expect(notices[0]?.problem).toMatch(/DOCTYPE/);
  });

  it('goes 64 deep and no deeper', () => {
    const nested = (depth: number) => `<e><r><id>1</id>${'<x>'.repeat(depth)}${'</x>'.repeat(depth)}</r></e>`;
    expect(read(nested(62))).toMatchObject({ records: 1, truncated: false });
    expect(read(nested(63))).toMatchObject({ records: 0, truncated: true });
    expect(read(`<e>${'<x>'.repeat(500_000)}`)).toMatchObject({ truncated: true });
  });

  it.each([
    ['a cell', `<e><r><id>${'x'.repeat(9_000_000)}</id></r></e>`],
    ['a record', `<e><r>${'<id>x</id>'.repeat(900_000)}</r></e>`],
    ['a tag', `<e><r ${'x'.repeat(9_000_000)}="1"/></e>`],
    ['attributes', `<e><r ${Array.from({ length: 900_000 }, (_, i) => `a${i}="1"`).join(' ')}/></e>`],
    ['a comment', `<e><!-- ${'x'.repeat(9_000_000)} --><r><id>1</id></r></e>`],
    ['a DOCTYPE', `<!DOCTYPE ${'x'.repeat(9_000_000)}><e><r><id>1</id></r></e>`],
  ])('%s without end is said and held no longer than it may be', (_, xml) => {
    const { truncated, notices } = read(xml);
    expect(truncated).toBe(true);
    expect(notices[0]?.problem).toMatch(/8 million characters|DOCTYPE/);
  });

  it('has names of JavaScript that are names like others', () => {
    const xml = '<e><r __proto__="1"><__proto__>2</__proto__><constructor>3</constructor></r></e>';
    const { rows } = read(xml, { columns: ['@__proto__', '__proto__', 'constructor', 'toString'] });
    expect(rows).toEqual([[1, '1', '2', '3', '']]);
  });
});
