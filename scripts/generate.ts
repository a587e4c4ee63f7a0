/** Writes every generated file of the repository; CI fails if one of them is not current. */
import { writeBuiltinPack } from './generate/builtin-pack.js';
import { writeComparisonSchemas } from './generate/comparison-schemas.js';
import { writeDocs } from './generate/docs.js';
import { writeFixtures } from './generate/fixtures.js';
import { writeForces } from './generate/forces.js';
import { writeSchemas } from './generate/schemas.js';
import { writeValidators } from './generate/validators.js';

const pack = await writeBuiltinPack();
await writeSchemas(pack);
await writeComparisonSchemas();
await writeForces();
await writeValidators();
await writeDocs(pack);
await writeFixtures(pack.pack);
