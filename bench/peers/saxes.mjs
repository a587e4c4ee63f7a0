/** saxes alone: every tag and text of `node saxes.mjs EXTRACT`, and nothing done with them. Namespaces off, as in our reader. */
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(new URL('../../packages/core/package.json', import.meta.url));
const { SaxesParser } = require('saxes');

const parser = new SaxesParser({ xmlns: false });
let told = 0;
const tell = () => {
  told++;
};
parser.on('opentag', tell);
parser.on('closetag', tell);
parser.on('text', tell);
parser.on('cdata', tell);
parser.on('error', (error) => {
  throw error;
});
for await (const text of createReadStream(process.argv[2], { encoding: 'utf8', highWaterMark: 64 * 1024 })) {
  parser.write(text);
}
parser.close();
process.stdout.write(`${told}\n`);
