/** Addresses that moved: `content/data/redirects.yml`, a list of `{ from, to }`. */
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'astro/zod';
import { redirectSchema } from '../schema/moved.ts';

const schema = z.array(redirectSchema);
export type Redirect = z.infer<typeof schema>[number];

/** Throws with the file's name when an entry is not `{ from, to }`. */
export function readRedirects(file = 'content/data/redirects.yml'): Redirect[] {
  if (!existsSync(file)) return [];
  const result = schema.safeParse(parse(readFileSync(file, 'utf8')) ?? []);
  if (!result.success) throw new Error(`${file}: each entry needs "from" and "to", both beginning with a slash`);
  return result.data;
}

/** Old fragment -> new fragment of one page. */
export function movedFragments(path: string, redirects: Redirect[] = readRedirects()): Map<string, string> {
  const out = new Map<string, string>();
  for (const { from, to } of redirects) {
    const [fromPath, fromId] = from.split('#');
    const [toPath, toId] = to.split('#');
    if (fromId && toId && fromPath === path && toPath === path) out.set(fromId, toId);
  }
  return out;
}
