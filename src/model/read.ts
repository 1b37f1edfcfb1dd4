/**
 * Reads the content folder without Astro, for the content check and the tools: YAML records with their line
 * numbers, MDX files split into frontmatter and body.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { LineCounter, parseDocument, isSeq, isMap } from 'yaml';
import type { RawContent, RawPage, RawRecord, ReadFailure } from '../domain/raw.ts';

const listFiles = (dir: string, ending: string): string[] =>
  existsSync(dir)
    ? readdirSync(dir)
        .filter((f) => f.endsWith(ending) && !f.startsWith('_'))
        .sort()
        .map((f) => join(dir, f))
    : [];

/** Parses a YAML list; each entry keeps the line it starts on. */
export function readYamlList(path: string, root: string, failures: ReadFailure[]): RawRecord[] {
  const file = relative(root, path);
  if (!existsSync(path)) return [];
  const counter = new LineCounter();
  const doc = parseDocument(readFileSync(path, 'utf8'), { lineCounter: counter, uniqueKeys: true });
  for (const e of doc.errors) failures.push({ file, line: e.linePos?.[0].line, message: e.message.split('\n')[0] ?? 'not valid YAML' });
  if (doc.errors.length > 0) return [];
  if (isMap(doc.contents)) return [{ file, line: 1, value: doc.toJS() as unknown }];
  if (!isSeq(doc.contents)) {
    failures.push({ file, line: 1, message: 'the file must hold a list of entries' });
    return [];
  }
  return doc.contents.items.map((item) => {
    const node = item as { range?: [number, number, number]; toJS(d: unknown): unknown };
    return { file, line: node.range ? counter.linePos(node.range[0]).line : 1, value: node.toJS(doc) };
  });
}

/** Splits an MDX file; a broken or missing frontmatter is a failure. */
export function readPage(path: string, root: string, failures: ReadFailure[]): RawPage | undefined {
  const file = relative(root, path);
  const text = readFileSync(path, 'utf8');
  if (text.includes('\uFFFD')) failures.push({ file, message: 'the file is not valid UTF-8' });
  const m = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(text);
  if (!m) {
    failures.push({ file, line: 1, message: 'the frontmatter between two lines of --- is missing' });
    return undefined;
  }
  const doc = parseDocument(m[1] ?? '', { uniqueKeys: true });
  for (const e of doc.errors) failures.push({ file, line: (e.linePos?.[0].line ?? 0) + 1, message: e.message.split('\n')[0] ?? 'not valid YAML' });
  return {
    file,
    id: path.replace(/^.*\//, '').replace(/\.mdx$/, ''),
    frontmatter: doc.errors.length > 0 ? {} : (doc.toJS() as unknown),
    bodyLine: m[0].split('\n').length,
    aliasesLine: m[0].split('\n').findIndex((l) => l.startsWith('aliases:')) + 1 || 1,
    body: text.slice(m[0].length),
  };
}

/** Reads everything under `<root>/content` for one language. */
export function readContent(root: string, lang = 'en'): RawContent {
  const failures: ReadFailure[] = [];
  const data = join(root, 'content/data');
  const own = join(root, 'content', lang);
  const yaml = (path: string) => readYamlList(path, root, failures);
  const pages = (dir: string) =>
    listFiles(join(own, dir), '.mdx')
      .map((f) => readPage(f, root, failures))
      .filter((p) => p !== undefined);
  return {
    lang,
    claims: listFiles(join(data, 'claims'), '.yml').flatMap(yaml),
    sources: listFiles(join(data, 'sources'), '.yml').flatMap(yaml),
    routes: yaml(join(data, 'routes.yml')),
    original: yaml(join(data, 'original-article.yml')),
    glossary: yaml(join(own, 'glossary.yml')),
    timeline: yaml(join(own, 'timeline.yml')),
    changes: yaml(join(own, 'changes.yml')),
    home: yaml(join(own, 'home.yml')),
    plan: yaml(join(own, 'plan.yml')),
    letterFields: yaml(join(data, 'letter-fields.yml')),
    letters: yaml(join(data, 'letters.yml')),
    fieldWords: yaml(join(own, 'letters/fields.yml')),
    letterWords: listFiles(join(own, 'letters'), '.yml')
      .filter((f) => !f.endsWith('/fields.yml'))
      .flatMap(yaml),
    regimes: yaml(join(data, 'regimes.yml')),
    countries: yaml(join(data, 'countries.yml')),
    authorities: yaml(join(data, 'authorities.yml')),
    flows: yaml(join(data, 'flows.yml')),
    features: yaml(join(data, 'flow-features.yml')),
    edpbTypes: yaml(join(data, 'edpb-types.yml')),
    aiSettings: yaml(join(data, 'ai-settings.yml')),
    scope: yaml(join(data, 'public-scope.yml')),
    passages: yaml(join(data, 'email-passages.yml')),
    search: yaml(join(own, 'search.yml')),
    synonyms: yaml(join(own, 'synonyms.yml')),
    pageAliases: yaml(join(own, 'page-aliases.yml')),
    articles: pages('articles'),
    guides: pages('guides'),
    questions: pages('questions'),
    info: pages('info'),
    failures,
  };
}
