/**
 * npm run bench:search [-- 1000 10000]
 * Measures what a search loads: on the built site, and on made-up sites of 1,000 and 10,000 pages that are indexed the
 * same way. Takes some minutes; run a build first. Prints a table in Markdown.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { weighSearch } from '../checks/browser/weigh-search.ts';
import { SEARCH_FOLDER, writeFullTextIndex, writeSearchIndex } from '../model/search-files.ts';
import { writeSyntheticSite } from './search-eval/synthetic.ts';

const PASTE =
  'We will now rely on the legal basis called legitimate interests for using your information to develop and improve AI at Meta. This means that you have the right to object to how your information is used for these purposes. ';
const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((n) => n > 0);

const kb = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;
const filesIn = (dir: string): number[] => readdirSync(dir, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? filesIn(join(dir, e.name)) : [statSync(join(dir, e.name)).size]));

async function row(name: string, dist: string, pages: number, own: string[]): Promise<string> {
  const questions = ['friends photos', 'facebok objecton form', 'is it too late to object to ai training?', ...own, PASTE.repeat(10)];
  const alone = await weighSearch(
    dist,
    questions.map((q) => [q]),
  );
  const [together = []] = await weighSearch(dist, [questions]);
  const [asked = []] = await weighSearch(dist, [questions.slice(0, 1)], true);
  const first = alone.map((c) => c[0]?.bytes ?? 0);
  const later = together.slice(1).map((c) => c.bytes);
  const index = filesIn(join(dist, SEARCH_FOLDER));
  return `| ${name} | ${pages.toLocaleString('en')} | ${kb(first[0] ?? 0)} | ${kb(Math.max(...first))} | ${kb(Math.max(...later))} | ${kb(asked[1]?.bytes ?? 0)} | ${index.length.toLocaleString('en')} |`;
}

console.log('| site | pages indexed | first search | first, the heaviest tried | later, the heaviest tried | full texts, first time | files |\n|---|---|---|---|---|---|---|');
const built = await writeSearchIndex('dist', '.');
console.log(await row('this site', 'dist', built['en'] ?? 0, ['contractors in kenya label footage', 'who do I complain to in Germany']));
for (const n of sizes.length > 0 ? sizes : [1000, 10_000]) {
  const out = mkdtempSync(join(tmpdir(), 'rto-bench-'));
  try {
    const titles = writeSyntheticSite('dist', out, n);
    const counts = await writeSearchIndex(out, '.', false);
    await writeFullTextIndex(out);
    console.log(await row('made up', out, counts['en'] ?? 0, [titles[Math.floor(n / 2)] ?? '', titles[Math.floor(n / 3)] ?? '']));
  } finally {
    rmSync(out, { recursive: true });
  }
}
