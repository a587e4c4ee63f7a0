import { TOOL } from '../version.js';
import type { ExplanationOptions, Subject } from './explanation.js';

/** The number of the shape of this JSON; a change of the shape is a new number. */
const SCHEMA = 1;

/** The explanation for programs: every rule of every record with the reference, whatever `--all` says. */
export function explanationJson(
  { reference, file, search, settings }: Subject,
  options: ExplanationOptions,
): string {
  const { pack, profileName, policyDigest } = settings;
  const wanted = (id: string) => options.rules.length === 0 || options.rules.includes(id);
  const document = {
    schema: SCHEMA,
    tool: TOOL,
    pack: { id: pack.id, edition: pack.edition, digest: pack.digest },
    profile: profileName,
    policy: { digest: policyDigest },
    crimeReference: reference,
    file,
    records: search.found.map(({ file: of, row, fields, rules }) => ({
      file: of,
      row,
      fields: fields.map(({ value, ...field }) => (options.showValues ? { ...field, value } : field)),
      rules: rules.filter(({ rule }) => wanted(rule)),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
