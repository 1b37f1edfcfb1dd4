/**
 * Reads the content folder without Astro, for the content check and the tools: YAML records with their line
 * numbers, MDX files split into frontmatter and body. Nothing here throws: what cannot be read is a failure with its
 * file and remedy. A file that nothing reads is one too, because a misspelt name would lose its text silently.
 */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { LineCounter, parseDocument, isSeq, isMap, type Document, type Node } from 'yaml';
import type { RawContent, RawPage, RawRecord, ReadFailure } from '../domain/raw.ts';
import { decodeText, readBytes } from './read-text.ts';

/** Folders of `content/` that are languages of the site, by their code. */
export const LANGUAGES = ['en'] as const;

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
function strayFiles(dir: string, root: string, seen: ReadonlySet<string>): ReadFailure[] {
  return readdirSync(dir, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry): ReadFailure[] => {
      const path = join(dir, entry.name);
      const file = relative(root, path).split(sep).join('/');
      if (/^[_.]/.test(entry.name) || seen.has(path)) return [];
      if (entry.isSymbolicLink()) return [{ file, message: 'the file is a symbolic link', mend: 'put the file itself here' }];
      if (!entry.isDirectory())
        return [{ file, message: 'nothing reads this file', mend: 'correct its name, its ending (.yml, .mdx) or its folder; CONTRIBUTING.md lists them. A draft begins with an underscore' }];
      const language = dir === join(root, 'content') && entry.name !== 'data' && !(LANGUAGES as readonly string[]).includes(entry.name);
      if (language) return [{ file, message: `“${entry.name}” is no language of the site`, mend: `use one of: ${LANGUAGES.join(', ')}, or add the code to LANGUAGES in src/model/read.ts` }];
      return strayFiles(path, root, seen);
    });
}

/** Reads everything under `<root>/content` for one language. */
export function readContent(root: string, lang = 'en', cache?: ReadCache): RawContent {
  const failures: ReadFailure[] = [];
  const seen = new Set<string>();
  const data = join(root, 'content/data');
  const own = join(root, 'content', lang);
  const parsed = (path: string): Parsed => {
    seen.add(path);
    const p = parseFile(path, root, cache);
    failures.push(...p.failures);
    return p;
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
    search: one(join(own, 'search.yml')),
    synonyms: filled(join(own, 'synonyms.yml')),
    pageAliases: filled(join(own, 'page-aliases.yml')),
    ui: one(join(own, 'ui.yml')),
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
  failures.push(...(existsSync(join(root, 'content')) ? strayFiles(join(root, 'content'), root, seen) : []));
  return { ...content, failures };
}
