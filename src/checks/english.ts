/** The English part of a finished site, apart from the folders of other languages. */
import { languages } from '../model/languages.ts';
import { addressesIn } from '../model/files.ts';
import { readSite, type Site } from './site.ts';

/** Folders of the other languages. */
export const others = (root = process.cwd()): string[] => languages(root).flatMap((l) => (l.code === 'en' ? [] : [l.code]));
export const englishPages = (dir = 'dist', base = '/', root = process.cwd()): Site => readSite(dir, base, { language: 'en', whole: true, others: others(root), addresses: new Map() });
export function englishFiles(dir = 'dist'): string[] {
  const folders = new Set(others());
  return addressesIn(dir).filter((f) => !folders.has(f.split('/')[1] ?? ''));
}
