/**
 * Leaves out, before anything is compiled, the pages an edition does not have: most pages of a language that has the letters
 * alone. A page that has some of its addresses decides for itself which (`getStaticPaths`).
 */
import type { Plugin } from 'vite';
import { hasPage } from '../domain/addresses.ts';
import type { Language } from '../schema/language.ts';

/** Files of the whole site that a language with the letters alone has no use for: the others' feeds, data, copy and search. */
const WHOLE_FILES = /^(\[\.\.\.feed\]\/|calendar|data\/|policy-record\/|llms|manifest|opensearch|404\.)/;

/** Whether any page that a file of `src/pages` makes belongs to the edition. `file`: its path there. */
export function isOwn(file: string, language: Language): boolean {
  if (language.code === 'en') return true;
  // Of all languages, in one file.
  if (file === 'languages.json.ts') return false;
  if (language.extent === 'letters' && WHOLE_FILES.test(file)) return false;
  if (!file.endsWith('.astro')) return true;
  const path = file.replace(/\.astro$/, '').replace(/(^|\/)index$/, '$1');
  const root = path.replace(/\[.*$/, '');
  if (root === path) return hasPage(language, `/${path.replace(/\/?$/, '/')}`.replace('//', '/'));
  // Of several addresses one is enough.
  return [...(root ? [root] : []), `${root}any/`, `${root}eu-eea/`].some((p) => hasPage(language, `/${p}`));
}

/** What stands in for a page: it makes no address, or an empty one that is taken away with its like (local-addresses.ts). */
const instead = (file: string): string => {
  const dynamic = file.includes('[');
  if (file.endsWith('.astro')) return dynamic ? '---\nexport const getStaticPaths = () => [];\n---\n' : '';
  return `${dynamic ? 'export const getStaticPaths = () => [];\n' : ''}export const GET = () => new Response('');\n`;
};

export function ownPages(language: Language): Plugin {
  return {
    name: 'own-pages',
    enforce: 'pre',
    load(id) {
      const file = /\/src\/pages\/([^?]+\.(?:astro|ts))$/.exec(id)?.[1];
      return file !== undefined && !isOwn(file, language) ? instead(file) : undefined;
    },
  };
}
