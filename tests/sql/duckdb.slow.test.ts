import { startDuckDb } from './engines/duckdb.js';
import { proveEngine } from './suite.js';

await proveEngine('duckdb', startDuckDb);
