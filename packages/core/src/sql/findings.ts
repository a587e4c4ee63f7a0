import type { Dialect, Sql } from '../dialect/dialect.js';
import { codeSql } from '../facts/offence-choices.js';
import { entrySql } from '../facts/offence.js';
import type { CompiledPack } from '../rules/compile.js';
import type { PackColumns, RuleColumns } from './rules.js';
import type { View } from './steps.js';
import { columnName } from './steps.js';

const KEPT = ['crimeReference', 'force', 'team'] as const;
const MADE = ['of_rule', 'of_severity', 'of_tier', 'of_marker', 'of_message', 'of_outcome'] as const;

/** A rule's message with what the record says filled in: the twin of `fillMessage`. */
function messageSql(template: string, parameters: CompiledPack['policy']['parameters'], sql: Dialect): Sql {
  const code = `coalesce(${codeSql.value.name}, ${sql.literal('An offence without a code')})`;
  const label = `coalesce(${entrySql('label').name}, ${sql.literal('(not in the list)')})`;
  const pieces = template.split(/(\{\w+\})/).flatMap((piece): readonly Sql[] => {
    const name = /^\{(\w+)\}$/.exec(piece)?.[1];
    if (name === 'code') return [code];
    if (name === 'label') return [label];
    const parameter =
      name !== undefined && Object.hasOwn(parameters, name) ? String(parameters[name]) : piece;
    return parameter === '' ? [] : [sql.literal(parameter)];
  });
  return sql.concat(...pieces);
}

/** A row a breached and a row an undetermined outcome, from the outcomes of all records. */
export function findingViews(pack: PackColumns, compiled: CompiledPack, sql: Dialect): readonly View[] {
  const on = pack.rules
    .filter(({ rule }) => rule.state === 'on')
    .toSorted((a, b) => a.rule.index - b.rule.index);
  const kept = KEPT.map((name) => sql.identifier(name));
  const row = ({ rule, outcome, severity }: RuleColumns): readonly Sql[] => [
    sql.literal(rule.rule.id),
    severity === null ? sql.literal(rule.severity) : columnName(severity.name, sql),
    String(rule.rule.tier),
    rule.rule.marker === null ? sql.literalNull : sql.literal(rule.rule.marker),
    messageSql(rule.rule.message, compiled.policy.parameters, sql),
    columnName(outcome.name, sql),
  ];
  const shown = MADE.slice(0, -1).map((name) => `${name} AS ${sql.identifier(name.slice(3))}`);
  return [
    ['judged', `  ${sql.explode('outcomes', [...kept, 'recorded_on'], MADE, on.map(row))}`],
    [
      'findings',
      `  SELECT ${[...shown.slice(0, 2), ...kept, 'recorded_on', ...shown.slice(2)].join(', ')}\n  FROM judged\n  WHERE of_outcome = 'breached'`,
    ],
    [
      'undetermined',
      `  SELECT of_rule AS ${sql.identifier('rule')}, ${kept.join(', ')}, recorded_on\n  FROM judged\n  WHERE of_outcome = 'undetermined'`,
    ],
  ];
}
