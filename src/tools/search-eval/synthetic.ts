/** Pages of a site that does not exist, to see how search grows: seeded, so that each run makes the same ones. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWordList, type SearchMeta } from '../../domain/search/build.ts';
import { SEARCH_FOLDER } from '../../model/search-files.ts';

/** Mulberry32: 32 bits of state, good enough to draw words. */
function random(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** So many different words can be drawn; the texts of 10,000 pages hold about a third of them. */
const WORDS = 120_000;
const KINDS = ['Article', 'Guide', 'Question', 'Question', 'Tool', 'Letter', 'Country', 'Reference'];

/**
 * Writes `pages` pages beside one real page and the site's scripts into `out`. Words are drawn by Zipf's law: the
 * built site's own words first, then words made of syllables, as names and rare words are in a growing site.
 * Returns the titles.
 */
export function writeSyntheticSite(dist: string, out: string, pages: number): string[] {
  const draw = random(20_261_125);
  const { folder } = JSON.parse(readFileSync(join(dist, SEARCH_FOLDER, 'en.json'), 'utf8')) as SearchMeta;
  const own = readWordList(readFileSync(join(dist, SEARCH_FOLDER, folder, 'words.txt'), 'utf8')).sort((a, b) => b.pages - a.pages);
  const vocabulary = own.map((k) => k.word);
  const syllables = ['ba', 'ren', 'to', 'mi', 'cha', 'lor', 'ska', 'ved', 'ni', 'pul', 'ger', 'ost', 'ha', 'win', 'dra', 'ke', 'sum', 'fa', 'ler', 'qui', 'jo', 'zan', 'tre', 'by', 'cor', 'vel'];
  while (vocabulary.length < WORDS) vocabulary.push(Array.from({ length: 2 + Math.floor(draw() * 3) }, () => syllables[Math.floor(draw() * syllables.length)]).join(''));
  const upTo: number[] = [];
  let sum = 0;
  for (let rank = 1; rank <= WORDS; rank += 1) upTo.push((sum += 1 / (rank + 2.7)));
  const word = (): string => {
    const x = draw() * sum;
    let [low, high] = [0, WORDS - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] ?? 0) < x) low = middle + 1;
      else high = middle;
    }
    return vocabulary[low] ?? '';
  };
  const text = (n: number) => Array.from({ length: n }, word).join(' ');

  cpSync(join(dist, '_astro'), join(out, '_astro'), { recursive: true });
  cpSync(join(dist, 'about/index.html'), join(out, 'about/index.html'));
  const titles: string[] = [];
  for (let i = 0; i < pages; i += 1) {
    const title = text(8);
    titles.push(title);
    const aliases = Array.from({ length: 8 }, () => text(4)).join('; ');
    const sections = Array.from({ length: 6 }, (_, n) => `<h2 id="s${n}">${text(5)}</h2><p>${text(65)}</p>`).join('');
    const html = `<!doctype html><html lang="en"><head><title>${title}</title><meta name="description" content="${text(22)}"></head><body><article data-pagefind-body data-aliases="${aliases}"><h1 id="top" data-pagefind-filter="kind:${KINDS[i % KINDS.length]}" data-pagefind-meta="kind:${KINDS[i % KINDS.length]}">${title}</h1><section class="answer"><p>${text(60)}</p></section>${sections}</article></body></html>`;
    const dir = join(out, 'made', `p${i}`);
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, 'index.html'), html);
  }
  return titles;
}
