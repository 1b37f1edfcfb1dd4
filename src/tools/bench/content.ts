/** Generated articles for the bench: the same seed gives the same texts, for each of the compared sites. */

export interface BenchArticle {
  slug: string;
  title: string;
  description: string;
  /** Plain Markdown: about 500 words under four headings, with links, a list, a quotation and a table. */
  body: string;
}

/** Mulberry32: small, repeatable, good enough to pick words. Returns numbers from 0 up to, not including, 1. */
export function randomness(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo za bran cher dol fen gris hul jor kel lan mir'.split(' ');
const COMMON =
  'the of and to in a is that for it as was with be by on not he this are or his from at which but have an had they you were their one all we can her has there been if more when will would who so no'.split(
    ' ',
  );

/** A vocabulary that grows with the number of texts, as real ones do, slower than they (Heaps' law). */
export function vocabulary(count: number, random: () => number): string[] {
  const words = new Set<string>();
  while (words.size < count) words.add(Array.from({ length: 2 + Math.floor(random() * 3) }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join(''));
  return [...words];
}

export function articles(count: number, seed = 1): BenchArticle[] {
  const random = randomness(seed);
  const rare = vocabulary(Math.round(900 * Math.sqrt(count)), random);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  // Squaring makes low ranks likely: few words are frequent, many are rare.
  const word = (): string => (random() < 0.45 ? pick(COMMON) : (rare[Math.floor(random() ** 2 * rare.length)] as string));
  const words = (n: number): string => Array.from({ length: n }, word).join(' ');
  const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  const sentence = (): string => `${upper(words(8 + Math.floor(random() * 11)))}.`;
  const paragraph = (): string => Array.from({ length: 3 }, sentence).join(' ');
  const slug = (i: number): string => `article-${String(i + 1).padStart(5, '0')}`;
  return Array.from({ length: count }, (_, i) => {
    const link = () => `[${words(3)}](/${slug(Math.floor(random() * count))}/)`;
    const section = (extra: string) => `## ${upper(words(3))} ${i}\n\n${paragraph()}\n\n${paragraph()} See ${link()}.\n${extra}`;
    return {
      slug: slug(i),
      title: `${upper(words(5))} ${i + 1}`.slice(0, 64),
      description: `${sentence()} Number ${i + 1}, and ${words(6)}.`.slice(0, 160),
      body: [
        `${paragraph()}\n`,
        section(`\n${Array.from({ length: 4 }, () => `- ${sentence()}`).join('\n')}\n`),
        section(`\n> ${sentence()}\n`),
        section(`\n| ${words(1)} | ${words(1)} |\n| --- | --- |\n${Array.from({ length: 4 }, () => `| ${words(2)} | ${words(4)} |`).join('\n')}\n`),
        section(''),
      ].join('\n'),
    };
  });
}
