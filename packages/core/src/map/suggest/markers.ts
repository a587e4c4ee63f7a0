import { type Marker, MARKERS } from '../../model/markers.js';
import { QUESTION } from '../questions.js';
import { markerHinted, markerNamed } from './marker-codes.js';
import { CLEAR_NAME, nameScore } from './names.js';
import type { Confidence } from './proposal.js';
import { type ColumnSample, share } from './sample.js';
import { NOT_SET_WORDS, SET_WORDS } from './vocabulary.js';

/** What a column says of the markers. */
export interface MarkerProposal {
  readonly column: string;
  readonly markers: readonly Marker[];
  readonly confidence: Confidence;
  readonly reason: string;
}

export interface MarkersProposal {
  /** The `markers` of the profile, with its questions. */
  readonly layout: unknown;
  readonly columns: readonly MarkerProposal[];
}

const BLANK_QUESTION = `${QUESTION}what does an empty marker cell mean? Many systems export only the markers that are set: "not-set" if yours exports every marker of every crime, "unknown" if nobody can promise that`;

/** Whether a column holds nothing but words for yes and no. */
export function isYesNo({ counts }: ColumnSample): boolean {
  const codes = [...counts.keys()];
  return codes.length > 0 && codes.every((code) => SET_WORDS.includes(code) || NOT_SET_WORDS.includes(code));
}

interface MarkerColumn {
  readonly column: ColumnSample;
  readonly marker: Marker;
}

function columnOf({ column, marker }: MarkerColumn): {
  readonly source: unknown;
  readonly proposal: MarkerProposal;
} {
  const codes = [...column.counts.keys()];
  const set = codes.filter((code) => SET_WORDS.includes(code));
  const notSet = codes.filter((code) => NOT_SET_WORDS.includes(code));
  const strange = codes.filter((code) => !SET_WORDS.includes(code) && !NOT_SET_WORDS.includes(code));
  const propose = (confidence: Confidence, reason: string): MarkerProposal => ({
    column: column.name,
    markers: [marker],
    confidence,
    reason,
  });
  if (strange.length > 0) {
    const said = strange.slice(0, 8).map((code) => JSON.stringify(code.slice(0, 24)));
    const question = `${column.name} holds ${said.join(', ')}: which of them mean that ${marker} is set? The others belong to notSet`;
    return {
      source: { column: column.name, set: [`${QUESTION}${question}`], notSet },
      proposal: propose('question', 'its name; values that are neither yes nor no'),
    };
  }
  const opposite = NOT_SET_WORDS[SET_WORDS.indexOf(set[0] ?? '')];
  const source = {
    column: column.name,
    set: set.length > 0 ? set : ['Y'],
    // A value that was not in the head is written like its opposite.
    notSet: notSet.length > 0 || opposite === undefined ? notSet : [opposite],
  };
  if (codes.length === 0)
    return {
      source: { ...source, notSet: ['N'] },
      proposal: propose('likely', 'its name; no values in what was read'),
    };
  const blanks = column.values.length < column.rows ? ' and empty cells' : '';
  return { source, proposal: propose('sure', `its name; holds ${codes.join(', ')}${blanks}`) };
}

/** At most so many codes are named in a question; they are codes and not texts if they are short. */
const MOST_NAMED = 20;
const LONGEST_CODE = 24;

interface CodeColumn {
  readonly column: ColumnSample;
  readonly separator: string;
  /** The most frequent first. */
  readonly codes: readonly string[];
  /** Markers that the codes name. */
  readonly known: number;
}

/** The likelier of two that tell the same first; a blank stands within many a code. */
const SEPARATORS = [';', '|', ',', '~', '/', ' '];

/** Whether the values are a few short codes each, and not sentences that happen to hold a word of ours. */
function holdsCodes({ values }: ColumnSample, separator: string): boolean {
  const isCoded = (value: string) => {
    const parts = value.split(separator);
    const short = parts.length <= 12 && parts.every((part) => part.trim().length <= LONGEST_CODE);
    return short && (separator !== ' ' || /^[A-Z0-9_ -]*$/.test(value));
  };
  return values.length > 0 && share(values, isCoded) >= 0.95;
}

