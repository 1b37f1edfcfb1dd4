/**
 * npm run translations                       what each language has, lacks, and what lags behind the English
 * npm run translations -- de                 every problem of one language
 * npm run translations -- de articles/x.mdx  of some of its files
 * npm run translations -- de --stamp FILE …  notes in these files that they follow the English as it stands now
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { compareBodies, compareTexts, followedText, textPaths, textsOf, wordingProblems, type Difference, type Term } from '../domain/translation.ts';

interface File {
  value: unknown;
  body: string;
  /** Line the body starts on. */
  bodyLine: number;
  follows: string | undefined;
}

function readFile(path: string): File {
  const text = readFileSync(path, 'utf8');
  const m = /^---\n([\s\S]*?)\n---\n/.exec(text);
  if (/\.mdx?$/.test(path)) {
    const value = parse(m?.[1] ?? '') as { follows?: string } | null;
    return { value: value ?? {}, body: text.slice(m?.[0].length ?? 0), bodyLine: (m?.[0] ?? '').split('\n').length, follows: value?.follows };
  }
  return { value: parse(text) as unknown, body: '', bodyLine: 1, follows: /^# follows: (\S+)$/m.exec(text)?.[1] };
}

/** Where the English file of a translation stands. */
const englishOf = (root: string, file: string): string => join(root, 'content', file.startsWith('data/') ? file : `en/${file}`);
const version = (file: string, english: File): string =>
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

function stamp(path: string, follows: string): void {
  const text = readFileSync(path, 'utf8');
  const [line, mark] = /\.mdx?$/.test(path) ? [/^follows: .*$/m, `follows: "${follows}"`] : [/^# follows: .*$/m, `# follows: ${follows}`];
  writeFileSync(path, line.test(text) ? text.replace(line, mark) : /\.mdx?$/.test(path) ? text.replace(/^---\n/, `---\n${mark}\n`) : `${mark}\n${text}`);
}

function problemsOf(root: string, folder: string, lang: string, file: string, terms: readonly Term[]): Difference[] {
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
  const limits: Difference[] = [];
  if (typeof v?.description === 'string' && v.description.length > 160) limits.push({ what: `the description has ${v.description.length} characters`, mend: 'at most 160' });
  if (/\.mdx?$/.test(file) && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(v?.slug ?? ''))
    limits.push({ what: `no slug, or one with other characters: ${v?.slug ?? ''}`, mend: 'a-z, 0-9 and hyphens, the words of the language' });
  const lag = own.follows && own.follows !== version(file, english) ? [{ what: `follows ${own.follows}, the English is ${version(file, english)}`, mend: 'bring it up to date, then --stamp it' }] : [];
  return [...compareTexts(english.value, own.value, paths), ...compareBodies(english.body, own.body), ...limits, ...wording, ...lag];
}

if (import.meta.main) {
  const root = process.cwd();
  const [lang, ...rest] = process.argv.slice(2);
  const all = translatable(root);
  const languages = readdirSync(join(root, 'content')).filter((d) => /^_?[a-z]{2}$/.test(d) && d !== 'en');
  const folderOf = (l: string): string => join('content', languages.find((d) => d.replace('_', '') === l) ?? l);
  if (!lang) {
    for (const l of languages) {
      const done = all.filter((f) => existsSync(join(root, 'content', l, f)));
      console.log(`${l}: ${done.length} of ${all.length} files`);
    }
  } else {
    const folder = folderOf(lang);
    const termsFile = join(root, folder, 'terms.yml');
    const terms = existsSync(termsFile) ? ((parse(readFileSync(termsFile, 'utf8')) as Term[] | null) ?? []) : [];
    const files = rest.filter((f) => f !== '--stamp');
    if (rest.includes('--stamp'))
      for (const f of files.length > 0 ? files : all.filter((f) => existsSync(join(root, folder, f)))) stamp(join(root, folder, f), version(f, readFile(englishOf(root, f))));
    let bad = 0;
    const missing: string[] = [];
    for (const f of files.length > 0 ? files : all) {
      if (files.length === 0 && !existsSync(join(root, folder, f))) {
        missing.push(f);
        continue;
      }
      for (const p of problemsOf(root, folder, lang, f, terms)) {
        bad++;
        console.log(`${folder}/${f}${p.line ? `:${p.line}` : ''}  ${p.what}\n    -> ${p.mend}`);
      }
    }
    if (missing.length > 0) console.log(`Not translated yet (${missing.length}): ${missing.join(' ')}`);
    console.log(bad === 0 ? 'No problem found.' : `${bad} problems.`);
    if (bad > 0) process.exitCode = 1;
  }
}
