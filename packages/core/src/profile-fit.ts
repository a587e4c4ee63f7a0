import { type Extract, type ExtractOptions, openExtract } from './extract.js';
import { createCodeCounter, type CodeCount } from './map/codes.js';
import { createColumnFit, type ColumnFit } from './map/fit/column-fit.js';
import { createKeyFit, type KeyFit } from './map/fit/key-fit.js';
import { type UnusedColumn, unusedColumns } from './map/fit/unused-columns.js';
import { type Mapping, UNREADABLE } from './map/mapping.js';
import { FIELD_INDEX, type FieldName } from './model/fields.js';
import { MARKERS } from './model/markers.js';
import type { Pack } from './model/pack.js';
import type { Policy } from './model/policy.js';
import { trim } from './normalise/text.js';
import type { InputNotice } from './read/reader.js';
import { compilePack } from './rules/compile.js';

export interface ProfileFitOptions extends ExtractOptions {
  readonly pack: Pack;
  readonly policy?: Policy;
}

/** Codes of one column that the profile does not know. */
export interface UnknownCodes {
  readonly column: string;
  /** The most frequent first. */
  readonly codes: readonly CodeCount[];
}

/** What can be judged of the pack's rules with the columns that the profile gives. */
export interface RuleFit {
  readonly assessed: number;
  readonly off: number;
  /** Rules that are on and lack columns, by what they lack. */
  readonly lacking: readonly { readonly columns: string; readonly rules: readonly string[] }[];
}

/** How a profile fits an extract. */
export interface ProfileFit {
  readonly records: number;
  readonly columns: readonly ColumnFit[];
  readonly unused: readonly UnusedColumn[];
  readonly unknownCodes: readonly UnknownCodes[];
  readonly keys: KeyFit;
  readonly rules: RuleFit;
  /** What concerns the whole file or its header, or is no failing value. */
  readonly notices: readonly InputNotice[];
}

/** Reads an extract by a profile and looks at how it fits, without judging a record. */
export interface ProfileFitting {
  readonly open: (file: string) => Extract;
  readonly result: () => ProfileFit;
}

/** So many notices that are no failing value are kept. */
const MOST_NOTICES = 50;

function ruleFit({ pack, policy }: ProfileFitOptions, columns: ReadonlySet<FieldName>): RuleFit {
  const { rules } = compilePack(pack, { ...(policy === undefined ? {} : { policy }), columns });
  const lacking = new Map<string, string[]>();
  for (const { rule, isOff, lacking: names } of rules) {
    if (isOff || names.length === 0) continue;
    const key = names.join(', ');
    lacking.set(key, [...(lacking.get(key) ?? []), rule.id]);
  }
  return {
    assessed: rules.filter(({ isOff, lacking: names }) => !isOff && names.length === 0).length,
    off: rules.filter(({ isOff }) => isOff).length,
    lacking: [...lacking]
      .map(([names, ids]) => ({ columns: names, rules: ids }))
      .toSorted((a, b) => b.rules.length - a.rules.length),
  };
}

/** Makes a fitting of a profile; memory grows with the crime references, to see which of them repeat. */
export function createProfileFit(options: ProfileFitOptions): ProfileFitting {
  const { profile, tables } = options;
  const constants = profile?.constants ?? {};
  const columns = createColumnFit();
  const keys = createKeyFit(profile?.rows !== undefined);
  const codes = new Map<string, ReturnType<typeof createCodeCounter>>();
  const notices: InputNotice[] = [];
  let mapping: Mapping | null = null;
  let header: readonly string[] = [];
  let records = 0;

  function addCode(column: string, code: string): void {
    const counter = codes.get(column) ?? createCodeCounter();
    codes.set(column, counter);
    counter.add(code);
  }

  function takeRow(of: Mapping, row: readonly string[]): void {
    const cells = of.toCells(row);
    keys.row(trim(cells[FIELD_INDEX.crimeReference] ?? ''));
    for (const { column, code } of of.unknownCodes?.of(row) ?? []) addCode(column, code);
    for (const marker of MARKERS) {
      const cell = cells[FIELD_INDEX[marker]];
      if (cell === UNREADABLE) addCode(of.columnOf(marker), of.textOf?.(marker, row) ?? '');
    }
  }

  return {
    open: (file) =>
      openExtract(file, options, {
        mapping: (of, names) => {
          mapping = of;
          header = names;
          columns.mapping(of);
        },
        row: (row) => {
          if (mapping !== null) takeRow(mapping, row);
        },
        record: (cells) => {
          records++;
          columns.record(cells);
          keys.record();
        },
        notice: (notice) => {
          if (keys.isKeyNotice(notice) || columns.notice(notice)) return;
          if (notices.length < MOST_NOTICES) notices.push(notice);
        },
      }),
    result: () => {
      const ofFile = tables?.markers?.unknownCodes ?? [];
      const layout = profile?.markers;
      return {
        records,
        columns: columns
          .result()
          .filter(({ fields }) => !fields.every((field) => Object.hasOwn(constants, field))),
        unused: mapping === null ? [] : unusedColumns(profile, header, mapping.columns),
        unknownCodes: [
          ...[...codes].map(([column, counter]) => ({ column, codes: counter.counts() })),
          ...(ofFile.length > 0 && layout?.layout === 'file' && (layout.otherCodes ?? 'unknown') === 'unknown'
            ? [{ column: `${tables?.markers?.name ?? ''} ${layout.column}`, codes: ofFile }]
            : []),
        ],
        keys: keys.result(),
        rules: ruleFit(options, mapping?.columns ?? new Set()),
        notices,
      };
    },
  };
}
