import { bareCase, segmentsOf } from '../tree/paths.js';

/** What the next token of a JSON file is, outside of its records. */
export type Step =
  | { readonly kind: 'sign' | 'key' | 'other-value' | 'record' }
  | { readonly kind: 'stop'; readonly problem: string };

/** Goes along a JSON file to the array of its records: the objects on the way to it, and nothing else. */
export interface Outline {
  /** Takes the first character of the next token. */
  readonly next: (first: string) => Step;
  /** The name that a `key` has; gives what is wrong with it. */
  readonly key: (name: string) => string | null;
  readonly inRecords: () => boolean;
  readonly found: () => boolean;
  /** Whether all that was opened is closed. */
  readonly isWhole: () => boolean;
}

type State =
  | 'on-path'
  | 'first-key'
  | 'key'
  | 'colon'
  | 'off-path'
  | 'after-member'
  | 'first-item'
  | 'item'
  | 'after-item'
  | 'end';

const SIGN: Step = { kind: 'sign' };
const MALFORMED: Step = { kind: 'stop', problem: 'malformed JSON' };
const NO_ARRAY =
  'the file is an object and not an array of objects; name the path of the array in the profile ("records")';

/** `records` is the path of the array; without one the file itself is the array. */
export function outline(records: string | undefined): Outline {
  const path = segmentsOf(records ?? '');
  let state: State = 'on-path';
  /** How many objects on the way are open. */
  let level = 0;
  let afterColon: State = 'off-path';
  let found = false;

  function closed(): Step {
    state = level === 0 ? 'end' : 'after-member';
    return SIGN;
  }

  function enter(first: string): Step {
    if (level === path.length) {
      if (first !== '[')
        return { kind: 'stop', problem: first === '{' ? NO_ARRAY : 'there is no array of records here' };
      state = 'first-item';
      found = true;
      return SIGN;
    }
    if (first !== '{')
      return { kind: 'stop', problem: 'there is no object here, where the path of the records goes through' };
    level++;
    state = 'first-key';
    return SIGN;
  }

  function key(first: string): Step {
    if (first === '}' && state === 'first-key') {
      level--;
      return closed();
    }
    return first === '"' ? { kind: 'key' } : MALFORMED;
  }

  function item(first: string): Step {
    if (first === ']' && state === 'first-item') return closed();
    if (first === ']' || first === ',') return MALFORMED;
    state = 'after-item';
    return { kind: 'record' };
  }

  function next(first: string): Step {
    switch (state) {
      case 'on-path':
        return enter(first);
      case 'first-key':
      case 'key':
        return key(first);
      case 'colon':
        state = afterColon;
        return first === ':' ? SIGN : MALFORMED;
      case 'off-path':
        state = 'after-member';
        return { kind: 'other-value' };
      case 'after-member':
        if (first === '}') {
          level--;
          return closed();
        }
        state = 'key';
        return first === ',' ? SIGN : MALFORMED;
      case 'first-item':
      case 'item':
        return item(first);
      case 'after-item':
        if (first === ']') return closed();
        state = 'item';
        return first === ',' ? SIGN : MALFORMED;
      case 'end':
        return MALFORMED;
      default:
        return state satisfies never;
    }
  }

  return {
    next,
    key: (name) => {
      state = 'colon';
      const isNext = bareCase(name.trim()) === path[level - 1];
      if (isNext && found) return 'the array of records stands twice';
      afterColon = isNext ? 'on-path' : 'off-path';
      return null;
    },
    inRecords: () => state === 'first-item' || state === 'item' || state === 'after-item',
    found: () => found,
    isWhole: () => state === 'end',
  };
}
