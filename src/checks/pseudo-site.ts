/** Builds the site in the pseudo-language, once for the tests of built pages and of the browser. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type PseudoCode = 'xa' | 'xb';
const folder = (code: PseudoCode): string => join(process.cwd(), '.cache', 'pseudo', code);

/**
 * Makes the edition anew and gives the folder its pages are in. Cards cost more than all else and hold no text of the
 * interface, so they are left out; the check of the finished site says so and is not asked.
 */
export function buildPseudo(code: PseudoCode): string {
  const root = process.cwd();
  const dir = mkdtempSync(join(tmpdir(), 'rto-pseudo-'));
  try {
    for (const part of ['src', 'content', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json', 'CITATION.cff']) cpSync(join(root, part), join(dir, part), { recursive: true });
    rmSync(join(dir, 'src/pages/og'), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(dir, 'node_modules'));
    const run = (args: string[], env: Record<string, string> = {}) => spawnSync(process.execPath, args, { cwd: dir, encoding: 'utf8', env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env } });
    const written = run([join('src', 'tools', 'pseudo.ts'), '.']);
    if (written.status !== 0) throw new Error(`pseudo.ts: ${written.stderr}`);
    const built = run([join('node_modules', 'astro', 'bin', 'astro.mjs'), 'build', '--outDir', 'out'], { EDITION: code });
    if (!existsSync(join(dir, 'out/index.html'))) throw new Error(`no page was made: ${built.stdout.slice(-3000)}${built.stderr.slice(-3000)}`);
    mkdirSync(join(root, '.cache/pseudo'), { recursive: true });
    rmSync(folder(code), { recursive: true, force: true });
    try {
      renameSync(join(dir, 'out'), folder(code));
    } catch {
      // Another disk.
      cpSync(join(dir, 'out'), folder(code), { recursive: true });
    }
    return folder(code);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** What an earlier test built, or else a new build. */
export const pseudoSite = (code: PseudoCode): string => (existsSync(join(folder(code), 'index.html')) ? folder(code) : buildPseudo(code));
