import { readdirSync } from 'node:fs';
import { relative, sep } from 'node:path';

/** Every file in a folder as an address: `/about/index.html`. Sorted. */
export const addressesIn = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => `/${[...relative(dir, e.parentPath).split(sep), e.name].filter(Boolean).join('/')}`)
    .sort();
