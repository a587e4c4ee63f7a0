/** Writes the synthetic extracts of `fixtures/` alone. */
import { writeFixtures } from './generate/fixtures.js';

await writeFixtures();
