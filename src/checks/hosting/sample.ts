import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { languages } from '../../model/languages.ts';

/** The built site with English and one other language, in a folder of its own: to compress all of them takes minutes, and hosts treat them alike. */
export function sample(keep = 'bg'): string {
  const dir = mkdtempSync(join(tmpdir(), 'rto-sample-'));
  const without = new Set(languages(process.cwd()).flatMap((l) => (l.code === 'en' || l.code === keep ? [] : [join('dist', l.code)])));
  cpSync('dist', dir, { recursive: true, preserveTimestamps: true, filter: (from) => !without.has(from) });
  return dir;
}
