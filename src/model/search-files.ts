/** Reads the finished pages into what search indexes, and writes both indexes: our own and Pagefind's. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { getAttributeValue, findAll, findOne, textContent } from 'domutils';
import type { Element } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import * as pagefind from 'pagefind';
import { buildIndex, type SearchPage } from '../domain/search/build.ts';
import { STEMMERS } from '../domain/search/stemmers.ts';
import { searchWords } from './search-words.ts';

/** The folder of our own index in the finished site: a file per language that names its parts. */
export const SEARCH_FOLDER = 'search-index';

const tidy = (text: string): string => text.replace(/[\s\u2060]+/g, ' ').trim();
const has = (name: string) => (e: Element) => getAttributeValue(e, name) !== undefined;
const classed = (e: Element, name: string) => (getAttributeValue(e, 'class') ?? '').split(/\s+/).includes(name);

/** Text without what is not the page's own: notes, sources, navigation, search words. */
function ownText(e: Element): string {
  let out = '';
  const walk = (node: Element['children'][number]): void => {
    if (node.type === 'text') out += node.data;
    else if ('children' in node && !('name' in node && (node.name === 'script' || node.name === 'nav' || node.name === 'aside' || has('data-pagefind-ignore')(node as Element)))) {
      (node as Element).children.forEach(walk);
      out += ' ';
    }
  };
  e.children.forEach(walk);
  return tidy(out);
}

const aliasesOf = (e: Element): string[] =>
  (getAttributeValue(e, 'data-aliases') ?? '')
    .split(';')
    .map((a) => a.trim())
    .filter(Boolean);

/**
 * What search knows of one finished page, and of the parts of it that have search words of their own. A page is
 * searched when it says what kind it is (`data-pagefind-meta="kind:…"`) and does not ask to be left out.
 */
export function searchPages(html: string, path: string): { lang: string; pages: SearchPage[] } {
  const tree = parseDocument(html);
  const all = (test: (e: Element) => boolean, from: Element) => findAll(test, from.children);
  const root = findOne((e) => e.name === 'html', tree.children, true);
  const article = findOne((e) => e.name === 'article', tree.children, true);
  const lang = root ? (getAttributeValue(root, 'lang') ?? '') : '';
  if (!root || !article) return { lang, pages: [] };
  const meta = (name: string) => {
    const e = findOne((x) => x.name === 'meta' && getAttributeValue(x, 'name') === name, root.children, true);
    return e ? (getAttributeValue(e, 'content') ?? '') : '';
  };
  const kindOf = all(has('data-pagefind-meta'), article)
    .map((e) => /(?:^|,\s*)kind:([^,]+)/.exec(getAttributeValue(e, 'data-pagefind-meta') ?? '')?.[1])
    .find(Boolean);
  if (!kindOf || /noindex/.test(meta('robots'))) return { lang, pages: [] };
  const title = all((e) => e.name === 'h1', article)[0];
  const indexed = has('data-pagefind-body')(article) || kindOf === 'Claim';
  const parts = all((e) => has('data-aliases')(e) && e !== article, article);
  const answer = all((e) => classed(e, 'answer'), article)[0];
  const heading = (e: Element) => ({ id: getAttributeValue(e, 'id') ?? '', text: tidy(textContent(e)).replace(/\s*#$/, '') });
  const inPart = (e: Element) => parts.some((p) => findOne((x) => x === e, p.children, true));
  const headings = indexed ? all((e) => /^h[23]$/.test(e.name) && Boolean(getAttributeValue(e, 'id')), article).filter((e) => !inPart(e)) : [];
  const ignored = (e: Element): boolean => {
    for (let x: unknown = e; x && typeof x === 'object' && 'attribs' in x; x = (x as Element).parent) if (has('data-pagefind-ignore')(x as Element)) return true;
    return false;
  };
  return {
    lang,
    pages: [
      {
        path,
        kind: kindOf,
        title: title ? tidy(textContent(title)) : '',
        description: meta('description'),
        aliases: aliasesOf(article),
        headings: headings.filter((h) => !ignored(h)).map(heading),
        answer: answer ? ownText(answer) : '',
        quotes: indexed
          ? all((e) => e.name === 'blockquote', article)
              .map(ownText)
              .join(' ')
          : '',
        body: indexed ? ownText(article) : '',
      },
      ...parts.flatMap((part): SearchPage[] => {
        const h = all((e) => /^h[23]$/.test(e.name), part)[0];
        if (!h) return [];
        const { id, text } = heading(h);
        return [{ path: `${path}#${id}`, kind: kindOf, title: text, description: ownText(part).slice(0, 240), aliases: aliasesOf(part), headings: [], answer: '', quotes: '', body: ownText(part) }];
      }),
    ],
  };
}

const walk = (dir: string): string[] => readdirSync(dir, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? walk(join(dir, e.name)) : [join(dir, e.name)]));

/**
 * Writes our index of a finished site into its `search-index/`, one per `<html lang>` that content has words
 * for. Returns how many pages each holds; throws when a synonym group stands on no page.
 */
export async function writeSearchIndex(dir: string, root: string, strict = true): Promise<Record<string, number>> {
  const byLang = new Map<string, SearchPage[]>();
  for (const file of walk(dir).filter((f) => f.endsWith('index.html'))) {
    const path = `/${relative(dir, dirname(file)).split(sep).join('/')}/`.replace('//', '/');
    const { lang, pages } = searchPages(readFileSync(file, 'utf8'), path);
    if (pages.length > 0) byLang.set(lang, [...(byLang.get(lang) ?? []), ...pages]);
  }
  const counts: Record<string, number> = {};
  for (const [lang, pages] of byLang) {
    if (!existsSync(join(root, 'content', lang, 'search.yml'))) continue;
    const { language, common } = searchWords(root, lang);
    const stemmer = STEMMERS[language.stemmer];
    if (!stemmer) throw new Error(`content/${lang}/search.yml: the stemmer "${language.stemmer}" is not known; src/domain/search/stemmers.ts names those that are`);
    const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 10);
    const { files, idleSynonyms } = buildIndex(pages, lang, language, common, await stemmer(), hash);
    const idle = idleSynonyms.map((n) => (language.synonyms[n] ?? []).join(', '));
    if (strict && lang === 'en' && idle.length > 0)
      throw new Error(
        `content/${lang}/synonyms.yml: no word of these groups stands on any page, so they lead nowhere: ${idle.join(' | ')}\n    -> add the word the site uses to the group, or remove it`,
      );
    for (const [name, text] of files) {
      const file = join(dir, SEARCH_FOLDER, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    counts[lang] = pages.length;
  }
  return counts;
}

/** Writes Pagefind's full-text index over the pages marked `data-pagefind-body`; returns how many there are. */
export async function writeFullTextIndex(dir: string): Promise<number> {
  const { index, errors } = await pagefind.createIndex({ writePlayground: false });
  if (!index) throw new Error(`the full-text index could not be started: ${errors.join('; ')}`);
  const added = await index.addDirectory({ path: dir });
  const written = await index.writeFiles({ outputPath: join(dir, 'pagefind') });
  await pagefind.close();
  const failed = [...added.errors, ...written.errors];
  if (failed.length > 0) throw new Error(`the full-text index failed: ${failed.join('; ')}`);
  return added.page_count;
}
