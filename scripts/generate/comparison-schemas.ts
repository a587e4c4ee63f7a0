import { COMPARISON_SHAPE } from '../../packages/core/src/compare/comparison-shape.js';
import { EXCHANGE_SHAPE } from '../../packages/core/src/compare/exchange-shape.js';
import { OVER_TIME_SHAPE } from '../../packages/core/src/compare/over-time-shape.js';
import { either, schemaFile } from '../../packages/core/src/compare/shape.js';
import { writeGenerated } from './files.js';

/** The schemas of what forces exchange and of what a comparison writes, by their files. */
export const COMPARISON_SCHEMAS = {
  'schemas/exchange.schema.json': schemaFile(EXCHANGE_SHAPE, 'exchange', 'The file that forces exchange'),
  'schemas/comparison.schema.json': schemaFile(
    either([COMPARISON_SHAPE, OVER_TIME_SHAPE]),
    'comparison',
    'The figures of a comparison',
  ),
};

/** Writes them from the shapes by which files are read and tested. */
export async function writeComparisonSchemas(): Promise<void> {
  for (const [file, schema] of Object.entries(COMPARISON_SCHEMAS))
    await writeGenerated(file, JSON.stringify(schema));
}
