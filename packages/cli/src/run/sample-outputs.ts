import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import {
  renderReviewForm,
  renderScore,
  reviewCsv,
  reviewFileName,
  type SampleManifest,
  type Score,
  scoreCsv,
  wrongCsv,
} from '@markercheck/core';
import { CliError, EXIT } from '../exit.js';
import { openOutputFolder } from '../io/output-folder.js';
import { TextWriter } from '../io/text-writer.js';
import { writeFileWhole } from '../io/write-file.js';
import { systemReason } from '../messages/system-errors.js';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** A sample is never written over: reviews that are under way belong to it. */
export function requireNoSample(out: string): void {
  if (!existsSync(out)) return;
  if (!statSync(out).isDirectory())
    throw new CliError(EXIT.usage, `--out ${out} is a file. Name a folder that is empty or does not exist.`);
  if (readdirSync(out).length > 0) {
    throw new CliError(
      EXIT.usage,
      `--out ${out} is not empty, and a sample is never written over. Name a folder that is empty or does not exist.`,
    );
  }
}

/** Writes the manifest and the reviewers' files; gives the names of these. */
export function writeSample(out: string, manifest: SampleManifest): readonly string[] {
  const folder = openOutputFolder(out);
  const names: string[] = [];
  try {
    const write = (name: string, pieces: Iterable<string>): void => {
      const writer = new TextWriter(folder.pathOf(name));
      for (const piece of pieces) writer.write(piece);
      writer.close();
    };
    for (const reviewer of manifest.design.double > 0 ? (['A', 'B'] as const) : (['A'] as const)) {
      const name = reviewFileName(manifest, reviewer);
      write(`${name}.html`, renderReviewForm(manifest, reviewer));
      write(`${name}.csv`, reviewCsv(manifest, reviewer));
      names.push(name);
    }
    write('manifest.json', [json(manifest)]);
  } catch (error) {
    folder.discard();
    throw error;
  }
  folder.commit();
  return names;
}

const SCORE_FILES = ['score.html', 'score.csv', 'wrong.csv', 'score.json'] as const;

/** A score may replace an earlier score, and nothing else. */
export function requireOwnScore(out: string): void {
  const taken = SCORE_FILES.filter((name) => existsSync(path.join(out, name)));
  if (taken.length === 0) return;
  try {
    const { kind } = JSON.parse(readFileSync(path.join(out, 'score.json'), 'utf8')) as {
      readonly kind?: unknown;
    };
    if (kind === 'markercheck-score') return;
  } catch {
    // Whatever it is, it is not a score of ours.
  }
  throw new CliError(
    EXIT.usage,
    `--out ${out} holds ${taken.join(', ')}, which no score wrote. Name another folder.`,
  );
}

export function writeScore(out: string, score: Score, manifest: SampleManifest): void {
  try {
    mkdirSync(out, { recursive: true });
  } catch (error) {
    throw new CliError(EXIT.failure, `--out ${out} cannot be made: ${systemReason(error)}.`);
  }
  const pieces: Record<(typeof SCORE_FILES)[number], Iterable<string>> = {
    'score.html': renderScore(score),
    'score.csv': [scoreCsv(score)],
    'wrong.csv': [wrongCsv(score, manifest)],
    'score.json': [json(score)],
  };
  for (const name of SCORE_FILES) writeFileWhole(path.join(out, name), pieces[name]);
}
