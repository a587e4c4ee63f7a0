import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/cli.js';
import { createProject, type Project } from './project.js';

let project: Project;

beforeAll(() => {
  project = createProject();
}, 180_000);

afterAll(() => project.remove());

const packageFolder = (name: string) => path.join(project.folder, 'node_modules/@markercheck', name);

const USE = `
const checker: Checker = createChecker(loadPack(), { asAt: '2026-11-01' });
const { findings } = checker.check(crimeRecord({ CSA: 'N' }));
if (findings[0]?.rule !== 'CSA-BYDEF-MISSING') throw new Error('the missing marker was not found');
`;

const ES_MODULE = `import { type Checker, createChecker, loadPack } from '@markercheck/core';
import { crimeRecord } from '@markercheck/core/testing';
${USE}`;

const COMMON_JS = `import core = require('@markercheck/core');
import testing = require('@markercheck/core/testing');
const { createChecker, loadPack } = core;
const { crimeRecord } = testing;
type Checker = core.Checker;
${USE}`;

describe('the packages, installed from their tarballs without a registry', () => {
  it('bring nothing with them, and what they owe to others', () => {
    expect(readdirSync(path.join(project.folder, 'node_modules/@markercheck')).toSorted()).toEqual([
      'cli',
      'core',
    ]);
    const installed = readdirSync(path.join(project.folder, 'node_modules')).filter(
      (name) => !name.startsWith('.'),
    );
    // The two others are what the programs of the pages use.
    expect(installed.toSorted()).toEqual(['@markercheck', '@types', 'fastify']);
    for (const file of ['core/LICENCE', 'core/dist/NOTICE.md', 'core/dist/THIRD-PARTY.txt', 'core/README.md'])
      expect(existsSync(packageFolder(file)), file).toBe(true);
    for (const file of ['cli/LICENCE', 'cli/dist/THIRD-PARTY.txt', 'cli/README.md'])
      expect(existsSync(packageFolder(file)), file).toBe(true);
    const notices = readFileSync(packageFolder('core/dist/THIRD-PARTY.txt'), 'utf8');
    for (const name of ['@noble/hashes', 'canonicalize', 'papaparse', 'pure-rand', 'saxes', 'xmlchars'])
      expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'));
  });

  it('have types, with a library of types as small as there is, and run as an ES module and as CommonJS', () => {
    project.write('consumer.mts', ES_MODULE);
    project.write('consumer.cts', COMMON_JS);
    const least = { lib: ['ES2022'], types: [], skipLibCheck: false };
    expect(project.compile(['consumer.mts', 'consumer.cts'], least)).toBe('');
    for (const program of ['consumer.mjs', 'consumer.cjs']) expect(project.node(program)).toBe('');
  });

  it('have types that refuse what is wrong', () => {
    project.write('refused.mts', readFileSync(path.join(ROOT, 'tests/packed/refused.txt'), 'utf8'));
    expect(project.compile(['refused.mts'], { noEmit: true })).toBe('');
  });

  it('have a command that starts', () => {
    const bin = path.join(project.folder, 'node_modules/.bin/markercheck');
    expect(project.node(bin, '--version')).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(project.node(bin, 'rules', 'show', 'CSA-BYDEF-MISSING')).toContain('CSA-BYDEF-MISSING');
  });
});
