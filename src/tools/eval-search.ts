/**
 * npm run eval:search [-- --held] [-- --show]
 * Puts the questions of src/tools/search-eval/ to the built site's search and prints how often the first result, and
 * one of the first three, is a page that answers; and how often nothing is found. The held-back half is for reporting:
 * its misses are listed only with --show. Run a build first.
 */
import { evaluate, table, misses } from './search-eval/evaluate.ts';
import type { Half } from './search-eval/queries.ts';

const half: Half = process.argv.includes('--held') ? 'held' : 'tune';
const results = await evaluate('.', 'dist', half);
console.log(table(results));
if (half === 'tune' || process.argv.includes('--show')) console.log(misses(results));
