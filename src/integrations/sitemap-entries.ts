/** A page's line in the sitemap of its language: its own address, and the same page in the others. */
import { addressIn, hasPage, isWritten } from '../domain/addresses.ts';
import { absolute, withoutBase } from '../domain/routes.ts';
import { editionBase } from '../site.ts';
import { addressWords } from '../model/addresses.ts';
import type { Language } from '../schema/language.ts';

interface Item {
  url: string;
  links?: { lang: string; url: string }[];
}

/** `base`: above the languages. Pages that a language does not have, or only in English, are left out. */
export function sitemapEntries(root: string, language: Language, all: readonly Language[], { site, base }: { site: string; base: string }): <T extends Item>(item: T) => T | undefined {
  const words = new Map(all.map((l) => [l.code, addressWords(root, l.code)]));
  const english = words.get('en')?.texts ?? new Set<string>();
  const own = (path: string, code: string): string => absolute(site, base, addressIn(code, path, words.get(code) ?? { segments: {}, slugs: {} }));
  const has = (l: Language, path: string): boolean => hasPage(l, path) && isWritten(words.get(l.code)?.texts ?? new Set(), english, path);
  return (item) => {
    const here = editionBase(base, language.code);
    const path = withoutBase(here, new URL(item.url).pathname);
    if (!has(language, path)) return undefined;
    const links = all.filter((l) => has(l, path)).map((l) => ({ lang: l.code, url: own(path, l.code) }));
    return { ...item, url: own(path, language.code), ...(links.length > 1 ? { links } : {}) };
  };
}
