import { startPostgres } from './engines/postgres.js';
import { proveEngine } from './suite.js';

await proveEngine('postgres', startPostgres);
