/** Reads the words of a language's addresses, and which pages a language has, from its folder. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { AddressWords } from '../domain/addresses.ts';

const FOLDERS = ['articles', 'guides', 'questions', 'info', 'letters'] as const;

export interface Own extends AddressWords {
  /** Texts the language has, as `guides/facebook`. */
  texts: ReadonlySet<string>;
}

export function addressWords(root: string, lang: string): Own {
  const here = join(root, 'content', lang);
  const file = join(here, 'addresses.yml');
  const segments = lang === 'en' || !existsSync(file) ? {} : ((parse(readFileSync(file, 'utf8')) as { segments?: Record<string, string> }).segments ?? {});
  const slugs: Record<string, string> = {};
  const texts = new Set<string>();
  for (const folder of FOLDERS) {
    if (!existsSync(join(here, folder))) continue;
    for (const name of readdirSync(join(here, folder))) {
      const id = `${folder}/${name.replace(/\.[a-z]+$/, '')}`;
      if (/^[_.]/.test(name) || id === 'letters/fields') continue;
      texts.add(id);
      const slug = /^slug:\s*["']?([^"'\s]+)/m.exec(readFileSync(join(here, folder, name), 'utf8'))?.[1];
      if (slug && lang !== 'en') slugs[id] = slug;
    }
  }
  return { segments, slugs, texts };
}
