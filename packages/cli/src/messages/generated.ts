import path from 'node:path';
import { type ExtractFilesOptions, findForce, type GeneratedExtract } from '@markercheck/core';
import { counted, wrap } from './wrap.js';

/** The command that checks what was generated; it is for copying, and so stays on one line. */
function checkCommand({ extract, profile, policy }: GeneratedExtract, out: string, asAt: string): string {
  return [
    `markercheck check ${path.join(out, extract)}`,
    ...(profile === null ? [] : [`--profile ${path.join(out, profile)}`]),
    ...(policy === null ? [] : [`--policy ${path.join(out, policy)}`]),
    `--as-at ${asAt}`,
  ].join(' ');
}

/** What `generate` says: what it wrote, and how to check it. */
export function generatedText(made: GeneratedExtract, options: ExtractFilesOptions, out: string): string {
  const { from, to, asAt, force, layout, encoding } = options;
  const name = findForce(force)?.name ?? force;
  return [
    wrap(
      `Wrote ${counted(made.records, 'invented record')} of ${name}, recorded ${from} to ${to}, to ${path.join(out, made.extract)} (layout ${layout}, ${encoding}).`,
    ),
    wrap(
      `${counted(made.faults, 'finding is', 'findings are')} expected; ${path.join(out, 'expected.csv')} lists them.`,
    ),
    '',
    'Check it:',
    `  ${checkCommand(made, out, asAt)}`,
    '',
  ].join('\n');
}
