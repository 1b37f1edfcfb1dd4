/** All packages of the lock file with their licences, and which of them reach the reader. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Package {
  name: string;
  version: string;
  /** An SPDX expression. */
  licence: string;
  /** What of it stands in the finished site; without it, it only helps to build or test. */
  inSite: string | undefined;
}

/** What of whose work the reader's browser gets. A test sees that no script of the site imports anything else. */
export const IN_SITE: Readonly<Record<string, string>> = {
  '@fontsource/newsreader': 'headings’ typeface, cut to the letters that are used (src/assets/fonts/), and the words on preview cards',
  'date-holidays': 'public holidays of the deadline counter, as data (its data: CC BY-SA 3.0, named on the page)',
  pagefind: 'search in the browser: script, WebAssembly, and the index it makes',
  stemmer: 'stems of English words, in the search',
  '@orama/stemmers': 'stems of words in other languages, in the search',
  tailwindcss: 'the reset and the utilities that are used, in the style sheet',
};

/** Permissive licences, and those that ask only to keep their own files open (MPL, LGPL): nothing of ours links to these but as tools. */
export const ALLOWED = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'OFL-1.1',
  'PSF-2.0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
  'MPL-2.0',
  'LGPL-3.0-or-later',
];
/** What is handed on to readers asks for nothing but its notice, or to be named, as the deadline counter names its data. */
export const ALLOWED_IN_SITE = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC-BY-3.0', 'CC0-1.0', 'ISC', 'MIT', 'OFL-1.1'];

/** Whether an SPDX expression can be met: one side of OR is enough, both sides of AND are needed. */
export function allowed(expression: string, list: readonly string[]): boolean {
  const plain = expression.replace(/[()]/g, ' ').trim();
  if (/ OR /.test(plain)) return plain.split(/ OR /).some((part) => allowed(part, list));
  return plain.split(/ AND /).every((part) => list.includes(part.trim()));
}

interface Locked {
  version?: string;
  license?: string;
  optional?: boolean;
}
interface Manifest {
  license?: string | { type?: string };
  licenses?: { type?: string }[];
}

/** Binaries for other systems are not here to be read; they belong to a package that says its licence. */
const BINARY_OF: readonly [RegExp, string][] = [
  [/^@astrojs\/compiler-binding-/, '@astrojs/compiler-binding'],
  [/^@pagefind\//, 'pagefind'],
  [/^@tailwindcss\/oxide-/, '@tailwindcss/oxide'],
];

/** @param root the project's folder @returns one entry for each name and version, by name; a licence nobody states is "unknown" */
export function packages(root: string): Package[] {
  const { packages: locked } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> };
  const stated = (path: string): string | undefined => {
    const file = join(root, path, 'package.json');
    if (locked[path]?.license) return locked[path].license;
    if (!existsSync(file)) return undefined;
    const m = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
    return typeof m.license === 'string' ? m.license : (m.license?.type ?? m.licenses?.map((l) => l.type).join(' OR '));
  };
  const found = new Map<string, Package>();
  for (const [path, { version = '' }] of Object.entries(locked)) {
    const name = path.replace(/^.*node_modules\//, '');
    if (path === '' || found.has(`${name}@${version}`)) continue;
    const owner = BINARY_OF.find(([pattern]) => pattern.test(name))?.[1];
    const licence = stated(path) ?? (owner ? stated(`node_modules/${owner}`) : undefined) ?? 'unknown';
    found.set(`${name}@${version}`, { name, version, licence, inSite: IN_SITE[name] });
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
}

/** Packages whose licence we cannot keep, with the reason. */
export const forbidden = (list: readonly Package[]): string[] =>
  list.flatMap((p) => {
    const may = p.inSite ? ALLOWED_IN_SITE : ALLOWED;
    return allowed(p.licence, may)
      ? []
      : [
          `${p.name} ${p.version}: the licence ${p.licence} is not on the list ${p.inSite ? 'for what readers get' : 'of allowed ones'}: replace the package, or add the licence to src/tools/packages.ts with care`,
        ];
  });
