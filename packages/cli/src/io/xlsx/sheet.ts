import { countLines, rowHeight } from './lines.js';
import { MAIN_NAMESPACE, type SheetEntry, tableRange, XML } from './parts.js';
import { type Style, styleNumber } from './styles.js';
import { cellText, columnName, xmlText } from './text.js';

export interface SheetColumn {
  /** In characters. */
  readonly width: number;
  /** Whether few texts stand in it many times: each is then written once. */
  readonly repeats?: boolean;
  /** The look of cells that are still empty. @default plain */
  readonly style?: Style;
}

export interface SheetRow {
  readonly cells: readonly (string | number)[];
  /** By column; the last goes for all that follow. */
  readonly styles: readonly Style[];
}

export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** The row of the headings, with a filter and always in sight; `null` for a sheet that is no table. */
  readonly headings: number | null;
  /** Columns that stay in sight. */
  readonly frozenColumns?: number;
  readonly length: number;
  readonly rows: Iterable<SheetRow>;
  /** What is printed at the foot of each page. */
  readonly footer: string;
}

export function entryOf({ name, columns, headings, length }: Sheet): SheetEntry {
  return { name, headings, columns: columns.length, lastRow: Math.max(1, length) };
}

function viewXml({ headings, frozenColumns = 0 }: Sheet, isFirst: boolean): string {
  const selected = isFirst ? ' tabSelected="1"' : '';
  if (headings === null) return `<sheetView${selected} workbookViewId="0" showGridLines="0"/>`;
  const corner = `${columnName(frozenColumns)}${headings + 1}`;
  const [split, pane] =
    frozenColumns > 0 ? [`xSplit="${frozenColumns}" `, 'bottomRight'] : ['', 'bottomLeft'];
  return [
    `<sheetView${selected} workbookViewId="0">`,
    `<pane ${split}ySplit="${headings}" topLeftCell="${corner}" activePane="${pane}" state="frozen"/>`,
    `<selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/>`,
    '</sheetView>',
  ].join('');
}

function columnXml({ width, style }: SheetColumn, position: number): string {
  const at = `min="${position + 1}" max="${position + 1}"`;
  const look = style === undefined ? '' : ` style="${styleNumber(style)}"`;
  return `<col ${at} width="${width + 0.7109375}" customWidth="1"${look}/>`;
}

/** A column's width is in digits; so many letters of a text go in the place of one. */
const LETTERS = 1.1;

/** How high rows are: not every program works it out for itself when it opens a file. */
function createHeights(columns: readonly SheetColumn[]): (row: SheetRow) => number {
  const known = columns.map(() => new Map<string, number>());
  const linesOf = (text: string, position: number): number => {
    const { width = 1, repeats = false } = columns[position] ?? {};
    const before = known[position]?.get(text);
    if (before !== undefined) return before;
    const lines = countLines(text, Math.floor(width * LETTERS));
    if (repeats) known[position]?.set(text, lines);
    return lines;
  };
  return ({ cells, styles }) => {
    let lines = 1;
    cells.forEach((value, i) => {
      if (typeof value !== 'string' || (styles[i] ?? styles.at(-1)) === 'note') return;
      lines = Math.max(lines, linesOf(value, i));
    });
    return rowHeight(lines);
  };
}

function cellXml(
  value: string | number,
  at: string,
  repeats: boolean,
  share: (text: string) => number,
): string {
  if (value === '') return `${at}/>`;
  if (typeof value === 'number') return `${at}><v>${value}</v></c>`;
  if (repeats) return `${at} t="s"><v>${share(value)}</v></c>`;
  return `${at} t="inlineStr"><is><t xml:space="preserve">${cellText(value)}</t></is></c>`;
}

function rowXml({ cells, styles }: SheetRow, number: number, height: number, look: RowLook): string {
  let xml = `<row r="${number}" ht="${height}">`;
  cells.forEach((value, i) => {
    const column = look.columns[i];
    const style = styles[i] ?? styles.at(-1) ?? 'plain';
    // An empty cell looks as its column does; one that looks otherwise has to be there.
    if (value === '' && style === (column?.style ?? 'plain')) return;
    const at = `<c r="${look.names[i] ?? ''}${number}" s="${styleNumber(style)}"`;
    xml += cellXml(value, at, column?.repeats ?? false, look.share);
  });
  return `${xml}</row>`;
}

interface RowLook {
  readonly columns: readonly SheetColumn[];
  /** `A`, `B` and so on. */
  readonly names: readonly string[];
  /** Numbers a text that repeats. */
  readonly share: (text: string) => number;
}

/** The XML of a sheet, a row a piece; texts that repeat are given to `share`, which numbers them. */
export function* sheetXml(sheet: Sheet, isFirst: boolean, share: (text: string) => number): Iterable<string> {
  const entry = entryOf(sheet);
  const all = `A1:${columnName(entry.columns - 1)}${entry.lastRow}`;
  yield [
    `${XML}<worksheet xmlns="${MAIN_NAMESPACE}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="${all}"/>`,
    `<sheetViews>${viewXml(sheet, isFirst)}</sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${sheet.columns.map(columnXml).join('')}</cols>`,
    '<sheetData>',
  ].join('');
  const look = { columns: sheet.columns, names: sheet.columns.map((_, i) => columnName(i)), share };
  const heightOf = createHeights(sheet.columns);
  let number = 0;
  for (const row of sheet.rows) yield rowXml(row, ++number, heightOf(row), look);
  yield [
    '</sheetData>',
    sheet.headings === null ? '' : `<autoFilter ref="${tableRange(entry)}"/>`,
    '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="8" orientation="landscape" fitToHeight="0"/>',
    `<headerFooter><oddHeader>&amp;L&amp;A</oddHeader><oddFooter>&amp;L${xmlText(sheet.footer.replaceAll('&', '&&'))}&amp;R&amp;P / &amp;N</oddFooter></headerFooter>`,
    // References of digits alone are text on purpose; without this Excel marks each of them as a mistake.
    `<ignoredErrors><ignoredError sqref="${all}" numberStoredAsText="1"/></ignoredErrors>`,
    '</worksheet>',
  ].join('');
}
