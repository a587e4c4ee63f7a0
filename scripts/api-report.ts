/** Holds the public interface of the library, entry by entry, against its reports; `--write` writes the reports. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  Extractor,
  ExtractorConfig,
  ExtractorLogLevel,
  type ExtractorMessage,
} from '@microsoft/api-extractor';
import { ROOT } from './generate/files.js';

const CORE = path.join(ROOT, 'packages/core');
const localBuild = process.argv.includes('--write');

/** A type that cannot be named cannot be used. Those of the main entry can be named by users of the others. */
function nameable(message: ExtractorMessage): void {
  if (message.messageId !== 'ae-forgotten-export') return;
  const [, symbol = ''] = /"(\w+)"/.exec(message.text) ?? [];
  const main = readFileSync(path.join(CORE, 'core.api.md'), 'utf8');
  if (new RegExp(`^export \\w+ ${symbol}\\b`, 'm').test(main)) message.logLevel = ExtractorLogLevel.None;
}

// The main entry, api-extractor.json, is the first.
const configs = readdirSync(CORE).filter((name) => name.startsWith('api-extractor'));
for (const file of configs.toSorted()) {
  const config = ExtractorConfig.loadFileAndPrepare(path.join(CORE, file));
  const { succeeded } = Extractor.invoke(config, { localBuild, messageCallback: nameable });
  if (!succeeded) process.exitCode = 1;
}
