import type { Day } from '../normalise/date.js';
import type { Context } from './context.js';
import type { Draft, LocalMarker, MutableRecord, Suspect } from './draft.js';
import { ORDINARY_OUTCOMES, SERIOUS_OUTCOMES } from './tables/texts.js';

/** A marker list, as it stands in its cell. */
export function localCell(local: readonly LocalMarker[]): string {
  return local.map((marker) => marker.text).join(';');
}

/** Writes the four suspect cells; a list of nothing but holes is an empty cell where the count says how many there are. */
export function writeSuspects(record: MutableRecord, suspects: readonly Suspect[]): void {
  record.suspectCount = String(suspects.length);
  record.suspectAges = suspects.map((suspect) => suspect.age).join(';');
  record.suspectEthnicities = suspects.map((suspect) => suspect.ethnicity).join(';');
  record.suspectNationalities = suspects.map((suspect) => suspect.nationality).join(';');
}

function yesNo(set: boolean): string {
  return set ? 'Y' : 'N';
}

/** What a maker of records decides beside the draft itself. */
export interface Rest {
  readonly code: string;
  readonly classCell: string;
  readonly narrative: string;
  readonly team: string;
  readonly markers: { readonly [M in 'CA' | 'CCE' | 'DA' | 'ONLINE' | 'MS' | 'HBA']?: boolean };
  readonly victimType: string;
  /** The share of such records that have an outcome already. */
  readonly closed: number;
}

export type Known = Omit<Draft, 'record' | 'asAt'>;

/** Sets a marker within the days in which it is to be set. */
function historyOf(context: Context, known: Known, open: boolean): string {
  const { random, iso } = context;
  if (!known.csa && !known.cse) return '';
  if (random.chance(0.15)) return '';
  const latest = Math.min(20, context.lateAfterDays, context.asAt - known.recorded);
  const dayWithin = () => known.recorded + random.between(0, latest);
  const events: string[] = [];
  if (known.csa) events.push(`CSA:set:${iso(dayWithin())}`);
  if (known.cse) events.push(`CSE:set:${iso(dayWithin())}`);
  // A marker set too soon and taken off on review, while the record is open: no fault.
  else if (open && random.chance(0.02)) {
    events.push(`CSE:set:${iso(known.recorded)}`, `CSE:removed:${iso(dayWithin())}`);
  }
  return events.join(';');
}

function cancel(context: Context, record: MutableRecord, recorded: Day): void {
  const { random, iso, asAt } = context;
  if (random.chance(0.6)) record.cancelledOn = iso(random.between(recorded, asAt));
  else record.recordType = random.pick(['non-crime', 'non-crime', 'reported-incident']);
}

/** Writes a correct record from all that was decided. */
export function finish(context: Context, reference: string, known: Known, rest: Rest): Draft {
  const { random, iso, asAt } = context;
  const closed = random.chance(rest.closed);
  const { markers } = rest;
  const victimAge =
    known.ageFrom !== null && (known.born === null || random.chance(0.4)) ? String(known.ageFrom) : '';
  const outcomes = known.scenario === 'ordinary' ? ORDINARY_OUTCOMES : SERIOUS_OUTCOMES;
  const record: MutableRecord = {
    crimeReference: reference,
    force: context.force,
    recordType: 'crime',
    cancelledOn: '',
    offenceCode: rest.code,
    offenceClass: rest.classCell,
    reportedOn: iso(known.reported),
    recordedOn: iso(known.recorded),
    offenceFrom: iso(known.from),
    offenceTo: known.to === known.from ? '' : iso(known.to),
    outcome: closed ? random.pick(outcomes) : '0',
    outcomeOn: closed ? iso(random.between(known.recorded, asAt)) : '',
    victimType: rest.victimType,
    victimBornOn: known.born === null ? '' : iso(known.born),
    victimAge,
    victimSex: known.sex,
    suspectCount: '',
    suspectAges: '',
    suspectEthnicities: '',
    suspectNationalities: '',
    CSA: yesNo(known.csa),
    CSE: yesNo(known.cse),
    CA: yesNo(markers.CA === true),
    CCE: yesNo(markers.CCE === true),
    DA: yesNo(markers.DA === true),
    ONLINE: yesNo(markers.ONLINE === true),
    MS: yesNo(markers.MS === true),
    HBA: yesNo(markers.HBA === true),
    markerHistory: historyOf(context, known, !closed),
    localMarkers: localCell(known.local),
    narrative: rest.narrative,
    team: rest.team,
  };
  writeSuspects(record, known.suspects);
  if (!known.live) cancel(context, record, known.recorded);
  return { ...known, record, asAt };
}
