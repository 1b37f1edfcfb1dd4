/** What can be wrong in the text of one page: components, links, the answer on top, the rules of prose. */
import { easyFindings } from './easy.ts';
import { FIGURE_IDS } from './figure-ids.ts';
import { COMPONENTS, readMdx } from './mdx.ts';
import type { Problem } from './problems.ts';
import { countWords, proseFindings, type Finding } from './prose.ts';
import type { RawContent, RawPage } from './raw.ts';
import { eventPath, routePath, sourcePath, termPath } from './routes.ts';

export const ANSWER_WORDS = { min: 40, max: 80 };

interface Known {
  claims: ReadonlySet<string>;
  terms: ReadonlySet<string>;
  routes: ReadonlySet<string>;
  /** The page needs an answer on top, and claims. */
  answer: boolean;
  checkPath(file: string, line: number, target: string): void;
  nearest(word: string, known: Iterable<string>): string | undefined;
}

/** While someone writes, one text changes and a hundred stay. */
const judged = new Map<string, Finding[]>();
function prose(body: string): Finding[] {
  const before = judged.get(body);
  if (before) return before;
  if (judged.size > 500) judged.clear();
  const found = proseFindings(body);
  judged.set(body, found);
  return found;
}

/** Whether a text promises easy language. Only the English file says so, for every language. */
export const isEasy = (frontmatter: unknown): boolean => (frontmatter as { reading?: unknown } | null)?.reading === 'easy';

export function pageProblems(page: RawPage, known: Known): Problem[] {
  const problems: Problem[] = [];
  const { file, body } = page;
  const error = (line: number, what: string, mend: string) => problems.push({ file, line, what, mend, severity: 'error' });
  const unknown = (line: number, kind: string, id: string, among: Iterable<string>, where: string) => {
    const near = known.nearest(id, among);
    error(line, `unknown ${kind} "${id}"`, near ? `did you mean "${near}"?` : `add it to ${where}, or cite another`);
  };
  const at = (line: number) => line + page.bodyLine - 1;
  const text = readMdx(body);
  for (const f of text.findings) problems.push({ file, ...f, line: at(f.line) });

  const steps = new Set<string>();
  if (file.endsWith('.md') && text.elements[0]) error(at(text.elements[0].line), `<${text.elements[0].name}> in plain Markdown, which knows no components`, 'rename the file to end in .mdx');
  for (const { name, attributes, line } of text.elements) {
    const id = attributes.get('id') ?? '';
    if (!COMPONENTS[name]) error(at(line), `unknown component <${name}>`, `use one of: ${Object.keys(COMPONENTS).join(', ')}`);
    else if (name === 'Term' && id && !known.terms.has(id)) unknown(at(line), 'glossary term', id, known.terms, 'content/en/glossary.yml');
    else if ((name === 'Route' || name === 'RouteLink') && id && !known.routes.has(id)) unknown(at(line), 'route', id, known.routes, 'content/data/routes.yml');
    else if (name === 'Figure' && id && !(FIGURE_IDS as readonly string[]).includes(id)) unknown(at(line), 'figure', id, FIGURE_IDS, 'src/domain/figure-ids.ts');
    else if (name === 'Step') {
      if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) error(at(line), `the step id "${id}" cannot be an address`, 'use lower-case letters, digits and single hyphens');
      if (steps.has(id)) error(at(line), `step id "${id}" stands twice`, 'give each step an id of its own');
      steps.add(id);
    } else if (/^(Claim|Quote|MenuPath)$/.test(name))
      for (const c of (attributes.get(name === 'Claim' ? 'id' : 'claim') ?? '').split(/\s+/).filter(Boolean))
        if (!known.claims.has(c)) unknown(at(line), 'claim', c, known.claims, 'content/data/claims/');
  }
  for (const { target, line } of text.links) {
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(target)) error(at(line), `outside link in prose: ${target}`, 'cite a claim, or add the address to content/data/routes.yml and use <Route>');
    else if (target.startsWith('/')) {
      if (!/^\/([a-z0-9-]+\/)*(#[\w-]+)?$/.test(target)) error(at(line), `the link ${target} has no trailing slash or odd characters`, 'write links as /friend-photos/ or /friend-photos/#id');
      else known.checkPath(file, at(line), target);
    } else if (target.startsWith('#')) known.checkPath(file, at(line), target);
    else error(at(line), `the link ${target} is not root-relative`, 'write links as /friend-photos/');
  }
  const { related } = page.frontmatter as { related?: unknown };
  for (const path of Array.isArray(related) ? (related as unknown[]) : []) if (typeof path === 'string') known.checkPath(file, 1, path);

  // In a text that cannot be parsed nothing more can be said about its parts.
  if (known.answer && text.elements.length > 0) {
    const answer = /^\s*<Answer>\s*\n([\s\S]*?)\n\s*<\/Answer>/.exec(body);
    if (!answer) error(page.bodyLine, 'the page does not open with an <Answer>', `answer the title in ${ANSWER_WORDS.min}-${ANSWER_WORDS.max} words, first thing in the body`);
    else {
      const n = countWords(answer[1] ?? '');
      if (n < ANSWER_WORDS.min || n > ANSWER_WORDS.max) error(page.bodyLine, `the answer has ${n} words`, `answer in ${ANSWER_WORDS.min}-${ANSWER_WORDS.max} words`);
      if (!/<Claim\b/.test(answer[1] ?? '')) error(page.bodyLine, 'the answer cites no claim', 'wrap its factual sentences in <Claim id="…">');
    }
    if (!/<Claim\b/.test(body.slice(answer?.[0].length ?? 0))) error(page.bodyLine, 'nothing after the answer cites a claim', 'wrap factual sentences in <Claim id="…">');
  }
  if (body.trim() === '') error(page.bodyLine, 'the page has no text', 'write it below the second ---');
  for (const f of prose(body)) problems.push({ file, ...f, line: at(f.line) });
  if (isEasy(page.frontmatter)) for (const f of easyFindings(body, 'en')) problems.push({ file, ...f, line: at(f.line) });
  return problems;
}

