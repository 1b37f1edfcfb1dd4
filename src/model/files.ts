import { readdirSync } from 'node:fs';
import { relative, sep } from 'node:path';

/** Every file in a folder as an address: `/about/index.html`. Sorted. */
export const addressesIn = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => `/${[...relative(dir, e.parentPath).split(sep), e.name].filter(Boolean).join('/')}`)
    .sort();

/** The pages in a folder as their addresses: `/about/`. Sorted. */
export const pagesIn = (dir: string): string[] =>
  addressesIn(dir)
    .filter((f) => f.endsWith('/index.html'))
    .map((f) => f.slice(0, -'index.html'.length))
    .sort();
