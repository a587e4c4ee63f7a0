import type { Delimiter } from './csv/delimiter.js';
import { createCsvReader } from './csv/csv-reader.js';
import { detectFormat, type ReadFormat } from './format.js';
import { createJsonReader } from './json/json-reader.js';
import { createNdjsonReader } from './json/ndjson-reader.js';
import type { Reader, RowSink } from './reader.js';
import { createXmlReader } from './xml/xml-reader.js';

export interface ReaderOptions {
  /** The file's name: its ending tells the format. */
  readonly name: string;
  /** @default detected */
  readonly format?: ReadFormat;
  /** @default detected; CSV alone has one */
  readonly delimiter?: Delimiter;
  /** XML and JSON: the path of the records. */
  readonly records?: string;
  /** The columns of a format that has no header. */
  readonly columns: readonly string[];
}

function createReader(format: ReadFormat, sink: RowSink, options: ReaderOptions): Reader {
  const { columns, records, delimiter } = options;
  const tree = { columns, ...(records === undefined ? {} : { records }) };
  switch (format) {
    case 'csv':
      return createCsvReader(sink, delimiter === undefined ? {} : { delimiter });
    case 'xml':
      return createXmlReader(sink, tree);
    case 'json':
      return createJsonReader(sink, tree);
    case 'ndjson':
      return createNdjsonReader(sink, columns);
    default:
      return format satisfies never;
  }
}

/** A reader that finds out by the name and the first characters what it reads. `chosen` is told before the first row. */
export function openReader(
  sink: RowSink,
  options: ReaderOptions,
  chosen: (format: ReadFormat) => void,
): Reader {
  let start = '';
  let reader: Reader | null = null;

  function choose(isLast: boolean): void {
    const detected = options.format ?? detectFormat(options.name, start, isLast);
    if (detected === null) return;
    // The path of an array says that the file is not an object a line.
    const format = detected === 'ndjson' && options.records !== undefined ? 'json' : detected;
    chosen(format);
    reader = createReader(format, sink, options);
    reader.write(start.replace(/^\uFEFF+/, ''));
    start = '';
  }

  return {
    write: (text) => {
      if (reader !== null) {
        reader.write(text);
        return;
      }
      start += text;
      if (start !== '') choose(false);
    },
    end: () => {
      if (reader === null) {
        // Nothing at all, so that no header has to be made up for it.
        if (start.trim() === '') return nothing(sink);
        choose(true);
      }
      return reader?.end() ?? nothing(sink);
    },
    release: () => reader?.release?.() ?? null,
    pause: () => reader?.pause?.() ?? null,
    passBy: (passed) => reader?.passBy?.(passed),
  };
}

function nothing(sink: RowSink) {
  sink.notice({
    row: null,
    column: null,
    problem: 'the file holds no text',
    done: 'nothing of it was checked',
  });
  return { format: 'empty', records: 0, unreadable: 0, truncated: true };
}
