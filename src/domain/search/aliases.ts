/** Search words and synonyms as content: what is wrong with them, so that a writer can mend it. */
import { fold, words } from './words.ts';
import type { Problem } from '../problems.ts';
import type { RawContent, RawPage, RawRecord } from '../raw.ts';
import { articlePath, guidePath, infoPath, letterPath, questionPath, termPath } from '../routes.ts';

/** Two phrases are the same to a reader who types them: case, accents, hyphens and punctuation do not count. */
const same = (phrase: string): string => words(phrase).map(fold).join(' ');

interface Place {
  file: string;
  line: number;
  page: string;
}

const list = (value: unknown): string[] => (Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : []);

/** Search words that lead to two pages, that repeat a page's own title, or that say nothing. */
export function aliasProblems(content: RawContent, paths: ReadonlySet<string>): Problem[] {
  const problems: Problem[] = [];
  const error = (at: Place, what: string, mend: string) => problems.push({ file: at.file, line: at.line, what, mend, severity: 'error' });
  const taken = new Map<string, Place & { title: boolean }>();
  const where = (p: Place) => `${p.page} (${p.file}:${p.line})`;

  const pages: [RawPage[], (id: string) => string][] = [
    [content.articles, articlePath],
    [content.guides, guidePath],
    [content.questions, questionPath],
    [content.info, infoPath],
  ];
  for (const [entries, path] of pages)
    for (const p of entries) {
      const title = (p.frontmatter as { title?: unknown } | null)?.title;
      if (typeof title === 'string') taken.set(same(title), { file: p.file, line: 1, page: path(p.id), title: true });
    }

  const check = (at: Place, aliases: readonly string[]) => {
    for (const alias of aliases) {
      const key = same(alias);
      if (key === '') {
        error(at, `the search word “${alias}” holds no letter and no number`, 'write words a reader would type');
        continue;
      }
      if (alias.includes(';')) error(at, `the search word “${alias}” holds a semicolon`, 'write two search words, or leave the semicolon out');
      const first = taken.get(key);
      if (!first) taken.set(key, { ...at, title: false });
      else if (first.page !== at.page)
        error(
          at,
          `the search words “${alias}” lead to two pages: ${at.page} and ${first.title ? 'the title of ' : ''}${where(first)}`,
          'keep them beside the page that answers them best, and word the other differently',
        );
      else if (!first.title) error(at, `the search words “${alias}” stand twice beside ${at.page} (first at ${first.file}:${first.line})`, 'remove one of them');
    }
  };

  for (const [entries, path] of pages) for (const p of entries) check({ file: p.file, line: lineOfAliases(p), page: path(p.id) }, list((p.frontmatter as { aliases?: unknown } | null)?.aliases));
  const records: [RawRecord[], (id: string) => string][] = [
    [content.letterWords, (id) => letterPath(id)],
    [content.glossary, termPath],
  ];
  for (const [entries, path] of records)
    for (const r of entries) {
      const value = r.value as { id?: string; aliases?: unknown } | null;
      check({ file: r.file, line: r.line, page: path(value?.id ?? '') }, list(value?.aliases));
    }
  for (const r of content.pageAliases) {
    const value = r.value as { page?: unknown; words?: unknown } | null;
    const page = typeof value?.page === 'string' ? value.page : '';
    if (page && !paths.has(page)) error({ file: r.file, line: r.line, page }, `search words for ${page}, which is no page of the site`, 'correct the address, or remove the entry');
    check({ file: r.file, line: r.line, page }, list(value?.words));
  }
  return problems;
}

/** In the frontmatter, which begins on line 2. */
const lineOfAliases = (p: RawPage): number => p.aliasesLine ?? 1;

/** Words that stand in two synonym groups, or twice in one; groups without an id of their own. */
export function synonymProblems(groups: readonly RawRecord[]): Problem[] {
  const problems: Problem[] = [];
  const taken = new Map<string, { id: string; file: string; line: number }>();
  for (const r of groups) {
    const value = r.value as { id?: unknown; words?: unknown } | null;
    const id = String(value?.id);
    for (const word of list(value?.words)) {
      const key = same(word);
      const error = (what: string, mend: string) => problems.push({ file: r.file, line: r.line, what, mend, severity: 'error' });
      if (key === '') {
        error(`synonyms “${id}”: “${word}” holds no letter and no number`, 'write a word or a phrase');
        continue;
      }
      if (key.split(' ').length > 4) error(`synonyms “${id}”: “${word}” is longer than 4 words`, 'shorten it: longer phrases belong beside a page, as its search words');
      const first = taken.get(key);
      if (!first) taken.set(key, { id, file: r.file, line: r.line });
      else if (first.id === id) error(`synonyms “${id}”: “${word}” stands twice`, 'remove one of them');
      else error(`“${word}” stands in two groups of synonyms: “${id}” and “${first.id}” (${first.file}:${first.line})`, 'keep it in the group whose meaning it usually has, or join the groups');
    }
  }
  return problems;
}
