import { readdirSync } from 'node:fs';
import path from 'node:path';

/** A column that stands in the names of folders, `month=2026-05`, as warehouses lay files out. */
export interface FolderColumn {
  readonly name: string;
  /** Empty for none. */
  readonly value: string;
}

/** A file of a folder: its path in it, with slashes, and what the names of its folders say. */
export interface FolderFile {
  readonly path: string;
  readonly columns: readonly FolderColumn[];
}

/** What Hive and Spark write for no value. */
const NO_VALUE = '__HIVE_DEFAULT_PARTITION__';

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function columnOf(folder: string): readonly FolderColumn[] {
  const at = folder.indexOf('=');
  if (at < 1) return [];
  const value = unescaped(folder.slice(at + 1));
  return [{ name: unescaped(folder.slice(0, at)), value: value === NO_VALUE ? '' : value }];
}

/** The Parquet files below a folder, in the order of their paths; what begins with a dot or `_` is none. */
export function parquetFiles(folder: string): readonly FolderFile[] {
  const below = (at: readonly string[]): readonly FolderFile[] =>
    readdirSync(path.join(folder, ...at), { withFileTypes: true })
      .filter(({ name }) => !/^[._]/.test(name))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry): readonly FolderFile[] => {
        if (entry.isDirectory()) return below([...at, entry.name]);
        if (!entry.isFile() || !/\.parquet$/i.test(entry.name)) return [];
        return [{ path: [...at, entry.name].join('/'), columns: at.flatMap(columnOf) }];
      });
  return below([]);
}
