import type { Reassigned } from '../answers.js';
import type { Looked, LookedColumn } from '../protocol.js';
import { element, make } from './dom.js';

const SURENESS = { sure: 'sure', likely: 'likely', question: 'asked above', unused: 'not read' } as const;
const NOT_READ = '–';

/** The columns of the extract, and what is read from each; a wrong proposal is put right here. */
export interface ColumnTable {
  readonly reassigned: () => readonly Reassigned[];
}

/** Whether a column can be said to be something else: one that is asked about, or holds several markers, cannot. */
function canChange({ confidence, fields }: LookedColumn): boolean {
  return confidence !== 'question' && fields.length <= 1;
}

function choices({ column, fields }: LookedColumn, looked: Looked): HTMLSelectElement {
  const [own] = fields;
  const names = looked.assignable.map(({ field }) => field);
  const all = own === undefined || names.includes(own) ? names : [own, ...names];
  const select = make('select', { 'aria-label': `Read ${column} as` });
  select.append(make('option', { value: '' }, 'not read'));
  for (const name of all) select.append(make('option', { value: name }, name));
  select.value = own ?? '';
  return select;
}

export function createColumnTable(looked: Looked, changed: () => void): ColumnTable {
  const selects = new Map<string, HTMLSelectElement>();
  const initial = new Map(looked.columns.map(({ column, fields }) => [column, fields[0] ?? '']));
  const rows = looked.columns.map((of) => {
    const { column, fields, confidence, reasons } = of;
    const readAs = make('td');
    if (canChange(of)) {
      const select = choices(of, looked);
      selects.set(column, select);
      select.addEventListener('change', () => {
        // A field is read from one column: the one that was said last.
        for (const other of selects.values()) {
          if (other !== select && other.value === select.value) other.value = '';
        }
        changed();
      });
      readAs.append(select);
    } else readAs.append(fields.length === 0 ? NOT_READ : fields.join(', '));
    return make(
      'tr',
      {},
      make('th', { scope: 'row' }, column),
      readAs,
      make('td', {}, SURENESS[confidence]),
      make('td', {}, reasons.join('; ')),
    );
  });
  element('column-rows', 'tbody').replaceChildren(...rows);
  return {
    reassigned: () =>
      [...selects].flatMap(([column, { value }]) =>
        value === initial.get(column)
          ? []
          : [{ column, to: looked.assignable.find(({ field }) => field === value) ?? null }],
      ),
  };
}
