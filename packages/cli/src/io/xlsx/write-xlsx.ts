import { crc32 } from 'node:zlib';
import { Deflate, Zip, type ZipInputFile } from 'fflate';
import {
  contentTypesXml,
  MAIN_NAMESPACE,
  packageRelationshipsXml,
  workbookRelationshipsXml,
  workbookXml,
  XML,
} from './parts.js';
import { entryOf, type Sheet, sheetXml } from './sheet.js';
import { stylesXml } from './styles.js';
import { cellText } from './text.js';

const PIECE = 256 * 1024;

/** The first day that a ZIP archive can say, in whatever time zone: the same run gives the same bytes. */
function noTime(): Date {
  return new Date(1980, 0, 1);
}

function* sharedStringsXml(texts: Iterable<string>): Iterable<string> {
  yield `${XML}<sst xmlns="${MAIN_NAMESPACE}">`;
  for (const text of texts) yield `<si><t xml:space="preserve">${cellText(text)}</t></si>`;
  yield '</sst>';
}

/** Of sheets, whose rows repeat each other: higher levels take two and a half times as long for a tenth less. */
const LEVEL = 2;

/** How an archive says that a file is deflated, and at such a level (APPNOTE.TXT of ZIP, 4.4.4 and 4.4.5). */
const DEFLATED = 8;
const FAST = 2;

/** A file of the archive, and what takes its bytes. The checksum is Node's own, which is the same everywhere. */
function createPart(filename: string): {
  file: ZipInputFile;
  push: (bytes: Uint8Array, isLast: boolean) => void;
} {
  const file: ZipInputFile = {
    filename,
    mtime: noTime(),
    compression: DEFLATED,
    flag: FAST,
    size: 0,
    crc: 0,
  };
  const deflate = new Deflate({ level: LEVEL }, (bytes, isLast) => file.ondata?.(null, bytes, isLast));
  return {
    file,
    push: (bytes, isLast) => {
      file.size += bytes.length;
      file.crc = crc32(bytes, file.crc);
      deflate.push(bytes, isLast);
    },
  };
}

/**
 * Writes a workbook piece by piece: memory grows with the texts of columns that repeat and with nothing else.
 * The deflating is fflate's own, so that the bytes do not depend on the version of Node.
 */
export function writeXlsx(sheets: readonly Sheet[], write: (bytes: Uint8Array) => void): void {
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error;
    write(bytes);
  });
  const add = (name: string, pieces: Iterable<string>): void => {
    const part = createPart(name);
    zip.add(part.file);
    let pending = '';
    for (const piece of pieces) {
      pending += piece;
      if (pending.length < PIECE) continue;
      part.push(Buffer.from(pending, 'utf8'), false);
      pending = '';
    }
    part.push(Buffer.from(pending, 'utf8'), true);
  };
  const shared = new Map<string, number>();
  const share = (text: string): number => {
    let number = shared.get(text);
    if (number === undefined) shared.set(text, (number = shared.size));
    return number;
  };
  add('[Content_Types].xml', [contentTypesXml(sheets.length)]);
  add('_rels/.rels', [packageRelationshipsXml()]);
  add('xl/workbook.xml', [workbookXml(sheets.map(entryOf))]);
  add('xl/_rels/workbook.xml.rels', [workbookRelationshipsXml(sheets.length)]);
  add('xl/styles.xml', [stylesXml()]);
  sheets.forEach((sheet, i) => add(`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet, i === 0, share)));
  add('xl/sharedStrings.xml', sharedStringsXml(shared.keys()));
  zip.end();
}
