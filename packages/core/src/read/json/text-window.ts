import { type ValueEnd, valueEnd } from './value-end.js';

/** The part of a text that is not read yet, with places that people find in an editor. */
export interface TextWindow {
  readonly add: (text: string) => void;
  readonly length: () => number;
  readonly charAt: (at: number) => string;
  readonly slice: (start: number, end: number) => string;
  /** The place of the next character that is no white space; -1 if there is none yet. */
  readonly skipSpace: () => number;
  /** Where the value that starts here ends; -1 if that is yet to come. */
  readonly valueEnd: (start: number) => number;
  readonly moveTo: (at: number) => void;
  /** Cuts off what was read. */
  readonly forget: () => void;
  /** `line 3, column 7` */
  readonly placeOf: (at: number) => string;
}

export function createTextWindow(): TextWindow {
  let text = '';
  let at = 0;
  let value: ValueEnd | null = null;
  let linesBefore = 1;
  /** How many characters of the line in which the window begins stand before it. */
  let columnsBefore = 0;

  function linesTo(end: number): { lines: number; last: number } {
    let lines = 0;
    let last = -1;
    for (let i = text.indexOf('\n'); i >= 0 && i < end; i = text.indexOf('\n', i + 1)) {
      lines++;
      last = i;
    }
    return { lines, last };
  }

  return {
    add: (more) => void (text += more),
    length: () => text.length,
    charAt: (place) => text.charAt(place),
    slice: (start, end) => text.slice(start, end),
    skipSpace: () => {
      for (; at < text.length; at++) {
        const c = text[at];
        if (c !== ' ' && c !== '\n' && c !== '\r' && c !== '\t') return at;
      }
      return -1;
    },
    valueEnd: (start) => {
      value ??= valueEnd(start);
      const end = value.find(text);
      if (end >= 0) value = null;
      return end;
    },
    moveTo: (place) => void (at = place),
    forget: () => {
      const { lines, last } = linesTo(at);
      linesBefore += lines;
      columnsBefore = last < 0 ? columnsBefore + at : at - last - 1;
      text = text.slice(at);
      value?.moved(at);
      at = 0;
    },
    placeOf: (place) => {
      const { lines, last } = linesTo(place);
      return `line ${linesBefore + lines}, column ${(last < 0 ? columnsBefore + place : place - last - 1) + 1}`;
    },
  };
}
