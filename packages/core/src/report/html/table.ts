import { safe, type Html, type HtmlValue } from './html.js';

export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => HtmlValue;
  /** Figures stand to the right, digits under digits. */
  readonly isNumber?: boolean;
  /** The cell names its row. */
  readonly isRowHead?: boolean;
}

/** Rows under a heading of their own. */
export interface RowGroup<Row> {
  readonly head: string;
  readonly rows: readonly Row[];
}

interface TableData<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  /** A short list of names and figures does not fill the width of the page. */
  readonly isNarrow?: boolean;
}

function row<Row>(columns: readonly Column<Row>[], of: Row): Html {
  const cells = columns.map(({ cell, isNumber, isRowHead }) => {
    const number = isNumber === true ? safe` class="number"` : null;
    return isRowHead === true
      ? safe`<th scope="row"${number}>${cell(of)}</th>`
      : safe`<td${number}>${cell(of)}</td>`;
  });
  return safe`<tr>${cells}</tr>\n`;
}

function frame<Row>({ caption, columns, isNarrow }: TableData<Row>, bodies: HtmlValue): Html {
  const heads = columns.map(
    ({ head, isNumber }) =>
      safe`<th scope="col"${isNumber === true ? safe` class="number"` : null}>${head}</th>`,
  );
  // The region can be reached by keyboard, so that a table wider than the page can be scrolled.
  const width = isNarrow === true ? safe` narrow` : null;
  return safe`<div class="scroll${width}" role="region" aria-label="${`Table: ${caption}`}" tabindex="0">
    <table>
      <caption>${caption}</caption>
      <thead>
        <tr>${heads}</tr>
      </thead>
      ${bodies}
    </table>
  </div>\n`;
}

export function table<Row>(data: TableData<Row> & { readonly rows: readonly Row[] }): Html {
  return frame(
    data,
    safe`<tbody>
      ${data.rows.map((of) => row(data.columns, of))}
    </tbody>\n`,
  );
}

export function groupedTable<Row>(
  data: TableData<Row> & { readonly groups: readonly RowGroup<Row>[] },
): Html {
  const bodies = data.groups.map(
    ({ head, rows }) =>
      safe`<tbody>
        <tr class="group">
          <th scope="rowgroup" colspan="${String(data.columns.length)}">${head}</th>
        </tr>
        ${rows.map((of) => row(data.columns, of))}
      </tbody>\n`,
  );
  return frame(data, bodies);
}
