/**
 * Reads the content folder without Astro, for the content check and the tools: YAML records with their line
 * numbers, MDX files split into frontmatter and body. Nothing here throws: what cannot be read is a failure with its
 * file and remedy. A file that nothing reads is one too, because a misspelt name would lose its text silently.
 */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { LineCounter, parseDocument, isSeq, isMap, type Document, type Node } from 'yaml';
import type { RawContent, RawPage, RawRecord, ReadFailure } from '../domain/raw.ts';
import { overlay, textPaths } from '../domain/translation.ts';
import { decodeText, readBytes } from './read-text.ts';

interface Parsed {
  bytes?: Uint8Array;
  records: RawRecord[];
  page?: RawPage;
  failures: ReadFailure[];
}
/** Files as they were parsed last: one whose bytes are the same is not parsed again. */
export type ReadCache = Map<string, Parsed>;

const FORBIDDEN_YAML = 'write the value out: tags, anchors and references are not used here';

/** Errors of a YAML text, with lines counted from `first`. */
function yamlFailures(doc: Document.Parsed, file: string, first: number): ReadFailure[] {
  const at = (line: number | undefined) => (line === undefined ? undefined : line + first - 1);
  const failures: ReadFailure[] = doc.errors.map((e) => ({
    file,
    line: at(e.linePos?.[0].line),
    message: `not valid YAML: ${e.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? ''}`,
  }));
  // A tag or anchor is almost always a text that should stand in quotation marks: "!new", "&c".
  for (const e of doc.warnings) failures.push({ file, line: at(e.linePos?.[0].line), message: e.message.split('\n')[0] ?? 'odd YAML', mend: FORBIDDEN_YAML });
  return failures;
}

/** The value of a node, or a failure: references can be unknown, or nested to fill the memory. */
function toValue(node: Node, doc: Document.Parsed, file: string, line: number, failures: ReadFailure[]): unknown {
  try {
    return node.toJS(doc) as unknown;
  } catch (e) {
    failures.push({ file, line, message: `not valid YAML: ${(e as Error).message}`, mend: FORBIDDEN_YAML });
    return undefined;
  }
}

/** Parses a YAML list; each entry keeps the line it starts on. A file that holds one entry may be a map. */
function parseYaml(text: string, file: string): Parsed {
  const counter = new LineCounter();
  const doc = parseDocument(text, { lineCounter: counter, uniqueKeys: true });
  const failures = yamlFailures(doc, file, 1);
  if (failures.length > 0) return { records: [], failures };
  const { contents } = doc;
  if (!isMap(contents) && !isSeq(contents)) return { records: [], failures: [{ file, line: 1, message: 'the file must hold a list of entries', mend: 'begin each entry with “- id: …”' }] };
  const nodes = (isMap(contents) ? [contents] : contents.items) as Node[];
  const records = nodes.map((node) => {
    const line = node.range ? counter.linePos(node.range[0]).line : 1;
    return { file, line, value: toValue(node, doc, file, line, failures) };
  });
  return { records: failures.length > 0 ? [] : records, failures };
}

/** One JSON document as one record. */
function parseJson(text: string, file: string): Parsed {
  try {
    return { records: [{ file, line: 1, value: JSON.parse(text) as unknown }], failures: [] };
  } catch (e) {
    const line = /line (\d+)/.exec((e as Error).message)?.[1];
    return { records: [], failures: [{ file, ...(line ? { line: Number(line) } : {}), message: `not valid JSON: ${(e as Error).message}`, mend: 'make the file anew with “npm run policy-history”' }] };
  }
}

const parseLines = (text: string, file: string): Parsed => ({ records: text.split('\n').flatMap((value, i) => (value ? [{ file, line: i + 1, value }] : [])), failures: [] });

/** Splits an MDX text; a broken or missing frontmatter is a failure. */
function parsePage(text: string, file: string): Parsed {
  const m = /^---\n([\s\S]*?)\n---\n/.exec(text);
  if (!m) return { records: [], failures: [{ file, line: 1, message: 'the frontmatter between two lines of --- is missing', mend: 'begin the file with ---, the fields, and --- again' }] };
  const doc = parseDocument(m[1] ?? '', { uniqueKeys: true });
  const failures = yamlFailures(doc, file, 2);
  const value = failures.length > 0 ? {} : toValue(doc as unknown as Node, doc, file, 2, failures);
  const frontmatter = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  const head = m[0].split('\n');
  return {
    records: [],
    failures,
    page: {
      file,
      id: basename(file).replace(/\.mdx?$/, ''),
      frontmatter,
      bodyLine: head.length,
      aliasesLine: head.findIndex((l) => l.startsWith('aliases:')) + 1 || 1,
      body: text.slice(m[0].length),
    },
  };
}

