import { expect, it } from 'vitest';
import { FIELD_NAMES } from '../../packages/core/src/model/fields.js';
import { writeSql } from '../../packages/core/src/sql/write-sql.js';
import { startSpark } from './engines/spark.js';
import { generated, pack } from './proof.js';
import { AS_AT, RUN } from './readings.js';
import { proveEngine } from './suite.js';

await proveEngine('spark', startSpark, (engine) => {
  it('reads the table once, without a user function and without a join but with the offence list', async () => {
    const { records } = generated(10, 51);
    await engine().load(
      FIELD_NAMES,
      records.map((cells) => [...cells]),
    );
    const plan = await engine().plan(
      writeSql({ pack, dialect: 'spark', table: ['crimes'], asAt: AS_AT, run: RUN }),
    );
    const physical = plan.slice(plan.indexOf('== Physical Plan =='));
    expect(physical.match(/FileScan|Scan json/g)).toHaveLength(1);
    expect(physical).not.toMatch(/Cartesian|NestedLoop|PythonUDF|ScalaUDF|BatchEval/);
    expect(physical.match(/BroadcastHashJoin/g)).toHaveLength(3);
  });
});
