import type { Marker } from './markers.js';

/** How a field's text is read; `normalise/` has one file for each that needs more than trimming. */
export type FieldType =
  'text' | 'date' | 'word' | 'number' | 'offence-code' | 'offence-class' | 'marker' | 'list' | 'history';

/**
 * How much a value tells about a person. `none`: administrative. `key`: identifies the record, and
 * is written to outputs. `personal`: never written to any output, log or message.
 */
export type Sensitivity = 'none' | 'key' | 'personal';

export interface FieldDefinition {
  readonly name: string;
  readonly type: FieldType;
  /** What the field holds, for people: it stands in the docs and in the editor's help. */
  readonly meaning: string;
  readonly sensitivity: Sensitivity;
  /** The allowed words of a `word` field. */
  readonly words?: readonly string[];
  /** The highest value of a `number` field; the lowest is 0. */
  readonly highest?: number;
  /** Names that police systems give the column; matched without regard to case, spaces and punctuation. */
  readonly usualNames: readonly string[];
}

function marker<const N extends Marker>(name: N, meaning: string, usualNames: readonly string[]) {
  return { name, type: 'marker', meaning, sensitivity: 'none', usualNames } as const;
}

/** The canonical record, field by field: docs, the record's JSON Schema and header matching come from here. */
export const FIELDS = [
  {
    name: 'crimeReference',
    type: 'text',
    meaning: 'The reference of the crime record: the key of every finding.',
    sensitivity: 'key',
    usualNames: [
      'crime ref',
      'crime reference number',
      'crime number',
      'crime no',
      'crn',
      'urn',
      'occurrence number',
    ],
  },
  {
    name: 'force',
    type: 'text',
    meaning: 'The police force, by its ONS code such as E23000037.',
    sensitivity: 'none',
    usualNames: ['force code', 'force name', 'police force', 'owning force'],
  },
  {
    name: 'recordType',
    type: 'word',
    words: ['crime', 'reported-incident', 'non-crime'],
    meaning: 'What kind of record it is; empty means a crime.',
    sensitivity: 'none',
    usualNames: ['record type', 'occurrence type', 'crime type indicator', 'record class'],
  },
  {
    name: 'cancelledOn',
    type: 'date',
    meaning: 'The day the crime was cancelled; empty means it was not.',
    sensitivity: 'none',
    usualNames: ['cancelled date', 'date cancelled', 'no crime date', 'no crimed on', 'cancellation date'],
  },
  {
    name: 'offenceCode',
    type: 'offence-code',
    meaning: 'The offence: a class (19E) or a sub-code (19/16).',
    sensitivity: 'none',
    usualNames: [
      'ho code',
      'home office code',
      'hocr code',
      'offence code',
      'ho offence code',
      'crime code',
      'ho class subclass',
    ],
  },
  {
    name: 'offenceClass',
    type: 'offence-class',
    meaning: 'The class letter code (19E), where the system exports it beside a sub-code.',
    sensitivity: 'none',
    usualNames: ['ho class', 'home office class', 'offence class', 'class code', 'hocr class'],
  },
  {
    name: 'reportedOn',
    type: 'date',
    meaning: 'The day the offence was reported to the police.',
    sensitivity: 'none',
    usualNames: ['reported date', 'date reported', 'report date', 'reported datetime', 'date time reported'],
  },
  {
    name: 'recordedOn',
    type: 'date',
    meaning: 'The day the crime was recorded: the day that decides which rules are in force.',
    sensitivity: 'none',
    usualNames: [
      'recorded date',
      'date recorded',
      'crimed date',
      'created date',
      'date created',
      'crime recorded date',
    ],
  },
  {
    name: 'offenceFrom',
    type: 'date',
    meaning: 'The first day of the offence.',
    sensitivity: 'none',
    usualNames: [
      'offence start date',
      'committed from',
      'from date',
      'earliest date',
      'date from',
      'offence date',
      'committed date',
      'start date',
    ],
  },
  {
    name: 'offenceTo',
    type: 'date',
    meaning: 'The last day of the offence; empty means the same day as the first.',
    sensitivity: 'none',
    usualNames: ['offence end date', 'committed to', 'to date', 'latest date', 'date to', 'end date'],
  },
  {
    name: 'outcome',
    type: 'number',
    highest: 22,
    meaning: 'The outcome type, 0 to 22; 0 is not yet assigned.',
    sensitivity: 'none',
    usualNames: ['outcome type', 'outcome code', 'ho outcome', 'disposal code', 'outcome number'],
  },
  {
    name: 'outcomeOn',
    type: 'date',
    meaning: 'The day the outcome was assigned.',
    sensitivity: 'none',
    usualNames: [
      'outcome date',
      'date of outcome',
      'disposal date',
      'finalised date',
      'closed date',
      'date closed',
    ],
  },
  {
    name: 'victimType',
    type: 'word',
    words: ['person', 'organisation', 'state'],
    meaning: 'Who the victim is; empty counts as a person, so that a hole in the details stays visible.',
    sensitivity: 'none',
    usualNames: ['victim type', 'vic type', 'victim category', 'aggrieved type', 'injured party type'],
  },
  {
    name: 'victimBornOn',
    type: 'date',
    meaning: "The victim's date of birth.",
    sensitivity: 'personal',
    usualNames: [
      'victim dob',
      'vic dob',
      'victim date of birth',
      'date of birth',
      'dob',
      'aggrieved dob',
      'birth date',
    ],
  },
  {
    name: 'victimAge',
    type: 'number',
    highest: 120,
    meaning: "The victim's age in whole years at the offence; used where there is no date of birth.",
    sensitivity: 'personal',
    usualNames: ['victim age', 'vic age', 'age at offence', 'victim age at offence', 'age'],
  },
  {
    name: 'victimSex',
    type: 'word',
    words: ['F', 'M', 'X'],
    meaning: "The victim's sex.",
    sensitivity: 'personal',
    usualNames: ['victim sex', 'vic sex', 'victim gender', 'vic gender', 'sex', 'gender'],
  },
  {
    name: 'suspectCount',
    type: 'number',
    highest: 999,
    meaning: 'How many suspects the record has.',
    sensitivity: 'none',
    usualNames: [
      'number of suspects',
      'suspects',
      'no of suspects',
      'suspect number',
      'offender count',
      'num suspects',
    ],
  },
  {
    name: 'suspectAges',
    type: 'list',
    meaning: "The suspects' ages at the offence, one each, `;` between, empty where missing.",
    sensitivity: 'personal',
    usualNames: ['suspect age', 'suspect ages', 'offender age', 'offender ages'],
  },
  {
    name: 'suspectEthnicities',
    type: 'list',
    meaning: "The suspects' ethnicities, one each, `;` between, empty where missing.",
    sensitivity: 'personal',
    usualNames: [
      'suspect ethnicity',
      'suspect ethnicities',
      'offender ethnicity',
      'suspect self defined ethnicity',
    ],
  },
  {
    name: 'suspectNationalities',
    type: 'list',
    meaning: "The suspects' nationalities, one each, `;` between, empty where missing.",
    sensitivity: 'personal',
    usualNames: ['suspect nationality', 'suspect nationalities', 'offender nationality'],
  },
  marker('CSA', 'The child sexual abuse marker.', [
    'csa flag',
    'csa marker',
    'child sexual abuse',
    'csa ind',
    'flag csa',
    'ho csa',
  ]),
  marker('CSE', 'The child sexual exploitation marker.', [
    'cse flag',
    'cse marker',
    'child sexual exploitation',
    'cse ind',
    'flag cse',
    'ho cse',
  ]),
  marker('CA', "The force's child-abuse marker.", [
    'child abuse',
    'ca flag',
    'child abuse flag',
    'child abuse marker',
    'flag ca',
  ]),
  marker('CCE', 'The child criminal exploitation marker.', [
    'cce flag',
    'child criminal exploitation',
    'cce marker',
    'flag cce',
  ]),
  marker('DA', 'The domestic-abuse marker.', [
    'da flag',
    'domestic abuse',
    'domestic abuse flag',
    'dv flag',
    'domestic',
    'flag da',
  ]),
  marker('ONLINE', 'The online-crime marker.', [
    'online flag',
    'online crime',
    'cyber flag',
    'cyber enabled',
    'internet related',
    'flag online',
  ]),
  marker('MS', 'The modern-slavery marker.', ['ms flag', 'modern slavery', 'modern slavery flag', 'flag ms']),
  marker('HBA', 'The honour-based-abuse marker.', [
    'hba flag',
    'honour based abuse',
    'hbv flag',
    'honour based violence',
    'flag hba',
  ]),
  {
    name: 'markerHistory',
    type: 'history',
    meaning: 'When markers were set and removed: `CSE:set:2025-05-03;CSE:removed:2025-06-01`.',
    sensitivity: 'none',
    usualNames: ['flag history', 'marker history', 'marker audit', 'flag audit'],
  },
  {
    name: 'localMarkers',
    type: 'list',
    meaning: "The force's own markers, qualifiers and keywords, `;` between.",
    sensitivity: 'personal',
    usualNames: [
      'local flags',
      'local qualifiers',
      'qualifiers',
      'keywords',
      'warning markers',
      'local markers',
      'mo keywords',
    ],
  },
  {
    name: 'narrative',
    type: 'text',
    meaning: 'What happened, in words.',
    sensitivity: 'personal',
    usualNames: [
      'mo',
      'mo text',
      'modus operandi',
      'summary',
      'crime summary',
      'description',
      'offence description',
      'mo notes',
      'narrative',
    ],
  },
  {
    name: 'team',
    type: 'text',
    meaning: 'The team that owns the record: work lists are split by it.',
    sensitivity: 'none',
    usualNames: [
      'owning team',
      'owning unit',
      'oic team',
      'oic unit',
      'department',
      'unit',
      'station',
      'bcu',
      'lpa',
      'team name',
    ],
  },
] as const satisfies readonly FieldDefinition[];
