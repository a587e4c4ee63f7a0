/** papaparse alone: every row of `node papaparse.mjs EXTRACT` as an array, and nothing done with it. */
import { createReadStream } from 'node:fs';
import Papa from 'papaparse';

let rows = 0;
Papa.parse(createReadStream(process.argv[2], { encoding: 'utf8', highWaterMark: 64 * 1024 }), {
  chunk: ({ data }) => {
    rows += data.length;
  },
  complete: () => process.stdout.write(`${rows}\n`),
});
