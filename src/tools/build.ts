/**
 * npm run build [options of astro build]
 * Builds every language into `dist.new/` and puts it in the place of `dist/` when everything is made and every check has passed. A
 * build that fails, is killed or finds the disk full leaves `dist/` as it was.
 */
import { spawn } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { editionProblems } from '../checks/editions.ts';
import { writeHostFiles } from '../model/write-host-files.ts';
import { languages } from '../model/languages.ts';
import { address } from '../site.ts';

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

/** Makes one language with Astro. English is shown as it goes; another language says what it has to when it ends. */
function edition(root: string, lang: string, out: string, options: readonly string[]): Promise<number> {
  const astro = fileURLToPath(import.meta.resolve('astro/package.json')).replace(/package\.json$/, 'bin/astro.mjs');
  const child = spawn(process.execPath, [astro, 'build', '--outDir', out, ...options], { cwd: root, stdio: lang === 'en' ? 'inherit' : 'pipe', env: { ...process.env, EDITION: lang } });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (d: Buffer) => said.push(d));
  const stop = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, stop);
  return new Promise<number>((done) => {
    const end = (code: number): void => {
      for (const signal of SIGNALS) process.off(signal, stop);
      const text = Buffer.concat(said).toString('utf8');
      if (code !== 0) process.stderr.write(text);
      else if (lang !== 'en')
        process.stdout.write(
          `${lang}: ${text
            .trimEnd()
            .split('\n')
            .filter((l) => /\[(site-check|search-index|content-check|local-addresses)\]|WARN/.test(l))
            .join('\n')}\n`,
        );
      done(code);
    };
    child.on('error', () => end(1));
    child.on('exit', (status) => end(status ?? 1));
  });
}
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * English, and then the others, which go into folders of it. One after the other: Astro keeps what it knows of a build's
 * texts in `.astro/`, and two builds at once would read each other's. Gives the first exit code that is not 0.
 */
async function editions(root: string, staging: string, codes: readonly string[], options: readonly string[]): Promise<number> {
  for (const lang of codes) {
    const code = await edition(root, lang, lang === 'en' ? staging : join(staging, lang), options);
    if (code !== 0) return code;
  }
  return 0;
}

/** @returns the exit code */
async function build(root: string, options: readonly string[]): Promise<number> {
  const at = folders(root);
  tidy(at);
  let code = 1;
  try {
    const own = languages(root);
    const where = address(process.env['SITE_URL']);
    code = await editions(
      root,
      at.staging,
      own.map((l) => l.code),
      options,
    );
    if (code === 0) {
      const problems = editionProblems(at.staging, where, own);
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
