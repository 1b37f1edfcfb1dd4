/** Reads translations beside their English files, and says what is missing, wrong, or behind. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { easyFindings } from '../domain/easy.ts';
import { isEasy } from '../domain/page-problems.ts';
import type { Problem } from '../domain/problems.ts';
import { compareBodies, compareTexts, compareWords, followedText, textPaths, textsOf, tooLong, wordingProblems, type Difference, type Term } from '../domain/translation.ts';
import { interfaceTexts } from './interface-texts.ts';
import { readContent } from './read.ts';

interface File {
  value: unknown;
  body: string;
  /** Line the body starts on. */
  bodyLine: number;
  follows: string | undefined;
}

export function readFile(path: string): File {
  const text = readFileSync(path, 'utf8');
  const m = /^---\n([\s\S]*?)\n---\n/.exec(text);
  if (/\.mdx?$/.test(path)) {
    const value = parse(m?.[1] ?? '') as { follows?: string } | null;
    return { value: value ?? {}, body: text.slice(m?.[0].length ?? 0), bodyLine: (m?.[0] ?? '').split('\n').length, follows: value?.follows };
  }
  return { value: parse(text) as unknown, body: '', bodyLine: 1, follows: /^# follows: (\S+)$/m.exec(text)?.[1] };
}

/** Where the English file of a translation stands. */
export const englishOf = (root: string, file: string): string => join(root, 'content', file.startsWith('data/') ? file : `en/${file}`);
export const version = (file: string, english: File): string =>
  createHash('sha256')
    .update(followedText(english.value, textPaths(file), english.body))
    .digest('hex')
    .slice(0, 8);

/** All files that can be translated, by their path under the language's folder. */
export function translatable(root: string): string[] {
  const under = (dir: string): string[] => (existsSync(dir) ? (readdirSync(dir, { recursive: true }) as string[]).map((f) => f.replaceAll('\\', '/')) : []);
  return [...under(join(root, 'content/en')), ...under(join(root, 'content/data')).map((f) => `data/${f}`)]
    .filter((f) => textPaths(f).length > 0 && textsOf(readFile(englishOf(root, f)).value, textPaths(f)).size > 0)
    .sort();
}

/** Notes in a translated file which version of the English it follows. */
export function stamp(path: string, follows: string): void {
  const text = readFileSync(path, 'utf8');
  const [line, mark] = /\.mdx?$/.test(path) ? [/^follows: .*$/m, `follows: "${follows}"`] : [/^# follows: .*$/m, `# follows: ${follows}`];
  writeFileSync(path, line.test(text) ? text.replace(line, mark) : /\.mdx?$/.test(path) ? text.replace(/^---\n/, `---\n${mark}\n`) : `${mark}\n${text}`);
}

/** Everything that is wrong with one file of a language. `folder` is `content/de`, or `content/_de` for a draft. */
export function problemsOf(root: string, folder: string, lang: string, file: string, terms: readonly Term[]): Difference[] {
  const path = join(root, folder, file);
  if (!existsSync(path)) return [{ what: 'no such file', mend: 'translate it' }];
  let own: File;
  try {
    own = readFile(path);
  } catch (e) {
    return [{ what: `not valid YAML: ${(e as Error).message.split('\n')[0] ?? ''}`, mend: 'correct it; put texts with “: ” or “#” in quotation marks' }];
  }
  const english = readFile(englishOf(root, file));
  const paths = textPaths(file);
  const texts = [...textsOf(own.value, paths)];
  const wording = [
    ...texts.flatMap(([at, text]) => wordingProblems(text, lang, terms).map((d) => ({ what: `${at}: ${d.what}`, mend: d.mend }))),
    ...wordingProblems(own.body, lang, terms).map((d) => ({ ...d, ...(d.line ? { line: d.line + own.bodyLine - 1 } : {}) })),
  ];
  const v = own.value as { description?: string; title?: string; slug?: string } | null;
  const limits: Difference[] = tooLong(english.value, own.value, paths);
  if (/\.mdx?$/.test(file) && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(v?.slug ?? ''))
    limits.push({ what: `no slug, or one with other characters: ${v?.slug ?? ''}`, mend: 'a-z, 0-9 and hyphens, the words of the language' });
  const easy = isEasy(english.value) ? easyFindings(own.body, lang).map(({ line, what, mend }) => ({ what, mend, line: line + own.bodyLine - 1 })) : [];
  const lag =
    own.follows && own.follows !== version(file, english)
      ? [{ what: `follows ${own.follows}, the English is ${version(file, english)}`, mend: 'bring it up to date, then --stamp it', behind: true }]
      : [];
  return [...compareTexts(english.value, own.value, paths), ...compareBodies(english.body, own.body), ...limits, ...wording, ...easy, ...lag];
}

/** What a language says of itself, in a draft's folder too. */
export function languageFile(root: string, folder: string): { extent?: string } | undefined {
  const file = join(root, folder, 'language.yml');
  return existsSync(file) ? (parse(readFileSync(file, 'utf8')) as { extent?: string }) : undefined;
}

/** The words a language has agreed on. */
export function termsOf(root: string, folder: string): Term[] {
  const file = join(root, folder, 'terms.yml');
  return existsSync(file) ? ((parse(readFileSync(file, 'utf8')) as Term[] | null) ?? []) : [];
}

/**
 * What stands in a language and is wrong: files that cannot be read, and texts that do not say what the English says. The
 * rules for English prose do not hold here. A text that follows an older English is a warning. What is missing is no problem: the page says so. */
export function translationProblems(root: string, lang: string): Problem[] {
  const folder = `content/${lang}`;
  // What a language leaves to the English on purpose is no news.
  const letters = languageFile(root, folder)?.extent === 'letters';
  const terms = termsOf(root, folder);
  const unread = readContent(root, lang).failures.map((f) => ({
    file: f.file,
    ...(f.line ? { line: f.line } : {}),
    what: f.message,
    mend: f.mend ?? 'correct the YAML at that place',
    severity: 'error' as const,
  }));
  const unreadable = new Set(unread.map((f) => f.file));
  const texts = translatable(root)
    .filter((f) => !unreadable.has(`${folder}/${f}`))
    .filter((f) => existsSync(join(root, folder, f)))
    .flatMap((f) =>
      problemsOf(root, folder, lang, f, terms)
        .filter((d) => !(letters && d.missing))
        .map((d) => ({
          file: `${folder}/${f}`,
          ...(d.line ? { line: d.line } : {}),
          what: d.what,
          mend: d.mend,
          severity: d.behind ? ('warning' as const) : ('error' as const),
        })),
    );
  return [...unread, ...texts, ...wordProblems(root, lang)];
}

/** What is wrong with the words of the interface. */
function wordProblems(root: string, lang: string): Problem[] {
  const file = `content/${lang}/ui.yml`;
  if (!existsSync(join(root, file))) return [];
  const text = readFileSync(join(root, file), 'utf8');
  let own: unknown;
  try {
    own = parse(text);
  } catch (e) {
    return [{ file, what: `not valid YAML: ${(e as Error).message.split('\n')[0] ?? ''}`, mend: 'put texts with “: ” or “#” in quotation marks', severity: 'error' }];
  }
  return compareWords(interfaceTexts(root), (own ?? {}) as Record<string, unknown>).map((d) => ({ file, what: d.what, mend: d.mend, severity: 'error' }));
}

/** Whether the English file has changed since it was translated. */
export function isBehind(root: string, lang: string, file: string): boolean {
  const { follows } = readFile(join(root, 'content', lang, file));
  return follows !== undefined && follows !== version(file, readFile(englishOf(root, file)));
}