/**
 * Where the places of a page are known from the content alone: by file for a text, by address for a list. The finished
 * site is checked too; this finds a wrong fragment before anything is built.
 */
export function ownPlaces(content: RawContent): Map<string, (fragment: string) => boolean> {
  const places = new Map<string, (fragment: string) => boolean>();
  const published = new Map<string, Set<string>>();
  const add = (address: unknown) => {
    const [path = '', id] = String(address).split('#');
    const ids = published.get(path) ?? new Set();
    if (id) ids.add(id);
    published.set(path, ids);
  };
  for (const r of content.published) add(r.value);
  for (const r of content.redirects) add((r.value as { from?: unknown } | null)?.from);
  const folders: [RawPage[], (id: string) => string][] = [
    [content.articles, (id) => `/${id}/`],
    [content.guides, (id) => (id === 'object' ? '/object/' : `/object/${id}/`)],
    [content.questions, (id) => `/questions/${id}/`],
    [content.info, (id) => `/${id}/`],
  ];
  for (const [list, path] of folders)
    for (const p of list) {
      const { slugs, elements, findings } = readMdx(p.body);
      const own = new Set([...slugs, ...elements.filter((e) => e.name === 'Step').map((e) => e.attributes.get('id'))]);
      const cited = new Set(elements.flatMap((e) => (e.attributes.get(e.name === 'Claim' ? 'id' : 'claim') ?? '').split(/\s+/)).map((c) => `c-${c}`));
      // Parts that components make have a prefix of their own; the finished site knows them.
      places.set(p.file, (f) => findings.length > 0 || own.has(f) || cited.has(f) || published.get(path(p.id))?.has(f) === true || /^(fig|passage|route|next|n)-/.test(f));
    }
  const lists: [RawContent['glossary'], (r: { id?: string; kind?: string }) => string][] = [
    [content.glossary, (r) => termPath(r.id ?? '')],
    [content.timeline, (r) => eventPath(r.id ?? '')],
    [content.routes, (r) => routePath(r.id ?? '')],
    [content.sources, (r) => sourcePath(r.kind ?? '', r.id ?? '')],
  ];
  for (const [records, address] of lists) for (const r of records) add(address((r.value ?? {}) as { id?: string; kind?: string }));
  for (const path of ['/glossary/', '/timeline/', '/routes/', '/sources/', '/sources/press/', '/sources/analysis/', '/sources/paper/']) {
    const ids = published.get(path);
    if (ids) places.set(path, (f) => ids.has(f));
  }
  return places;
}
