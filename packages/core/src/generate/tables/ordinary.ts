import type { OrdinaryText } from './texts.js';

/** An offence that no rule about children concerns: a sub-code of a number that is not watched, with its class. */
export interface OrdinaryOffence {
  readonly code: string;
  readonly offenceClass: string;
  /** Out of about a thousand ordinary crimes. */
  readonly weight: number;
  /** Who the victim is; `person` may be a child only in violence. */
  readonly victim: 'person' | 'organisation' | 'state' | 'either';
  readonly text: OrdinaryText;
}

function row(
  code: string,
  offenceClass: string,
  weight: number,
  victim: OrdinaryOffence['victim'],
  text: OrdinaryText,
): OrdinaryOffence {
  return { code, offenceClass, weight, victim, text };
}

/** The bulk of recorded crime, in about its usual proportions. */
export const ORDINARY: readonly OrdinaryOffence[] = [
  row('105/01', '105A', 140, 'person', 'violence'),
  row('8/06', '8N', 120, 'person', 'violence'),
  row('8/30', '8L', 65, 'person', 'harassment'),
  row('8/23', '8R', 55, 'person', 'harassment'),
  row('8/36', '8Q', 20, 'person', 'harassment'),
  row('5/01', '5D', 12, 'person', 'violence'),
  row('3/02', '3B', 12, 'person', 'harassment'),
  row('46/00', '46', 95, 'organisation', 'theft'),
  row('49/10', '49A', 75, 'either', 'theft'),
  row('45/10', '45', 45, 'person', 'theft'),
  row('48/01', '48', 25, 'person', 'theft'),
  row('44/00', '44', 18, 'person', 'theft'),
  row('39/00', '39', 14, 'person', 'theft'),
  row('28/03', '28E', 35, 'person', 'burglary'),
  row('30/02', '30C', 18, 'organisation', 'burglary'),
  row('34/01', '34B', 12, 'person', 'theft'),
  row('58/01', '58A', 22, 'person', 'damage'),
  row('58/03', '58B', 18, 'organisation', 'damage'),
  row('58/05', '58C', 45, 'person', 'damage'),
  row('58/07', '58D', 24, 'either', 'damage'),
  row('56/02', '56B', 6, 'either', 'damage'),
  row('125/11', '9A', 70, 'state', 'disorder'),
  row('125/09', '9B', 12, 'state', 'disorder'),
  row('92/70', '92D', 30, 'state', 'drugs'),
  row('8/11', '10D', 12, 'state', 'disorder'),
];
