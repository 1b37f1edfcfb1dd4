/**
 * Builds each language with Astro, as many side by side as there are processors. Astro keeps what it knows of a build's
 * texts in `.astro/` of its folder, and two builds in one folder would read each other's: so every worker but the first
 * has a copy of the project.
 */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { availableParallelism, freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** What a build of one language may need at once, in bytes. */
const NEEDS = 1.5e9;
const PARTS = ['src', 'content', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json', 'CITATION.cff'];

/** How many languages to build at once. */
export const workersFor = (languages: number, processors = availableParallelism(), free = freemem()): number => Math.max(1, Math.min(languages, processors, Math.floor(free / NEEDS)));

/** A copy of the project in a folder of its own, which shares its packages and its drawn cards. */
export function copyOf(root: string): string {
  const dir = mkdtempSync(join(tmpdir(), 'right-to-object-'));
  for (const part of PARTS) if (existsSync(join(root, part))) cpSync(join(root, part), join(dir, part), { recursive: true });
  mkdirSync(join(root, '.cache'), { recursive: true });
  for (const shared of ['node_modules', '.cache']) symlinkSync(join(root, shared), join(dir, shared));
  return dir;
}

/** Makes one language. English is shown as it goes; another language says what it has to when it ends. */
function edition(cwd: string, lang: string, out: string, options: readonly string[], stopped: AbortSignal): Promise<number> {
  const astro = fileURLToPath(import.meta.resolve('astro/package.json')).replace(/package\.json$/, 'bin/astro.mjs');
  const child = spawn(process.execPath, [astro, 'build', '--outDir', out, ...options], { cwd, stdio: lang === 'en' ? 'inherit' : 'pipe', env: { ...process.env, EDITION: lang } });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (d: Buffer) => said.push(d));
  const stop = (): boolean => child.kill();
  stopped.addEventListener('abort', stop);
  return new Promise<number>((done) => {
    const end = (code: number): void => {
      stopped.removeEventListener('abort', stop);
      const text = Buffer.concat(said).toString('utf8').trimEnd();
      // What another failure has stopped has nothing to say.
      if (code !== 0 && !stopped.aborted) process.stderr.write(`${text}\n`);
      else if (code === 0 && lang !== 'en')
        process.stdout.write(
          `${lang}: ${text
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

/**
 * `out` becomes the folder with every language in it: English, and the others in folders of their own. They grow beside
 * it, at `<out>.<code>`, as Astro empties the folder it builds into. Gives the first exit code that is not 0.
 */
export async function buildEditions(root: string, out: string, codes: readonly string[], options: readonly string[], workers = workersFor(codes.length)): Promise<number> {
  const beside = (code: string): string => (code === 'en' ? out : `${out}.${code}`);
  const stopped = new AbortController();
  const stop = (): void => stopped.abort();
  for (const signal of SIGNALS) process.on(signal, stop);
  const copies: string[] = [];
  const waiting = [...codes];
  let failed = 0;
  const work = async (n: number): Promise<void> => {
    if (n > 0) copies.push(copyOf(root));
    const cwd = n === 0 ? root : (copies.at(-1) ?? root);
    for (let code = waiting.shift(); code !== undefined && !stopped.signal.aborted; code = waiting.shift()) {
      const status = await edition(cwd, code, beside(code), options, stopped.signal);
      if (status !== 0) {
        failed ||= status;
        stop();
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: workers }, (_, n) => work(n)));
    if (failed === 0 && stopped.signal.aborted) failed = 1;
    if (failed === 0) for (const code of codes) if (code !== 'en') renameSync(beside(code), join(out, code));
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop);
    for (const dir of [...copies, ...codes.filter((c) => c !== 'en').map(beside)]) rmSync(dir, { recursive: true, force: true });
  }
  return failed;
}
