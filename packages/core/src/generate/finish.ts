import type { Day } from '../normalise/date.js';
import type { Context } from './context.js';
import type { Draft, LocalMarker, MutableRecord, Suspect } from './draft.js';
import { ORDINARY_OUTCOMES, SERIOUS_OUTCOMES } from './tables/texts.js';

/** A record with nothing in it but its key. */
export function blankRecord(crimeReference: string, force: string): MutableRecord {
  return {
    crimeReference,
    force,
    recordType: 'crime',
    cancelledOn: '',
    offenceCode: '',
    offenceClass: '',
    reportedOn: '',
    recordedOn: '',
    offenceFrom: '',
    offenceTo: '',
    outcome: '0',
    outcomeOn: '',
    victimType: 'person',
    victimBornOn: '',
    victimAge: '',
    victimSex: '',
    suspectCount: '0',
    suspectAges: '',
    suspectEthnicities: '',
    suspectNationalities: '',
    CSA: 'N',
    CSE: 'N',
    CA: 'N',
    CCE: 'N',
    DA: 'N',
    ONLINE: 'N',
    MS: 'N',
    HBA: 'N',
    markerHistory: '',
    localMarkers: '',
    narrative: '',
    team: '',
  };
}

/** A list of local markers, as it stands in its cell. */
export function localCell(local: readonly LocalMarker[]): string {
  return local.map((marker) => marker.text).join(';');
}

/** Writes the four suspect cells; where every part of a list is missing, the count still says how many there are. */
export function writeSuspects(cells: MutableRecord, suspects: readonly Suspect[]): void {
  if (suspects.length === 0) return;
  cells.suspectCount = String(suspects.length);
  cells.suspectAges = suspects.map((suspect) => suspect.age).join(';');
  cells.suspectEthnicities = suspects.map((suspect) => suspect.ethnicity).join(';');
  cells.suspectNationalities = suspects.map((suspect) => suspect.nationality).join(';');
}

/** The markers were set within the days in which they are to be. */
function historyOf({ random, iso, lateAfterDays }: Context, draft: Draft): string {
  const { csa, cse, asAt } = draft;
  if (!csa && !cse) return '';
  if (random.chance(0.15)) return '';
  const { recorded } = draft.days;
  const latest = Math.min(20, lateAfterDays, asAt - recorded);
  const dayWithin = () => iso(recorded + random.between(0, latest));
  const events: string[] = [];
  if (csa) events.push(`CSA:set:${dayWithin()}`);
  if (cse) events.push(`CSE:set:${dayWithin()}`);
  // Set too soon and taken off on review, while the record is open: no fault.
  else if (draft.record.outcomeOn === '' && random.chance(0.02)) {
    events.push(`CSE:set:${iso(recorded)}`, `CSE:removed:${dayWithin()}`);
  }
  return events.join(';');
}

function cancel({ random, iso }: Context, cells: MutableRecord, recorded: Day, asAt: Day): void {
  if (random.chance(0.6)) cells.cancelledOn = iso(random.between(recorded, asAt));
  else cells.recordType = random.pick(['non-crime', 'non-crime', 'reported-incident']);
}

/** Writes into the record what the draft knows, and what needs no knowing; codes, texts and other markers are the maker's. */
export function finish(context: Context, draft: Draft, closedShare: number): Draft {
  const { random, iso } = context;
  const { record, days, victim, asAt } = draft;
  record.reportedOn = iso(days.reported);
  record.recordedOn = iso(days.recorded);
  record.offenceFrom = iso(days.from);
  if (days.to !== days.from) record.offenceTo = iso(days.to);
  if (random.chance(closedShare)) {
    record.outcome = random.pick(draft.scenario === 'ordinary' ? ORDINARY_OUTCOMES : SERIOUS_OUTCOMES);
    record.outcomeOn = iso(random.between(days.recorded, asAt));
  }
  if (victim.born !== null) record.victimBornOn = iso(victim.born);
  if (victim.ageFrom !== null && (victim.born === null || random.chance(0.4)))
    record.victimAge = String(victim.ageFrom);
  record.victimSex = victim.sex;
  writeSuspects(record, draft.suspects);
  if (draft.csa) record.CSA = 'Y';
  if (draft.cse) record.CSE = 'Y';
  record.markerHistory = historyOf(context, draft);
  record.localMarkers = localCell(draft.local);
  if (!draft.live) cancel(context, record, days.recorded, asAt);
  return draft;
}
