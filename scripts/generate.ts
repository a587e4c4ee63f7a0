/** Writes every generated file of the repository; CI fails if one of them is not current. */
import { writeBuiltinPack } from './generate/builtin-pack.js';
import { writeDocs } from './generate/docs.js';
import { writeFixtures } from './generate/fixtures.js';
import { writeSchemas } from './generate/schemas.js';
import { writeValidators } from './generate/validators.js';

const pack = await writeBuiltinPack();
await writeSchemas(pack);
await writeValidators();
await writeDocs(pack);
await writeFixtures(pack.pack);
