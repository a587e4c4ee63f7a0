import { columnName, xmlText } from './text.js';

/** The parts of a workbook that do not grow with it (ECMA-376 part 1, 12.3, and part 2 for the package). */

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN_NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A sheet as the workbook knows it. */
export interface SheetEntry {
  readonly name: string;
  /** The row of the headings; `null` for a sheet that is no table. */
  readonly headings: number | null;
  readonly columns: number;
  readonly lastRow: number;
}

export function contentTypesXml(sheets: number): string {
  const override = (part: string, type: string) =>
    `<Override PartName="${part}" ContentType="${CONTENT}.${type}+xml"/>`;
  return [
    `${XML}<Types xmlns="${PACKAGE}/content-types">`,
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
    `<Default Extension="xml" ContentType="application/xml"/>`,
    override('/xl/workbook.xml', 'sheet.main'),
    override('/xl/styles.xml', 'styles'),
    override('/xl/sharedStrings.xml', 'sharedStrings'),
    ...Array.from({ length: sheets }, (_, i) => override(`/xl/worksheets/sheet${i + 1}.xml`, 'worksheet')),
    '</Types>',
  ].join('');
}

function relationshipsXml(targets: readonly (readonly [type: string, target: string])[]): string {
  const lines = targets.map(
    ([type, target], i) =>
      `<Relationship Id="rId${i + 1}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`;
}

export function packageRelationshipsXml(): string {
  return relationshipsXml([['officeDocument', 'xl/workbook.xml']]);
}

/** The sheets come first, so that the id of a relationship is the number of its sheet. */
export function workbookRelationshipsXml(sheets: number): string {
  return relationshipsXml([
    ...Array.from({ length: sheets }, (_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const),
    ['styles', 'styles.xml'],
    ['sharedStrings', 'sharedStrings.xml'],
  ]);
}

/** Where the filter of a sheet is, from its headings down. */
export function tableRange({ headings, columns, lastRow }: SheetEntry, absolute = ''): string {
  const corner = (column: string, row: number) => `${absolute}${column}${absolute}${row}`;
  return `${corner('A', headings ?? 1)}:${corner(columnName(columns - 1), lastRow)}`;
}

/** Filters and repeated headings are names too; without the first some programs do not take a filter for one. */
function namesOf(sheet: SheetEntry, position: number): string {
  if (sheet.headings === null) return '';
  const of = `'${xmlText(sheet.name.replaceAll("'", "''"))}'!`;
  return [
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${position}" hidden="1">${of}${tableRange(sheet, '$')}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="${position}">${of}$${sheet.headings}:$${sheet.headings}</definedName>`,
  ].join('');
}

export function workbookXml(sheets: readonly SheetEntry[]): string {
  const entries = sheets.map(
    ({ name }, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  const names = sheets.map(namesOf).join('');
  return [
    `${XML}<workbook xmlns="${MAIN_NAMESPACE}" xmlns:r="${RELATIONSHIPS}">`,
    '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="15000"/></bookViews>',
    `<sheets>${entries.join('')}</sheets>`,
    names === '' ? '' : `<definedNames>${names}</definedNames>`,
    '</workbook>',
  ].join('');
}
