import type { InputNotice } from '../read/reader.js';
import type { CompiledRule } from '../rules/compile.js';

/** One notice for each column, or choice of columns, that rules that are on lack. */
export function missingColumns(
  rules: readonly Pick<CompiledRule, 'state' | 'isOff' | 'lacking'>[],
): readonly Pick<InputNotice, 'column' | 'problem' | 'done'>[] {
  const lacking = new Map<string, number>();
  for (const rule of rules) {
    if (rule.state !== 'not-assessed' || rule.isOff) continue;
    for (const column of rule.lacking) lacking.set(column, (lacking.get(column) ?? 0) + 1);
  }
  return [...lacking].map(([column, rulesLacking]) => ({
    column,
    problem: 'the extract has no such column',
    done: `${rulesLacking === 1 ? '1 rule was' : `${rulesLacking} rules were`} not assessed; export the column`,
  }));
}
