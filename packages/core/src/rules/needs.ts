import type { Condition } from '../conditions/condition.js';
import type { FieldName } from '../model/fields.js';
import type { Needs } from '../model/rule.js';

type Alternative = string | readonly string[];

function missingOf(alternative: Alternative, columns: ReadonlySet<FieldName>): readonly string[] {
  const together = typeof alternative === 'string' ? [alternative] : alternative;
  return together.filter((column) => !columns.has(column as FieldName));
}

/**
 * The columns that a rule needs and the extract lacks; none if the rule can be judged. Where there
 * is a choice, all that would do are named, joined by " or ".
 */
export function lackingColumns(needs: Needs, columns: ReadonlySet<FieldName>): readonly string[] {
  const lacking: string[] = [];
  for (const need of needs) {
    const alternatives: readonly Alternative[] = typeof need === 'string' ? [need] : need;
    const missing = alternatives.map((alternative) => missingOf(alternative, columns));
    if (missing.every((names) => names.length > 0)) {
      lacking.push(missing.map((names) => names.join(' + ')).join(' or '));
    }
  }
  return lacking;
}

/** Every column that a rule's needs name. */
export function neededColumns(needs: Needs): readonly string[] {
  return needs.flatMap((need) => (typeof need === 'string' ? [need] : need.flat()));
}

/** Every column that conditions look at, needed or not. */
export function columnsRead(conditions: readonly Condition[]): ReadonlySet<FieldName> {
  const columns = new Set<FieldName>();
  const open = [...conditions];
  for (let condition = open.pop(); condition !== undefined; condition = open.pop()) {
    for (const column of [...condition.facts.flatMap(({ reads }) => reads), ...(condition.reads ?? [])]) {
      columns.add(column);
    }
    open.push(...condition.parts);
  }
  return columns;
}
