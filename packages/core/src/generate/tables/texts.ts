/**
 * What happened, in harmless invented words. Each list speaks of one thing alone: the words of
 * exchange, of criminal exploitation, of images and of contact online stand nowhere else, so that a
 * record's topic decides what the text conditions find in it.
 */
export const ORDINARY_TEXTS = {
  violence: [
    'Pushed during an argument',
    'Struck once outside a shop',
    'Dispute between neighbours',
    'Scuffle at a bus stop',
  ],
  harassment: [
    'Repeated unwanted calls',
    'Letters left at the address',
    'Shouted at in the street',
    'Former partner keeps calling',
  ],
  theft: [
    'Handbag taken from a table',
    'Cash of £40 taken',
    'Tools taken from a van',
    'Left without paying',
    'Bicycle lock cut',
  ],
  burglary: [
    'Rear window forced',
    'Entry through an unlocked door',
    'Shed door forced',
    'Window of a café broken',
  ],
  damage: [
    'Paint on a garage door',
    'Mirror broken off',
    'Stone thrown through a window',
    'Victim’s fence kicked down',
  ],
  disorder: ['Shouting outside licensed premises', 'Refused to leave when asked', 'Found with a lock knife'],
  drugs: ['Small bag found on a search', 'Found during a vehicle stop'],
} as const;

export type OrdinaryText = keyof typeof ORDINARY_TEXTS;

export const OPENINGS = {
  ordinary: [
    'Reported by phone',
    'Reported at the front office',
    'Seen by a patrol',
    'Reported by a neighbour',
  ],
  child: [
    'Reported by school',
    'Referral from social care',
    'Reported by a parent',
    'Told to a teacher',
    'Told to a nurse',
  ],
  adult: [
    'Reported by the victim',
    'Referral from a support service',
    'Reported by a friend',
    'Told to a doctor',
  ],
} as const;

export const DETAILS = {
  plain: [
    'Victim knows the suspect',
    'At a family address',
    'At a youth club',
    'First account taken',
    'Specialist officer assigned',
    'Witnesses to be seen',
    'On the way home',
  ],
  neglect: ['Left alone overnight', 'No food in the house', 'Seen with a bruise', 'Missed appointments'],
  online: [
    'Messages on Snapchat',
    'Contact through a gaming website',
    'Approached on Instagram',
    'Met on social media',
  ],
  exchange: [
    'Given vapes by older boyfriend',
    'Given money and a phone',
    'Given alcohol at a party house',
    'Taken to parties by car',
  ],
  criminal: [
    'County lines runner',
    'Drug debt spoken of by family',
    'Found in a trap house',
    'Drug line phone in a bag',
  ],
  image: ['Threat to share nude image', 'Demand over an intimate image'],
  concern: ['Concern about CSE raised by school', 'Concern about CSE raised by a care home'],
  supply: ['Wraps found on a search', 'Seen dealing from a car'],
} as const;

/** What the detail of a narrative is about; `none` is a record without a narrative. */
export type Topic = keyof typeof DETAILS | 'none' | 'ordinary';

/** The force's own markers, by what they mean. */
export const LOCAL_MARKERS = {
  csa: ['CSA VICTIM', 'CSA-LINKED'],
  cse: ['CSE VICTIM', 'CSE-LINKED'],
  'cse-warning': ['CSE WARNING', 'At risk of CSE'],
  missing: ['Missing from home', 'MISPER'],
  familial: ['FAMILIAL'],
  group: ['ORGANISED NETWORK', 'GROUP-BASED CSEA'],
  'child-abuse': ['CHILD PROTECTION'],
  other: ['ALCOHOL', 'HATE', 'NIGHT TIME ECONOMY', 'REPEAT VICTIM', 'BODY WORN VIDEO'],
} as const;

export type LocalKind = keyof typeof LOCAL_MARKERS;

export const TEAMS = {
  ordinary: [
    'Response North',
    'Response South',
    'Response East',
    'Neighbourhood West',
    'Volume Crime Team',
    'CID Central',
  ],
  child: ['CAIT North', 'CAIT South', 'CAIT East'],
  images: ['Online Child Abuse Team'],
  adult: ['RASSO North', 'RASSO South'],
  exploitation: ['Exploitation Team', 'CAIT North'],
} as const;

export type TeamKind = keyof typeof TEAMS;

export const ETHNICITIES = ['W1', 'W1', 'W1', 'W1', 'W9', 'M1', 'A1', 'A2', 'B1', 'B2', 'O9', 'NS'] as const;
export const NATIONALITIES = ['GBR', 'GBR', 'GBR', 'GBR', 'GBR', 'POL', 'ROU', 'IRL', 'NS'] as const;

/** Outcomes of ordinary crime that is closed, with the usual ones most often. */
export const ORDINARY_OUTCOMES = ['18', '18', '18', '18', '14', '15', '16', '16', '1', '8'] as const;
export const SERIOUS_OUTCOMES = ['15', '16', '16', '1', '14'] as const;
