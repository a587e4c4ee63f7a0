/** A cell without the blanks at its ends: the data sets have none, and nobody would look for them by hand. */
const TRIMMED = /coalesce\(trim\(CAST\("(\w+)" AS VARCHAR\), \([^)]*\)(?:[^)]*\))*?\), ''\)/g;

/** A day of a calendar, told by a pattern that has every month; by hand one would try to cast. */
const DAY = /CASE WHEN regexp_full_match\("(\w+)", '[^']*'\) THEN CAST\(substr\("\1", 1, 10\) AS DATE\) END/g;

/** The words of a narrative, made for every record; only few records need them. */
const WORDS = /^( *)(.*) AS words,$/gm;

/** Records of which some rule asks for words: flagged, of certain numbers in the list, or with a code that is none. */
const ASKED = [
  `"CSA" NOT IN ('', 'N', 'n')`,
  `"CSE" NOT IN ('', 'N', 'n')`,
  `regexp_matches("offenceCode", '^0*(8|35|36|71|72|86|88|92|99|106)([^0-9]|$)')`,
  `regexp_matches("offenceClass", '^0*(8|35|36|71|72|86|88|92|99|106)([^0-9]|$)')`,
  `NOT regexp_full_match("offenceCode", '[0-9]{1,3}/[0-9]{1,2}')`,
].join(' OR ');

function replaced(statement: string, pattern: RegExp, by: string): string {
  if (!pattern.test(statement))
    throw new Error(`The statement has no ${pattern.source} any more: tune it anew.`);
  return statement.replaceAll(pattern, by);
}

/**
 * The statement that `markercheck sql` writes, as somebody would tune it by hand who knows the data: no blanks to
 * take off, days by a cast that may fail, and words made only where a rule asks for them. It is right for
 * the data sets here, which its counts have to show, and for no others.
 */
export function tuned(statement: string): string {
  const plain = replaced(statement, TRIMMED, `coalesce("$1", '')`);
  const cast = replaced(plain, DAY, 'TRY_CAST(substr("$1", 1, 10) AS DATE)');
  return replaced(cast, WORDS, `$1CASE WHEN ${ASKED} THEN $2 ELSE ' ' END AS words,`);
}