function codesBy(column: ColumnSample, separator: string): CodeColumn {
  const counts = new Map<string, number>();
  for (const value of column.values) {
    for (const part of value.split(separator)) {
      const code = part.trim();
      if (code !== '' && code.length <= LONGEST_CODE) counts.set(code, (counts.get(code) ?? 0) + 1);
    }
  }
  const codes = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([code]) => code);
  // A code that still holds a sign of separation is two codes, whatever their letters say.
  const whole = codes.filter((code) => !/[;|,~]/.test(code));
  const known = new Set(whole.flatMap((code) => markerNamed(code) ?? [])).size;
  return { column, separator, codes, known };
}

/** The column that holds the codes of the markers, if one does. */
function findCodeColumn(columns: readonly ColumnSample[]): CodeColumn | null {
  const [best] = columns
    .flatMap((column) =>
      SEPARATORS.filter((separator) => holdsCodes(column, separator)).map((separator) =>
        codesBy(column, separator),
      ),
    )
    .filter(({ known, codes }) => known > 0 && codes.length <= 200)
    .toSorted((a, b) => b.known - a.known);
  return best ?? null;
}

function listLayout({ column, separator, codes }: CodeColumn): MarkersProposal {
  const named = codes.filter((code) => markerNamed(code) !== null);
  const hinted = codes
    .filter((code) => markerNamed(code) === null && markerHinted(code) !== null)
    .slice(0, MOST_NAMED);
  const others = codes.filter((code) => !named.includes(code) && !hinted.includes(code));
  const shown = others.slice(0, MOST_NAMED).map((code) => JSON.stringify(code));
  const more = others.length > shown.length ? ` and ${others.length - shown.length} more` : '';
  const codesOf = Object.fromEntries([
    ...named.map((code) => [code, markerNamed(code)]),
    ...hinted.map((code) => [
      code,
      `${QUESTION}is ${code} the marker ${String(markerHinted(code))}? Write the marker (${MARKERS.join(', ')}), or null without quotation marks if it is none`,
    ]),
  ]) as Readonly<Record<string, unknown>>;
  const layout = {
    layout: 'list',
    column: column.name,
    separator,
    blank: BLANK_QUESTION,
    codes: codesOf,
    ...(others.length === 0
      ? {}
      : {
          otherCodes: `${QUESTION}are these codes no Home Office markers: ${shown.join(', ')}${more}? Name those that are in "codes"; then write "ignore", "local" to keep them as local markers, or "unknown" if nobody can say`,
        }),
  };
  const markers = [...new Set(named.flatMap((code) => markerNamed(code) ?? []))];
  const reason = `codes of markers, ${JSON.stringify(separator)} between: ${named.slice(0, 8).join(', ')}`;
  return {
    layout,
    columns: [
      { column: column.name, markers, confidence: hinted.length > 0 ? 'question' : 'likely', reason },
    ],
  };
}

const NO_MARKERS = `${QUESTION}no column of markers was found. Name their columns, the column with their codes, or the second file that holds them; docs/profiles.md shows the three layouts`;

/** How the extract holds the markers: a column each, or one column of codes. What an empty cell means is always a question. */
export function proposeMarkers(columns: readonly ColumnSample[]): MarkersProposal {
  const found: MarkerColumn[] = [];
  for (const marker of MARKERS) {
    const [best] = columns
      .map((column) => ({ column, score: nameScore(column.name, marker) }))
      .filter(
        ({ column, score }) => score >= CLEAR_NAME && (column.counts.size > 0 || column.values.length === 0),
      )
      .toSorted((a, b) => b.score - a.score);
    if (best !== undefined && !found.some(({ column }) => column === best.column))
      found.push({ column: best.column, marker });
  }
  if (found.length > 0) {
    const made = found.map((column) => ({ marker: column.marker, ...columnOf(column) }));
    return {
      layout: {
        layout: 'columns',
        blank: BLANK_QUESTION,
        columns: Object.fromEntries(made.map(({ marker, source }) => [marker, source])),
      },
      columns: made.map(({ proposal }) => proposal),
    };
  }
  const codeColumn = findCodeColumn(columns);
  return codeColumn === null ? { layout: NO_MARKERS, columns: [] } : listLayout(codeColumn);
}
