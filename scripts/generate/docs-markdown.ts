/** A text inside a table's cell: on one line, and without the sign that ends a cell. */
function cell(text: string | number): string {
  return String(text).replace(/\s+/g, ' ').replaceAll('|', '\\|');
}

/** A table of Markdown; columns of numbers are named with a colon at the end: `rules:`. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.map(cell).join(' | ')} |`;
  const rule = head.map((name) => (name.endsWith(':') ? '---:' : '---'));
  const names = head.map((name) => name.replace(/:$/, ''));
  return [line(names), line(rule), ...rows.map(line)].join('\n');
}

export function code(text: string): string {
  return `\`${text}\``;
}

export function codes(texts: readonly string[]): string {
  return texts.map(code).join(', ');
}

/** What stands at the end of a page that a program wrote. */
export function generatedFrom(source: string): string {
  return `---\n\nWritten by \`pnpm run generate\` from ${source}: change that, not this page.\n`;
}

/** Blocks of a page, a blank line between; those that are empty are left out. */
export function blocks(...parts: readonly (string | null)[]): string {
  return `${parts.filter((part) => part !== null && part !== '').join('\n\n')}\n`;
}
