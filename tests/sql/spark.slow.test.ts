import { startSpark } from './engines/spark.js';
import { proveEngine } from './suite.js';

await proveEngine('spark', startSpark);
