/** Collects what the interface says, from the code. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { saidIn } from '../domain/code-words.ts';

/** Every text the interface says, with the words of one and of many where it counts. */
export function interfaceTexts(root: string): { text: string; one?: string }[] {
  const found = new Map<string, { text: string; one?: string }>();
  for (const f of readdirSync(join(root, 'src'), { recursive: true }) as string[])
    if (/\.(ts|astro)$/.test(f) && !/\.test\.ts$/.test(f) && !/(^|\/)(t|words|translations)\.ts$/.test(f)) for (const s of saidIn(readFileSync(join(root, 'src', f), 'utf8'))) found.set(s.text, s);
  return [...found.values()];
}
