/** Codes, each with how often it comes among the others of its scenario. */
export type Codes = Readonly<Record<string, number>>;

function codes(table: string): Codes {
  const pairs = table.trim().split(/[\s,]+/);
  return Object.fromEntries(
    pairs.map((pair) => {
      const [code = '', weight = '1'] = pair.split(':');
      return [code, Number(weight)];
    }),
  );
}

/** The codes of each kind of crime, `code:weight`, as a year of records roughly has them. */
export const CODES = {
  contact: codes(`
    19/07:9 19/09:3 19/11:1 19/16:9 19/17:4 19/18:1
    17/14:2 17/16:8 20/04:4 20/06:18
    21/06:4 21/07:2 21/10:1 21/12:3 21/18:4 21/19:2 21/22:2
    22/06:12 22/07:3 22/08:4 22/10:3 22/12:6 22/13:2 22/18:6 22/22:3
    73/07:2 73/08:1`),
  familial: codes('23/04:3 23/05:1 23/06:1 23/14:4 23/15:2 23/22:2 23/24:3'),
  grooming: codes('71/17:12 71/01:2 88/01:3 88/02:1'),
  images: codes('86/02:12 86/10:10 86/15:2 71/16:1'),
  exploitation: codes('71/02:1 71/04:2 71/05:1 71/06:2 71/08:5 71/09:3 71/10:4 71/11:1 71/14:2'),
  adultSexual: codes(`
    19/08:12 19/10:2 20/03:4 20/05:18 17/13:1 17/15:3
    22/02:2 70/02:1 88/09:6 88/10:2 88/12:1 88/15:2`),
  childSexual: codes(`
    19/08:6 19/10:1 20/03:2 20/05:16 17/13:1 17/15:4
    22/02:2 88/09:4 88/10:1 88/15:2`),
  trafficking: codes('72/02:2 72/05:3'),
  cruelty: codes('11/03:14 12/00:1'),
  abduction: codes('13/01:2 13/02:3'),
  adultRelative: codes('23/12:3 23/13:1'),
  drugSupply: codes('92/30:1'),
  slavery: codes('106:3 36/01:1'),
  blackmail: codes('35/01:3 8/23:2'),
} as const;

/** The class beside a sub-code that the offence list does not hold. */
export const CLASSES_OF_UNLISTED: Readonly<Record<string, string>> = {
  '92/30': '92A',
  '35/01': '35',
  '8/23': '8R',
};

/** Classes that some systems export in place of the sub-code, and that say as much about ages. */
export const CLASSES_BY_THEMSELVES: readonly string[] =
  '19C 19D 19E 19F 19G 19H 17A 17B 20A 20B 21 22B 88E 11A'.split(' ');

/** Classes in which a victim under 13 is a fault: younger victims have classes of their own. */
export const CLASSES_FROM_13: readonly string[] = ['19D', '19G', '17A', '20A', '22B'];
