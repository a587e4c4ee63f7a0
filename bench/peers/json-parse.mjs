/** `JSON.parse` alone: every line of `node json-parse.mjs EXTRACT` as an object, and nothing done with it. */
import { createReadStream } from 'node:fs';

let objects = 0;
let rest = '';
const take = (line) => {
  if (line !== '' && JSON.parse(line) !== null) objects++;
};
for await (const text of createReadStream(process.argv[2], { encoding: 'utf8', highWaterMark: 64 * 1024 })) {
  const lines = (rest + text).split('\n');
  rest = lines.pop();
  for (const line of lines) take(line);
}
take(rest);
process.stdout.write(`${objects}\n`);
