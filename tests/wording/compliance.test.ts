import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../support/cli.js';

/**
 * Nobody but the registrar can say that a record follows the counting rules, whose text we did not have. What a
 * run may say is how many of our readings the registrar has confirmed: `adoptionSentence`.
 */
const CLAIMS = [
  /home office[- ](compliant|compliance|approved|certified|accredited)/i,
  /(compliant|compliance|complies|comply|conforms?|accordance) with (the )?(home office|counting rules|hocr|ncrs)/i,
  /(hocr|ncrs|counting rules)[- ]compliant/i,
  /(approved|certified|accredited|endorsed) by (the )?home office/i,
];

/** The page that says that no output says it. */
const ALLOWED = 'docs/adoption.md';
const ALLOWED_SENTENCE = 'No output says “Home Office compliant”';

const SEARCHED = [
  'packages/cli/src',
  'packages/core/src',
  'docs',
  'rules',
  'schemas',
  'README.md',
  'CHANGELOG.md',
];

function* filesIn(place: string): Iterable<string> {
  if (/\.[a-z]+$/.test(place)) {
    yield place;
    return;
  }
  for (const entry of readdirSync(path.join(ROOT, place), { withFileTypes: true })) {
    if (entry.isDirectory()) yield* filesIn(`${place}/${entry.name}`);
    else yield `${place}/${entry.name}`;
  }
}

function* claims(): Iterable<string> {
  for (const file of SEARCHED.flatMap((place) => [...filesIn(place)])) {
    const text = readFileSync(path.join(ROOT, file), 'utf8');
    for (const [i, line] of text.split('\n').entries()) {
      const isAllowed = file === ALLOWED && line.includes(ALLOWED_SENTENCE);
      if (!isAllowed && CLAIMS.some((claim) => claim.test(line))) yield `${file}:${i + 1}: ${line.trim()}`;
    }
  }
}

it('claims to comply with the counting rules nowhere', () => {
  expect([...claims()]).toEqual([]);
});
