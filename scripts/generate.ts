/** Writes every generated file of the repository; CI fails if one of them is not current. */
import { writeBuiltinPack } from './generate/builtin-pack.js';
import { writeSchemas } from './generate/schemas.js';
import { writeValidators } from './generate/validators.js';

const pack = await writeBuiltinPack();
await writeSchemas(pack);
await writeValidators();
