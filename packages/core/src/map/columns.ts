import { nearestNames } from './nearest.js';

/** Where a column stands in a header, whatever the case of its name; -1 if it is not there. */
export function columnPosition(header: readonly string[], name: string): number {
  const wanted = name.toLowerCase();
  return header.findIndex((column) => column.toLowerCase() === wanted);
}

/** How often a header has a column of this name. */
export function columnCount(header: readonly string[], name: string): number {
  const wanted = name.toLowerCase();
  return header.filter((column) => column.toLowerCase() === wanted).length;
}

/** That a column is not there, with the names it may have been meant for. */
export function missingColumn(of: string, name: string, header: readonly string[]): string {
  const nearest = nearestNames(name, header).map((column) => JSON.stringify(column));
  const hint = nearest.length > 0 ? `; the nearest names are ${nearest.join(', ')}` : '';
  return `${of} has no column ${JSON.stringify(name)}${hint}`;
}
