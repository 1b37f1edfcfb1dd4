/**
 * npm run build [options of astro build]
 * EDITIONS=en,de npm run build   some languages only, to look at; links to the others lead nowhere
 * Builds every language into `dist.new/` and puts it in the place of `dist/` when everything is made and every check has passed. A
 * build that fails, is killed or finds the disk full leaves `dist/` as it was.
 */
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { editionProblems } from '../checks/editions.ts';
import { writeHostFiles } from '../model/write-host-files.ts';
import { languages } from '../model/languages.ts';
import { address } from '../site.ts';
import { buildEditions } from './editions.ts';

export interface Folders {
  /** The last good site. */
  out: string;
  /** Where the next one grows. */
  staging: string;
  /** Where the last one stands for the moment between two renames. */
  old: string;
}
export const folders = (root: string): Folders => ({ out: join(root, 'dist'), staging: join(root, 'dist.new'), old: join(root, 'dist.old') });

const remove = (path: string): void => rmSync(path, { recursive: true, force: true });

/** Takes away what an interrupted build left, and brings the site back if it was killed between the two renames. */
export function tidy({ out, staging, old }: Folders): void {
  if (!existsSync(out) && existsSync(old)) renameSync(old, out);
  remove(old);
  remove(staging);
  // Other languages grow beside it (editions.ts).
  for (const name of existsSync(dirname(staging)) ? readdirSync(dirname(staging)) : []) if (name.startsWith(`${basename(staging)}.`)) remove(join(dirname(staging), name));
}

/** Puts the new site in the place of the old. If the second rename fails, the old one comes back. */
export function swap({ out, staging, old }: Folders): void {
  if (!existsSync(join(staging, 'index.html'))) throw new Error(`the build left no ${join(staging, 'index.html')}`);
  if (existsSync(out)) renameSync(out, old);
  try {
    renameSync(staging, out);
  } catch (e) {
    if (existsSync(old)) renameSync(old, out);
    throw e;
  }
  remove(old);
}

/** @returns the exit code */
async function build(root: string, options: readonly string[]): Promise<number> {
  const at = folders(root);
  tidy(at);
  let code = 1;
  try {
    const all = languages(root);
    const wanted = process.env['EDITIONS']?.split(',');
    const own = all.filter((l) => !wanted || wanted.includes(l.code));
    if (wanted && (own.length < wanted.length || !wanted.includes('en')))
      throw new Error(`EDITIONS names languages of the site, English among them: ${all.map((l) => l.code).join(', ')}. It says "${wanted.join()}"`);
    const where = address(process.env['SITE_URL']);
    code = await buildEditions(
      root,
      at.staging,
      own.map((l) => l.code),
      options,
    );
    if (code === 0) {
      // Where some languages were left out, links to them lead nowhere.
      const problems = wanted ? [] : editionProblems(at.staging, where, own);
      if (problems.length > 0) throw new Error(problems.join('\n'));
      console.log(writeHostFiles(root, at.staging, where));
    }
  } catch (e) {
    code = 1;
    console.error((e as Error).message);
  }
  if (code !== 0) {
    remove(at.staging);
    console.error(`The build stopped. ${existsSync(at.out) ? 'dist/ is the last good one, unchanged.' : 'There is no dist/ yet.'}`);
    return code;
  }
  swap(at);
  return 0;
}

if (import.meta.main) process.exitCode = await build(process.cwd(), process.argv.slice(2));