/** Parses one file by its ending. */
function parseFile(path: string, root: string, cache?: ReadCache): Parsed {
  const file = relative(root, path).split(sep).join('/');
  const read = readBytes(path, file);
  if ('failure' in read) return { records: [], failures: [read.failure] };
  const known = cache?.get(file);
  if (known?.bytes && Buffer.compare(known.bytes, read.bytes) === 0) return known;
  const decoded = decodeText(read.bytes, file);
  if ('failure' in decoded) return { records: [], failures: [decoded.failure] };
  const parse = { mdx: parsePage, md: parsePage, json: parseJson, txt: parseLines }[/\.(mdx?|json|txt)$/.exec(file)?.[1] ?? ''] ?? parseYaml;
  const parsed = { ...parse(decoded.text, file), bytes: read.bytes };
  cache?.set(file, parsed);
  return parsed;
}

/** Parses a YAML list; each entry keeps the line it starts on. */
export function readYamlList(path: string, root: string, failures: ReadFailure[]): RawRecord[] {
  const parsed = parseFile(path, root);
  failures.push(...parsed.failures);
  return parsed.records;
}

/** Splits an MDX file; a broken or missing frontmatter is a failure. */
export function readPage(path: string, root: string, failures: ReadFailure[]): RawPage | undefined {
  const parsed = parseFile(path, root);
  failures.push(...parsed.failures);
  return parsed.page;
}

/** Files of a folder with an ending, in the order of their names' characters. Drafts begin with an underscore. */
const listFiles = (dir: string, ending: string): string[] =>
  existsSync(dir)
    ? readdirSync(dir)
        .filter((f) => f.endsWith(ending) && !/^[_.]/.test(f))
        .sort()
        .map((f) => join(dir, f))
    : [];

/** What stands under `content/` and was read by nothing. Links are not followed: one may lead in a circle. */
function strayFiles(dir: string, root: string, lang: string, seen: ReadonlySet<string>): ReadFailure[] {
  return readdirSync(dir, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry): ReadFailure[] => {
      const path = join(dir, entry.name);
      const file = relative(root, path).split(sep).join('/');
      if (/^[_.]/.test(entry.name) || seen.has(path)) return [];
      if (entry.isSymbolicLink()) return [{ file, message: 'the file is a symbolic link', mend: 'put the file itself here' }];
      if (!entry.isDirectory())
        return [{ file, message: 'nothing reads this file', mend: 'correct its name, its ending (.yml, .mdx) or its folder; CONTRIBUTING.md lists them. A draft begins with an underscore' }];
      if (dir === join(root, 'content') && !['data', lang].includes(entry.name)) {
        // Another language's folder is judged when that language is read.
        if (existsSync(join(path, 'language.yml'))) return [];
        return [
          {
            file,
            message: `“${entry.name}” is no language of the site`,
            mend: 'correct the name, or write its language.yml (src/schema/language.ts says what it holds). A draft begins with an underscore',
          },
        ];
      }
      return strayFiles(path, root, lang, seen);
    });
}

/**
 * Reads everything under `<root>/content` for one language. Other languages than English hold texts only: they are laid
 * over the English records and pages, and what is not translated yet stays English.
 */
