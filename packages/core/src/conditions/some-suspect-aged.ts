import { someSuspectAgedSql, suspectAges } from '../facts/suspects.js';
import { FALSE, TRUE, type Truth, UNKNOWN } from '../model/truth.js';
import { NUMBERS_SCHEMA } from './compare.js';
import { BROKEN, type Operator, type OperatorSql } from './condition.js';
import { numberOperand, numberSql } from './operand.js';

export const someSuspectAged: Operator = {
  name: 'someSuspectAged',
  help: 'The age of some suspect is from the first number to the second. False for no suspects; unknown if none is but an age is missing, or if nobody knows how many suspects there are.',
  args: NUMBERS_SCHEMA,
  compile: (args, scope, place) => {
    const [lowData, highData] = args as readonly [unknown, unknown];
    const low = numberOperand(lowData, scope, `${place}/0`);
    const high = numberOperand(highData, scope, `${place}/1`);
    if (low === undefined || high === undefined) return BROKEN;
    const isAllowed = lowData === 'suspectMin' && highData === 'suspectMax';
    const words = isAllowed
      ? "suspect's age is one that the offence allows"
      : `suspect is aged ${low.words} to ${high.words}`;
    return {
      decide: (record) => {
        const ages = record.get(suspectAges);
        if (ages === null) return UNKNOWN;
        const from = low.read(record);
        const to = high.read(record);
        let truth: Truth = FALSE;
        for (const age of ages) {
          if (age === null || from === null || to === null) truth = UNKNOWN;
          else if (age >= from && age <= to) return TRUE;
        }
        return truth;
      },
      words: `some ${words}`,
      negated: `no ${words}`,
      parts: [],
      facts: [...low.facts, ...high.facts],
      reads: ['suspectAges'],
    };
  },
};

export const someSuspectAgedOperatorSql: OperatorSql = ([low, high]: readonly [unknown, unknown], scope) =>
  someSuspectAgedSql(numberSql(low, scope), numberSql(high, scope), scope);
