import { OPERATORS } from '../../packages/core/src/conditions/index.js';
import type { FactKind, NamedFact } from '../../packages/core/src/facts/fact.js';
import { FACTS } from '../../packages/core/src/facts/index.js';
import { MARKERS } from '../../packages/core/src/model/markers.js';
import { blocks, code, codes, generatedFrom, table } from './docs-markdown.js';

const KINDS: Readonly<Record<FactKind, string>> = {
  truth: 'true, false or unknown',
  number: 'number',
  day: 'day',
  word: 'word',
  choice: 'one of several words',
};

const isOfMarker = ({ name }: NamedFact): boolean => MARKERS.some((marker) => name.startsWith(`${marker}.`));

function factTable(facts: readonly NamedFact[]): string {
  return table(
    ['fact', 'in words', 'kind', 'columns it reads'],
    facts.map(({ name, words, kind, reads }) => [code(name), words, KINDS[kind], codes(reads)]),
  );
}

/** The facts of one marker stand for those of all. */
function markerTable(): string {
  const [marker] = MARKERS;
  const facts = FACTS.filter(({ name }) => name.startsWith(`${marker}.`));
  return factTable(facts).replaceAll(marker, 'M');
}

/** Everything that a rule can be made of: the facts of a record, and the operators that join them. */
export function factsPage(): string {
  return blocks(
    '# Facts and operators',
    'A rule is data: operators that join facts of a record. There are no others, no expressions in text and no code, so that a registrar can read a rule and a machine cannot be harmed by one. How a rule file looks is in `schemas/rule.schema.json`, which editors complete from; how to add a fact or an operator is in `CONTRIBUTING.md`.',
    '## Three values',
    'A fact or a clause is true, false or unknown: crime records are full of holes, and a hole must never look like compliance. “And” is false if a part is false, else unknown if a part is, else true; “or” is true if a part is true, else unknown if a part is, else false; “not” leaves unknown as it is. A comparison with an unknown side is unknown.',
    '## Operators',
    table(
      ['operator', 'it is'],
      OPERATORS.map(({ name, help }) => [code(name), help]),
    ),
    '## Facts',
    'How each is worked out, to the letter, is in [reading](reading.md).',
    factTable(FACTS.filter((fact) => !isOfMarker(fact))),
    '### Of each marker',
    `M is one of ${codes(MARKERS)}.`,
    markerTable(),
    generatedFrom('`packages/core/src/facts` and `packages/core/src/conditions`'),
  );
}