export function readContent(root: string, lang = 'en', cache?: ReadCache): RawContent {
  const failures: ReadFailure[] = [];
  const seen = new Set<string>();
  const data = join(root, 'content/data');
  const own = join(root, 'content/en');
  const here = join(root, 'content', lang);
  const parsedAlone = (path: string): Parsed => {
    seen.add(path);
    const p = parseFile(path, root, cache);
    failures.push(...p.failures);
    return p;
  };
  /** The path of a file's translation, under `content/<lang>/`. */
  const underOf = (path: string): string =>
    relative(path.startsWith(data) ? join(root, 'content') : own, path)
      .split(sep)
      .join('/');
  const parsed = (path: string): Parsed => {
    const english = parsedAlone(path);
    const under = underOf(path);
    const paths = textPaths(under);
    const translation = join(here, under);
    if (lang === 'en' || paths.length === 0 || !existsSync(translation)) return english;
    const ours = parsedAlone(translation);
    const file = relative(root, translation).split(sep).join('/');
    const at = (v: unknown, i: number) => (typeof v === 'object' && v !== null && 'id' in v ? String(v.id) : String(i));
    if (english.page && ours.page) {
      const { aliases, slug } = ours.page.frontmatter as { aliases?: string[]; slug?: string };
      return { ...ours, page: { ...ours.page, frontmatter: { ...overlay(english.page.frontmatter as object, ours.page.frontmatter, paths), aliases: aliases ?? [] }, ...(slug ? { slug } : {}) } };
    }
    // A list is laid over entry by entry; a file with one entry is one.
    const entries = new Map(ours.records.map((r, i) => [at(r.value, i), r]));
    const single = english.records.length === 1 && ours.records.length === 1 && !paths.some((p) => p.startsWith('['));
    return {
      ...english,
      records: english.records.map((r, i) => {
        const mine = single ? ours.records[0] : entries.get(at(r.value, i));
        if (!mine) return r;
        const { aliases } = mine.value as { aliases?: unknown };
        const value = overlay(
          r.value as object,
          mine.value,
          paths.map((p) => p.replace(/^\[\]\./, '')),
        );
        return { file, line: mine.line, value: aliases === undefined ? value : { ...value, aliases } };
      }),
    };
  };
  const yaml = (path: string): RawRecord[] => parsed(path).records;
  /** Texts' names become addresses and are checked as such; other names only have to be the same on every system. */
  const lists = (dir: string): string[] =>
    listFiles(dir, '.yml').map((path) => {
      if (!/^[a-z0-9]+(-[a-z0-9]+)*\.yml$/.test(basename(path)))
        failures.push({ file: relative(root, path), message: `the file name “${basename(path)}” is not like the others`, mend: 'use lower-case letters, digits and single hyphens' });
      return path;
    });
  /** A list that the site cannot do without. */
  const filled = (path: string): RawRecord[] => {
    const { records, failures: own } = parsed(path);
    if (records.length === 0 && own.length === 0) failures.push({ file: relative(root, path), line: 1, message: 'the file holds no entry', mend: 'bring the entries back' });
    return records;
  };
  /** A file with exactly one entry. */
  const one = (path: string): RawRecord[] => {
    const [first, second] = filled(path);
    if (second) failures.push({ file: second.file, line: second.line, message: 'a second entry, where one is read', mend: 'put it into the first, or remove it' });
    return first ? [first] : [];
  };
  /** What each language writes for itself; a language that has not yet takes the English. */
  const ownFile = (name: string): string => (existsSync(join(here, name)) ? join(here, name) : join(own, name));
  for (const name of ['language.yml', 'terms.yml', 'addresses.yml', ...(lang === 'en' ? [] : ['ui.yml'])]) if (existsSync(join(here, name))) parsedAlone(join(here, name));
  const pages = (dir: string) =>
    listFiles(join(own, dir), '.mdx')
      .map((f) => parsed(f).page)
      .filter((p) => p !== undefined);
  const content: Omit<RawContent, 'failures'> = {
    lang,
    claims: lists(join(data, 'claims')).flatMap(filled),
    sources: lists(join(data, 'sources')).flatMap(filled),
    routes: filled(join(data, 'routes.yml')),
    original: filled(join(data, 'original-article.yml')),
    glossary: filled(join(own, 'glossary.yml')),
    timeline: filled(join(own, 'timeline.yml')),
    changes: filled(join(own, 'changes.yml')),
    home: one(join(own, 'home.yml')),
    handouts: one(join(own, 'handouts.yml')),
    plan: one(join(own, 'plan.yml')),
    letterFields: filled(join(data, 'letter-fields.yml')),
    letters: filled(join(data, 'letters.yml')),
    fieldWords: filled(join(own, 'letters/fields.yml')),
    letterWords: lists(join(own, 'letters'))
      .filter((f) => basename(f) !== 'fields.yml')
      .flatMap(filled),
    regimes: filled(join(data, 'regimes.yml')),
    countries: filled(join(data, 'countries.yml')),
    authorities: filled(join(data, 'authorities.yml')),
    flows: filled(join(data, 'flows.yml')),
    features: filled(join(data, 'flow-features.yml')),
    edpbTypes: filled(join(data, 'edpb-types.yml')),
    aiSettings: filled(join(data, 'ai-settings.yml')),
    scope: one(join(data, 'public-scope.yml')),
    passages: filled(join(data, 'email-passages.yml')),
    search: one(ownFile('search.yml')),
    synonyms: filled(ownFile('synonyms.yml')),
    pageAliases: filled(ownFile('page-aliases.yml')),
    redirects: yaml(join(data, 'redirects.yml')),
    phrases: filled(join(data, 'policy-phrases.yml')),
    policyHistory: one(join(data, 'policy-history.json')),
    shortCodes: filled(join(data, 'short-codes.txt')),
    published: filled(join(data, 'published-addresses.txt')),
    articles: pages('articles'),
    guides: pages('guides'),
    questions: pages('questions'),
    info: pages('info'),
  };
  failures.push(...(existsSync(join(root, 'content')) ? strayFiles(join(root, 'content'), root, lang, seen) : []));
  return { ...content, failures };
}
