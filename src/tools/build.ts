/**
 * npm run build [options of astro build]
 * Builds into `dist.new/` and puts it in the place of `dist/` when everything is made and every check has passed. A
 * build that fails, is killed or finds the disk full leaves `dist/` as it was.
 */
import { spawn } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

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

/** @returns the exit code */
async function build(root: string, options: readonly string[]): Promise<number> {
  const at = folders(root);
  tidy(at);
  const astro = fileURLToPath(import.meta.resolve('astro/package.json')).replace(/package\.json$/, 'bin/astro.mjs');
  const child = spawn(process.execPath, [astro, 'build', '--outDir', at.staging, ...options], { cwd: root, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  const code = await new Promise<number>((done) => {
    child.on('error', () => done(1));
    child.on('exit', (status) => done(status ?? 1));
  });
  if (code !== 0) {
    remove(at.staging);
    console.error(`The build stopped. ${existsSync(at.out) ? 'dist/ is the last good one, unchanged.' : 'There is no dist/ yet.'}`);
    return code;
  }
  swap(at);
  return 0;
}

if (import.meta.main) process.exitCode = await build(process.cwd(), process.argv.slice(2));
