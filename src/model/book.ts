/** What is in the book, in its order: parts, their chapters, and their numbers. */
import { t } from '../domain/t.ts';
import { articlePath, countryPath, guidePath, infoPath, letterPath, questionPath } from '../domain/routes.ts';
import { shortDate } from '../domain/dates.ts';
import { articles, guides, infoPages, questions, regimes, skeletons } from './entries.ts';
import { letterPages } from './letters.ts';

type Entry = (typeof articles)[number] | (typeof guides)[number] | (typeof questions)[number] | (typeof infoPages)[number];
export type BookChapter = { number: string; path: string; title: string; note?: string; lang?: string } & (
  { kind: 'text'; entry: Entry } | { kind: 'letter' | 'place'; id: string } | { kind: 'routes' | 'timeline' | 'glossary' }
);
export interface BookPart {
  number: string;
  id: string;
  title: string;
  chapters: BookChapter[];
}
type Unnumbered = BookChapter extends infer C ? (C extends BookChapter ? Omit<C, 'number'> : never) : never;

const text = (entry: Entry, path: string): Unnumbered => ({
  kind: 'text',
  path,
  title: entry.data.title,
  entry,
  ...(entry.english && { lang: 'en' }),
  ...('checked' in entry.data && { note: t('Checked {checked}, next check {next_check}.', { checked: shortDate(entry.data.checked), next_check: shortDate(entry.data.next_check) }) }),
});
const letter = (id: string): Unnumbered => ({ kind: 'letter', path: letterPath(id), title: letterPages.find((p) => p.letter.id === id)?.title ?? id, id });

const PARTS: [id: string, title: string, chapters: Unnumbered[]][] = [
  ['articles', t('What happened and what it means'), articles.map((e) => text(e, articlePath(e.id)))],
  ['guides', t('How to object'), guides.map((e) => text(e, guidePath(e.id)))],
  ['letters', t('Letters'), skeletons.map((s) => letter(s.id))],
  ['questions', t('Questions people ask'), questions.map((e) => text(e, questionPath(e.id)))],
  ['places', t('Laws and authorities by place'), regimes.map((r) => ({ kind: 'place', path: countryPath(r.id), title: r.name, id: r.id }))],
  [
    'reference',
    t('To look things up'),
    [
      { kind: 'routes', path: '/routes/', title: t('Official routes to object') },
      { kind: 'timeline', path: '/timeline/', title: t('Timeline') },
      { kind: 'glossary', path: '/glossary/', title: t('The words, explained') },
    ],
  ],
  ['about', t('About this site'), infoPages.map((e) => text(e, infoPath(e.id)))],
];

export const parts: BookPart[] = PARTS.map(([id, title, chapters], p) => ({
  number: String(p + 1),
  id: `part-${id}`,
  title,
  chapters: chapters.map((c, i) => ({ ...c, number: `${p + 1}.${i + 1}` })),
}));
export const SOURCES_PART = { number: String(parts.length + 1), id: 'sources-used', title: t('Sources') };

/** Pages whose text is in the book: a link to them stays inside. */
export const IN_BOOK: ReadonlySet<string> = new Set(parts.flatMap((p) => p.chapters.map((c) => c.path)));
