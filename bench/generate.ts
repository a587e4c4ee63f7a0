/** Makes data sets: `tsx bench/generate.ts 200000 quoted bad`. */
import { type DataSet, dataSet, RECIPES } from './datasets.js';

const [rows = '200000', ...names] = process.argv.slice(2);
const wanted = names.length === 0 ? (Object.keys(RECIPES) as DataSet[]) : (names as DataSet[]);
for (const name of wanted) process.stdout.write(`${dataSet(name, Number(rows))}\n`);
