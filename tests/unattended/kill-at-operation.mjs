// Loaded before the command line: kills the process before its n-th change of the file system, as a power
// cut would, or counts the changes into a file.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const at = Number(process.env['KILL_AT'] ?? '0');
const countFile = process.env['COUNT_INTO'];
let operations = 0;

for (const name of [
  'openSync',
  'writeSync',
  'fsyncSync',
  'renameSync',
  'rmSync',
  'rmdirSync',
  'mkdirSync',
  'writeFileSync',
  'linkSync',
]) {
  const original = fs[name];
  fs[name] = (...args) => {
    operations++;
    if (operations === at) process.kill(process.pid, 'SIGKILL');
    return original(...args);
  };
}
syncBuiltinESMExports();

if (countFile !== undefined) {
  const write = fs.appendFileSync;
  process.on('exit', () => write(countFile, String(operations)));
}
