import type { DuckDBListType, DuckDBStructType, DuckDBType } from '@duckdb/node-api';

/** A column of the extract: its name, and the expression that gives its cells as text, NULL for none. */
export interface TextColumn {
  readonly name: string;
  readonly text: string;
}

/** A name or a text in SQL, whatever it holds. */
export const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const quotedText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function isStruct(type: DuckDBType): type is DuckDBStructType {
  return 'entryNames' in type && type.entryNames.every((name) => name !== '');
}

/** Lists and arrays; a map has a type of keys as well. */
function isList(type: DuckDBType): type is DuckDBListType {
  return 'valueType' in type && !('keyType' in type);
}

function plainText(type: DuckDBType, value: string): string {
  const text = `CAST(${value} AS VARCHAR)`;
  // Older writers of Parquet do not say of their texts that they are texts.
  return type.toString() === 'BLOB' ? `coalesce(TRY(decode(${value})), ${text})` : text;
}

/**
 * The texts of a column. What is nested is read as JSON is: the fields of a structure are columns of their
 * own, `victim/born`, and what stands several times is joined with `;`, an empty part where one lacks it.
 * Everything else is what DuckDB writes, which is also what `markercheck sql` reads.
 */
export function textColumns(name: string, type: DuckDBType, value: string, depth = 1): readonly TextColumn[] {
  if (isStruct(type)) {
    return type.entryNames.flatMap((entry, i) => {
      const of = type.entryTypes[i];
      const field = `struct_extract(${value}, ${quotedText(entry)})`;
      return of === undefined ? [] : textColumns(`${name}/${entry}`, of, field, depth);
    });
  }
  if (isList(type)) {
    const item = `item_${depth}`;
    return textColumns(name, type.valueType, item, depth + 1).map((part) => ({
      name: part.name,
      text: `array_to_string(list_transform(${value}, lambda ${item}: coalesce(${part.text}, '')), ';')`,
    }));
  }
  return [{ name, text: plainText(type, value) }];
}
