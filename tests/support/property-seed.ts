import fc from 'fast-check';

/**
 * Property tests draw from one seed, so that a change is refused for what it changed and never for the luck of the draw.
 * `PROPERTY_SEED=random` draws afresh: the way to look for what nobody thought of.
 */
const wanted = process.env['PROPERTY_SEED'] ?? '20261122';
if (wanted !== 'random') {
  const seed = Number(wanted);
  if (!Number.isInteger(seed))
    throw new Error(`PROPERTY_SEED is a whole number or "random", not "${wanted}".`);
  fc.configureGlobal({ seed });
}
