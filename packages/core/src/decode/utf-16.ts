import { copyOf, type EncodingDecoder, joined, REPLACEMENT, textOf } from './encoding.js';

const BLOCK = 8192;
const REPLACEMENT_UNIT = REPLACEMENT.charCodeAt(0);

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/**
 * ASCII whose bytes are one place off: where a byte was lost, all that follows turns into such
 * characters, line ends and delimiters too, and rows would vanish in them without a word.
 */
const isShifted = (unit: number) => (unit & 0xff) === 0 && unit >= 0x0900 && unit < 0x7f00;

/** No text of any language has so many of them in a row. */
const SHIFTED_RUN = 16;

/**
 * Decodes UTF-16. By hand, because not every build of Node has TextDecoder for it, and because a
 * surrogate without its other half has to be counted: XML and regular expressions trip over it later.
 */
export function createUtf16Decoder(order: 'le' | 'be'): EncodingDecoder {
  const first = order === 'le' ? 0 : 1;
  const unitAt = (bytes: Uint8Array, at: number) =>
    (bytes[at + first] ?? 0) | ((bytes[at + 1 - first] ?? 0) << 8);
  let pending: Uint8Array = new Uint8Array(0);
  let damaged = 0;
  let shifted = 0;

  function decode(bytes: Uint8Array, end: number): string {
    const units = new Uint16Array(Math.min(BLOCK, end / 2));
    let text = '';
    let length = 0;
    for (let at = 0; at < end; at += 2) {
      const unit = unitAt(bytes, at);
      shifted = isShifted(unit) ? shifted + 1 : 0;
      if (length + 2 > units.length) {
        text += textOf(units.subarray(0, length));
        length = 0;
      }
      if (isHigh(unit) && at + 2 < end && isLow(unitAt(bytes, at + 2))) {
        units[length++] = unit;
        at += 2;
        units[length++] = unitAt(bytes, at);
      } else if (isHigh(unit) || isLow(unit) || shifted > SHIFTED_RUN) {
        units[length++] = REPLACEMENT_UNIT;
        damaged++;
      } else {
        units[length++] = unit;
      }
    }
    return text + textOf(units.subarray(0, length));
  }

  return {
    write: (bytes) => {
      const all = joined(pending, bytes);
      let end = all.length & ~1;
      // Half of a pair waits for the other half.
      if (end >= 2 && isHigh(unitAt(all, end - 2))) end -= 2;
      pending = copyOf(all.subarray(end));
      return decode(all, end);
    },
    end: () => {
      const rest = pending;
      pending = new Uint8Array(0);
      const text = decode(rest, rest.length & ~1);
      if ((rest.length & 1) === 0) return text;
      damaged++;
      return text + REPLACEMENT;
    },
    damaged: () => damaged,
  };
}
