import { decodeWindows1252 } from '../../decode/windows-1252.js';
import { DOUBLED, HIGH } from './byte-scanner.js';

/** What is longer is a text, and no code, date or word that comes again. */
const LONGEST_REPEATED = 24;

/** So many different texts of a column are remembered, each in a place that its bytes decide. */
const PLACES = 1024;

/** After so many cells it is clear whether a column repeats itself. */
const TRIAL = 4 * PLACES;

/** Texts of single characters. */
const SINGLE = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

/** Decodes one byte to one character: right for ASCII, and its places are those of the bytes, which is all that is asked. */
const ASCII = new TextDecoder('latin1');
const UTF_8 = new TextDecoder('utf-8', { ignoreBOM: true });

function bytesAreText(bytes: Uint8Array, start: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== bytes[start + i]) return false;
  return true;
}

/**
 * Makes the texts of one column. Codes, dates and words come again and again: a text that the column had
 * before is given once more, the same object, which costs no memory and is found quickly in every table.
 */
function createRepeats(): (bytes: Uint8Array, start: number, end: number) => string | null {
  const known = new Array<string>(PLACES).fill('');
  let asked = 0;
  let found = 0;
  return (bytes, start, end) => {
    if (asked === TRIAL) {
      if (found * 2 < TRIAL) return null;
      asked = 0;
      found = 0;
    }
    asked++;
    let hash = 0;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + (bytes[at] as number)) | 0;
    const place = (hash ^ (hash >>> 15)) & (PLACES - 1);
    const text = known[place] as string;
    if (text.length === end - start && bytesAreText(bytes, start, text)) {
      found++;
      return text;
    }
    const fresh = String.fromCharCode(...bytes.subarray(start, end));
    known[place] = fresh;
    return fresh;
  };
}

/** The texts of a column's cells, by their bytes in the block that is loaded. */
export type ColumnTexts = (start: number, end: number, mark: number) => string;

export interface CellTexts {
  /** The bytes that cells are cut from. */
  readonly load: (bytes: Uint8Array) => void;
  /** Made once for each column. */
  readonly column: () => ColumnTexts;
}

/** Makes the texts of the cells of blocks of bytes, in UTF-8 or Windows-1252. */
export function createCellTexts(encoding: 'utf-8' | 'windows-1252'): CellTexts {
  let bytes: Uint8Array = new Uint8Array(0);
  /** The whole block as text, from which long cells are cut; made when the first of them comes. */
  let block: string | null = null;

  const decode = (start: number, end: number) => {
    const part = bytes.subarray(start, end);
    return encoding === 'utf-8' ? UTF_8.decode(part) : decodeWindows1252(part);
  };

  function longText(start: number, end: number, mark: number): string {
    if ((mark & HIGH) !== 0) return decode(start, end);
    block ??= ASCII.decode(bytes);
    return block.slice(start, end);
  }

  return {
    load: (of) => {
      bytes = of;
      block = null;
    },
    column: () => {
      const repeated = createRepeats();
      return (start, end, mark) => {
        const length = end - start;
        if (length === 0) return '';
        if (mark === 0) {
          if (length === 1) return SINGLE[bytes[start] as number] as string;
          const text = length > LONGEST_REPEATED ? null : repeated(bytes, start, end);
          if (text !== null) return text;
        }
        const text = longText(start, end, mark);
        return (mark & DOUBLED) === 0 ? text : text.replaceAll('""', '"');
      };
    },
  };
}
