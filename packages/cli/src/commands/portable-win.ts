import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { CommandModule } from 'yargs';
import { CliError, EXIT, type ExitCode } from '../exit.js';
import { refuseUsedFolder, writeNewFolder } from '../io/new-folder.js';
import { isWindowsProgram } from '../io/windows-program.js';
import { commandFile, nightlyFile, type PortableFacts, readMe, taskXml } from '../messages/portable-win.js';
import { systemReason } from '../messages/system-errors.js';
import { wrap } from '../messages/wrap.js';
import { singleFile } from '../single-file.js';
import { TOOL } from '../version.js';

interface Arguments {
  readonly node: string;
  readonly approved?: string | undefined;
  readonly out: string;
  readonly at: string;
  readonly time: string;
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function readNode({ node, approved }: Arguments): Uint8Array {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(node);
  } catch (error) {
    throw new CliError(EXIT.usage, `--node ${node} cannot be read: ${systemReason(error)}.`);
  }
  if (!isWindowsProgram(bytes)) {
    throw new CliError(EXIT.usage, `--node ${node} is no program for Windows; name a node.exe.`);
  }
  if (approved !== undefined && digest(bytes) !== approved.toLowerCase()) {
    throw new CliError(
      EXIT.usage,
      `--node ${node} is not the one that was approved: its SHA-256 is ${digest(bytes)}.`,
    );
  }
  return bytes;
}

function factsOf({ at, time }: Arguments): PortableFacts {
  if (!/^([A-Za-z]:\\|\\\\)[^"<>|?*%]*$/.test(at)) {
    throw new CliError(EXIT.usage, `--at ${at} is not a folder of Windows in full, such as C:\\markercheck.`);
  }
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) {
    throw new CliError(EXIT.usage, `--time ${time} is not a time of the day, such as 02:30.`);
  }
  return { at: at.replace(/\\+$/, ''), time, version: TOOL.version };
}

/** UTF-16 with its mark: what the Task Scheduler reads. */
const utf16 = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le');
const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');

async function run(args: Arguments): Promise<ExitCode> {
  const facts = factsOf(args);
  const node = readNode(args);
  refuseUsedFolder(args.out);
  const { default: page } = await import('@markercheck/page/markercheck.html');
  const files: Readonly<Record<string, Uint8Array>> = {
    'READ-ME.txt': utf8(readMe(facts)),
    'markercheck.cjs': readFileSync(singleFile()),
    'markercheck.cmd': utf8(commandFile()),
    'markercheck.html': utf8(page),
    'nightly-task.xml': utf16(taskXml(facts)),
    'node.exe': node,
    'run-nightly.cmd': utf8(nightlyFile()),
  };
  writeNewFolder(args.out, (write) => {
    for (const [name, bytes] of Object.entries(files)) write(name, bytes);
    const sums = Object.entries(files).map(([name, bytes]) => `${digest(bytes)}  ${name}\n`);
    write('SHA256SUMS.txt', utf8(sums.join('')));
  });
  process.stdout.write(
    `${wrap(`Wrote ${args.out}: copy it to ${facts.at} and read READ-ME.txt there. The node.exe in it has the SHA-256 ${digest(node)}.`)}\n`,
  );
  return EXIT.clean;
}

export const portableWinCommand = (done: (exit: ExitCode) => void): CommandModule<object, Arguments> => ({
  command: 'portable-win',
  describe: 'a folder for Windows that needs no installation: program, page, nightly task, checksums',
  builder: (yargs) =>
    yargs
      .option('node', {
        type: 'string',
        demandOption: true,
        describe: 'the node.exe that the force has approved (20.19 or later); it is copied',
        requiresArg: true,
      })
      .option('approved', {
        type: 'string',
        describe: 'the SHA-256 that was approved: another node.exe is refused',
        requiresArg: true,
      })
      .option('out', {
        type: 'string',
        default: 'markercheck-portable',
        describe: 'the folder to write; it must not be there, or be empty',
        requiresArg: true,
      })
      .option('at', {
        type: 'string',
        default: 'C:\\markercheck',
        describe: 'where the folder will stand; the nightly task names it',
        requiresArg: true,
      })
      .option('time', {
        type: 'string',
        default: '02:30',
        describe: 'when the nightly task begins, HH:MM',
        requiresArg: true,
      })
      .example('$0 portable-win --node node.exe --at D:\\markercheck', 'a folder for D:\\markercheck'),
  handler: async (args) => done(await run(args)),
});
