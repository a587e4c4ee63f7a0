import type { ByteEncoding } from '../decode/encoding.js';
import { decodeWindows1252 } from '../decode/windows-1252.js';
import type { RangeReader, RangeReading } from './csv/byte-range.js';
import { createNdjsonReader } from './json/ndjson-reader.js';
import type { RowSink, TextPlace } from './reader.js';
import { createXmlReader } from './xml/xml-reader.js';

const UTF_8 = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

/** Columns are counted in characters, of which some have two units. */
const FIRST_OF_TWO = /[\ud800-\udbff]/g;

/** A line end that only XML counts as one. */
const RETURN_ALONE = /\r(?!\n)/;

/** The text of bytes; `null` where some of them are none, or decide what the encoding is. */
function textOf(bytes: Uint8Array, encoding: ByteEncoding): string | null {
  if (encoding === 'windows-1252') return decodeWindows1252(bytes);
  try {
    const text = UTF_8.decode(bytes);
    return encoding === 'ascii' && text.length < bytes.length ? null : text;
  } catch {
    return null;
  }
}

function standsAt(block: Uint8Array, sought: Uint8Array, at: number): boolean {
  for (let i = 0; i < sought.length; i++) if (block[at + i] !== sought[i]) return false;
  return true;
}

/** Where a sequence begins at a place or behind it; -1 where it does not. */
function placeOf(block: Uint8Array, sought: Uint8Array, from: number): number {
  const first = sought[0] ?? 0;
  let at = block.indexOf(first, from);
  while (at >= 0 && !standsAt(block, sought, at)) at = block.indexOf(first, at + 1);
  return at;
}

/** The last place at which a sequence begins; -1 where it does not. */
function lastPlaceOf(block: Uint8Array, sought: Uint8Array): number {
  const first = sought[0] ?? 0;
  let at = block.lastIndexOf(first);
  while (at >= 0 && !standsAt(block, sought, at)) at = at === 0 ? -1 : block.lastIndexOf(first, at - 1);
  return at;
}

function linesIn(text: string): Required<Pick<RangeReading, 'lines' | 'tail'>> {
  let lines = 0;
  let last = -1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    lines++;
    last = at;
  }
  const rest = text.slice(last + 1);
  return { lines, tail: rest.length - (rest.match(FIRST_OF_TWO)?.length ?? 0) };
}

/**
 * Reads records out of the middle of XML or NDJSON. A range begins behind the first end of a record in the block,
 * and goes on to the first one that begins where the next range's block does. Whoever asks begins a block as far
 * before its range as an end of a record is long.
 */
export function createTextRangeReader(place: TextPlace, take: RowSink['row']): RangeReader {
  const { format, columns, path, prologue } = place;
  const boundary = new TextEncoder().encode(place.boundary);

  function readText(text: string, range: Pick<RangeReading, 'start' | 'end'>): RangeReading {
    let isCertain = format === 'ndjson' || !RETURN_ALONE.test(text);
    const sink: RowSink = {
      header: () => undefined,
      row: take,
      // What is said of a place has to be said by whoever knows it.
      notice: () => void (isCertain = false),
    };
    const reader =
      format === 'ndjson'
        ? createNdjsonReader(sink, columns)
        : createXmlReader(sink, { columns, ...(path === undefined ? {} : { records: path }) });
    reader.write(prologue);
    reader.write(text);
    const paused = reader.pause?.() ?? null;
    if (paused === null || paused.text !== '') isCertain = false;
    return {
      ...range,
      ...linesIn(text),
      records: paused?.row ?? 0,
      lacking: paused?.lacking ?? [],
      isCertain,
    };
  }

  return {
    read: (block, limit, encoding) => {
      const first = placeOf(block, boundary, 0);
      const start = first < 0 ? block.length : first + boundary.length;
      const nothing = { records: 0, lines: 0 };
      if (start >= limit) return { start, end: start, ...nothing, isCertain: true };
      const next = placeOf(block, boundary, limit - boundary.length);
      const end = (next < 0 ? lastPlaceOf(block, boundary) : next) + boundary.length;
      if (start >= end) return { start, end: start, ...nothing, isCertain: true };
      const text = textOf(block.subarray(start, end), encoding);
      return text === null ? { start, end, ...nothing, isCertain: false } : readText(text, { start, end });
    },
  };
}
