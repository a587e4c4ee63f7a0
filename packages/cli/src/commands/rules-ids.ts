import { nearestNames, type Pack } from '@markercheck/core';
import { CliError, EXIT } from '../exit.js';

/** How many ids are proposed. */
const MOST = 3;

/** The ids of rules as a person wrote them; throws with the nearest ids where there is no such rule. */
export function readRuleIds(ids: readonly string[], pack: Pack): readonly string[] {
  const known = pack.rules.map(({ id }) => id);
  return ids.map((text) => {
    const id = text.trim().toUpperCase();
    if (known.includes(id)) return id;
    const within = id.length > 2 ? known.filter((name) => name.includes(id)) : [];
    const nearest = within.length > 0 ? within.slice(0, MOST) : nearestNames(id, known, MOST);
    const hint = nearest.length > 0 ? `The nearest ids are ${nearest.join(', ')}. ` : '';
    throw new CliError(
      EXIT.usage,
      `There is no rule ${JSON.stringify(text)}. ${hint}All of them: markercheck rules list`,
    );
  });
}
