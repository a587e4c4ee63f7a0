import { FIELD_INDEX, FIELDS, type FieldDefinition, type FieldName, isFieldName } from '../model/fields.js';
import { fieldFaults, valueFault } from './field-faults.js';
import { markerFaults, namedByMarkers } from './marker-faults.js';
import type { FieldSource, Profile } from './profile.js';

const SUSPECT_LISTS: readonly FieldName[] = ['suspectAges', 'suspectEthnicities', 'suspectNationalities'];

type IsBroken = (place: string) => boolean;

function constantFaults(profile: Profile, isBroken: IsBroken): readonly string[] {
  const ofMarkers = isBroken('markers') ? new Set<string>() : namedByMarkers(profile.markers);
  return Object.entries(profile.constants ?? {}).flatMap(([name, value]) => {
    const place = `constants/${name}`;
    if (!isFieldName(name) || isBroken(place)) return [];
    const field: FieldDefinition | undefined = FIELDS[FIELD_INDEX[name]];
    if (name === 'crimeReference') return [`${place}: a crime reference is not the same on every record`];
    if (Object.hasOwn(profile.fields, name))
      return [`${place}: it is in "fields" as well; leave it in one of them`];
    if (ofMarkers.has(name)) return [`${place}: it is in "markers" as well; leave it in one of them`];
    if (value.trim() === '')
      return [`${place}: it is empty; leave out a field that the extract does not have`];
    const fault = field === undefined ? null : valueFault(field, value);
    return fault === null ? [] : [`${place}: ${fault}`];
  });
}

function rowFaults(profile: Profile): readonly string[] {
  const { rows, fields } = profile;
  if (rows === undefined) return [];
  const faults: string[] = [];
  if (!Object.hasOwn(fields, 'crimeReference')) {
    faults.push(
      'rows/merge: rows are merged by the crime reference; name its column in fields/crimeReference',
    );
  }
  const lists = SUSPECT_LISTS.filter((field) => Object.hasOwn(fields, field));
  if (lists.length > 0 && rows.suspects === undefined) {
    faults.push(
      `rows/suspects: say how the suspects of a crime stand in its rows, because ${lists.join(', ')} must be put together: "one-a-row" if each row is another suspect, "repeated" if every row has them all, {"key": "SUSPECT_ID"} if a column tells them apart`,
    );
  }
  if (lists.length === 0 && rows.suspects !== undefined) {
    faults.push(
      `rows/suspects: the profile has none of the fields ${SUSPECT_LISTS.join(', ')}; leave it out`,
    );
  }
  return faults;
}

function markerFieldFaults({ markers, fields }: Profile): readonly string[] {
  if (markers.layout === 'columns') return [];
  const faults: string[] = [];
  if (markers.layout === 'file' && !Object.hasOwn(fields, 'crimeReference')) {
    faults.push(
      'markers/key: markers are found by the crime reference; name its column in fields/crimeReference',
    );
  }
  if (markers.otherCodes === 'local' && Object.hasOwn(fields, 'localMarkers')) {
    faults.push(
      'markers/otherCodes: "local" makes the field localMarkers, which is in "fields" as well; leave it in one of them',
    );
  }
  return faults;
}

/**
 * What is wrong with a profile beyond its shape, each with its place. A place whose shape is wrong
 * already (`isBroken`) is not looked at, so that the rest can be said at once.
 */
export function profileFaults(profile: Profile, isBroken: IsBroken = () => false): readonly string[] {
  const sources = Object.entries(profile.fields) as [FieldName, FieldSource][];
  const blanks = isBroken('blanks') ? [] : (profile.blanks ?? []);
  return [
    ...sources.flatMap(([field, source]) =>
      isBroken(`fields/${field}`) ? [] : fieldFaults(field, source, blanks),
    ),
    ...constantFaults(profile, isBroken),
    ...(isBroken('markers') ? [] : [...markerFaults(profile.markers), ...markerFieldFaults(profile)]),
    ...(isBroken('rows') ? [] : rowFaults(profile)),
  ];
}
