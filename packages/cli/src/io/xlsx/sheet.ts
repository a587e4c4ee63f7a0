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

/** What a cell holds, as it stands in the XML behind its place and look, and how many lines it takes. */
interface CellText {
  readonly xml: string;
  readonly lines: number;
}

const EMPTY: CellText = { xml: '/>', lines: 1 };

/** Writes what the cells of a column hold; a text that repeats is numbered by `share`, and looked at once. */
function textWriter(
  { width, repeats = false }: SheetColumn,
  share: (text: string) => number,
): (text: string) => CellText {
  const known = new Map<string, CellText>();
  const linesOf = (text: string) => countLines(text, Math.floor(width * LETTERS));
  if (!repeats) {
    return (text) => ({
      xml: ` t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`,
      lines: linesOf(text),
    });
  }
  return (text) => {
    let of = known.get(text);
    if (of === undefined)
      known.set(text, (of = { xml: ` t="s"><v>${share(text)}</v></c>`, lines: linesOf(text) }));
    return of;
  };
}

/** Writes the cells of one column: their names, their looks and what they hold. */
interface ColumnWriter {
  readonly open: string;
  /** The look of cells that need not be there while they are empty. */
  readonly style: Style;
  readonly text: (text: string) => CellText;
}

function columnWriter(column: SheetColumn, position: number, share: (text: string) => number): ColumnWriter {
  return {
    open: `<c r="${columnName(position)}`,
    style: column.style ?? 'plain',
    text: textWriter(column, share),
  };
}

/** A row, as high as its cells need: not every program works it out for itself when it opens a file. */
function rowXml({ cells, styles }: SheetRow, number: number, columns: readonly ColumnWriter[]): string {
  let lines = 1;
  let xml = '';
  columns.forEach(({ open, style: usual, text }, i) => {
    const value = cells[i];
    if (value === undefined) return;
    const style = styles[i] ?? styles.at(-1) ?? 'plain';
    // An empty cell looks as its column does; one that looks otherwise has to be there.
    if (value === '' && style === usual) return;
    xml += `${open}${number}" s="${styleNumber(style)}"`;
    if (typeof value === 'number') {
      xml += `><v>${value}</v></c>`;
      return;
    }
    const of = value === '' ? EMPTY : text(value);
    xml += of.xml;
    if (style !== 'note' && of.lines > lines) lines = of.lines;
  });
  return `<row r="${number}" ht="${rowHeight(lines)}">${xml}</row>`;
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
  const columns = sheet.columns.map((column, i) => columnWriter(column, i, share));
  let number = 0;
  for (const row of sheet.rows) yield rowXml(row, ++number, columns);
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
