/**
 * Gives the finished pages of an edition the addresses of its language. Astro makes each page at its English address;
 * every link on it names the edition's own already (src/model/site.ts). Runs before everything that reads the pages.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { englishAddresses, hasPage, localAddress } from '../domain/addresses.ts';
import { addressWords } from '../model/addresses.ts';
import { addressesIn, pagesIn } from '../model/files.ts';
import type { Language } from '../schema/language.ts';

/** Removes what the language does not have, and moves each page. Gives the English address of each page by its own. */
export function moveAddresses(dir: string, root: string, language: Language): Map<string, string> {
  const words = addressWords(root, language.code);
  const all = pagesIn(dir);
  const kept = all.filter((path) => hasPage(language, path));
  for (const path of all) if (!hasPage(language, path)) rmSync(join(dir, path, 'index.html'));
  const english = englishAddresses(kept, words);
  // Through a folder apart: one page's address can be another's English one.
  const aside = join(dir, '.moving');
  const move = (from: string, to: string): void => {
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
  };
  for (const path of kept) move(join(dir, path, 'index.html'), join(aside, localAddress(path, words), 'index.html'));
  for (const own of english.keys()) move(join(aside, own, 'index.html'), join(dir, own, 'index.html'));
  rmSync(aside, { recursive: true, force: true });
  // What stands in for a file that the edition does not have is empty (own-pages.ts).
  for (const file of addressesIn(dir)) if (statSync(join(dir, file)).size === 0) rmSync(join(dir, file));
  for (const path of all.toReversed()) for (let d = join(dir, path); d !== join(dir, '/') && existsSync(d) && readdirSync(d).length === 0; d = dirname(d)) rmSync(d, { recursive: true });
  return english;
}

/** `found` is filled when the pages are made: the English address of each page by its own. English has nothing to move. */
export function localAddresses(language: Language, found: Map<string, string>): AstroIntegration {
  let root = '';
  return {
    name: 'local-addresses',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': ({ dir, logger }) => {
        if (language.code === 'en') return;
        for (const [own, path] of moveAddresses(fileURLToPath(dir), root, language)) found.set(own, path);
        logger.info(`${found.size} pages at their addresses in ${language.name}`);
      },
    },
  };
}
