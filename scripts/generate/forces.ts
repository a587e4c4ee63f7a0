import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { inRoot, writeGeneratedRaw } from './files.js';

const LIST = 'rules/home-office-markers/lists/force-codes.csv';

/** Puts the list of police forces into the library, as data that every bundler takes in. */
export async function writeForces(): Promise<void> {
  const { data } = Papa.parse<Record<string, string>>(await readFile(inRoot(LIST), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  const forces = data.map((row) => {
    const text = (column: string) => row[column] ?? '';
    const aliases = [
      text('ons_or_home_office_name'),
      text('data_police_uk_id'),
      ...text('known_aliases').split(';'),
    ];
    return {
      code: text('ons_code') || null,
      name: text('force_name'),
      // What is said of it in a table or on a chart.
      short: text('ons_or_home_office_name'),
      aliases: [...new Set(aliases)].filter((alias) => alias !== ''),
      region: text('region'),
    };
  });
  await writeGeneratedRaw('packages/core/src/compare/forces.json', `${JSON.stringify(forces)}\n`);
}
