/**
 * Plants faults in a copy of the real content, one at a time, and says whether each stops the build with the file's name
 * and a remedy. The same seed plants the same faults; MUTATION_SEED tries others. Two test files share the faults, so
 * that they run on two processors.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { after } from 'node:test';
import { contentProblems } from '../../domain/integrity.ts';
import type { Problem } from '../../domain/problems.ts';
import { readContent, type ReadCache } from '../../model/read.ts';
import { changeOf, type Fault } from './fault.ts';
import { fileFaults, nameFaults, strayFaults } from './files.ts';
import { otherFaults } from './others.ts';
import { everyPageFault, pageFaults } from './pages.ts';
import { random } from './random.ts';
import { recordFaults } from './records.ts';

export const SEED = Number(process.env['MUTATION_SEED'] ?? 20261125);
const root = process.cwd();
const dir = mkdtempSync(join(tmpdir(), 'rto-mutations-'));
after(() => rmSync(dir, { recursive: true, force: true }));
cpSync(join(root, 'content'), join(dir, 'content'), { recursive: true });

const cache: ReadCache = new Map();
/** What the check says of the copy as it stands. */
export const problems = (): Problem[] => contentProblems(readContent(dir, 'en', cache)).filter((p) => p.severity === 'error');
export const original = (file: string): Buffer => readFileSync(join(root, file));

/** Plants the fault, looks, and puts everything back. */
export function look(fault: Fault): Problem[] {
  const change = changeOf(fault);
  try {
    for (const [file, to] of Object.entries(change)) {
      const path = join(dir, file);
      rmSync(path, { recursive: true, force: true });
      if (to === null) continue;
      mkdirSync(dirname(path), { recursive: true });
      if (typeof to === 'object' && 'link' in to) symlinkSync(to.link, path);
      else writeFileSync(path, to);
    }
    return problems();
  } finally {
    for (const file of Object.keys(change)) {
      // Away with folders that the fault made, and back with the file.
      const parts = file.split('/');
      const made = parts.map((_, i) => parts.slice(0, i + 1).join('/')).find((p) => !exists(p)) ?? file;
      rmSync(join(dir, made), { recursive: true, force: true });
      if (exists(file)) writeFileSync(join(dir, file), original(file));
    }
  }
}
const real = new Set<string>();
const walk = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((e) => {
    const path = join(folder, e.name);
    real.add(relative(root, path));
    return e.isDirectory() ? walk(path) : [relative(root, path)];
  });
/** English and the data. Translations are held to them by domain/translation.ts, whose tests plant the faults; language.yml is read before all else. */
export const files = walk(join(root, 'content'))
  .filter((f) => /content.(en|data)./.test(f) && !f.endsWith('language.yml'))
  .sort();
real.add('content');
const exists = (path: string): boolean => real.has(path);

function faults(): Fault[] {
  const r = random(SEED);
  const text = (file: string) => original(file).toString('utf8');
  const lists = files.filter((f) => f.endsWith('.yml'));
  const pages = files.filter((f) => f.endsWith('.mdx'));
  const all: Fault[] = [];
  for (const file of lists) {
    const alike = lists.filter((f) => f !== file && dirname(f) === dirname(file) && /(claims|sources)\//.test(file));
    const other = alike.length > 0 ? r.pick(alike) : undefined;
    all.push(...recordFaults(file, text(file), r, other === undefined ? undefined : { file: other, text: text(other) }));
  }
  const folder = (name: string) => pages.filter((f) => f.includes(`/${name}/`));
  const some = ['articles', 'guides', 'questions', 'info'].flatMap((n) => r.some(folder(n), 2));
  all.push(
    ...everyPageFault(
      pages.map((f) => [f, text(f)] as const),
      r,
    ),
  );
  for (const file of some) all.push(...pageFaults(file, text(file), r, 2));
  for (const file of files) all.push(...fileFaults(file, text(file), r, pages.includes(file) ? (some.includes(file) ? 2 : 0) : 1));
  for (const file of [...lists.filter((_, i) => i % 6 === 0), ...some.slice(0, 4), 'content/data/policy-history.json', 'content/data/published-addresses.txt'])
    all.push(...nameFaults(file, text(file), r));
  all.push(...strayFaults(text('content/en/articles/myths.mdx')), ...otherFaults(text, r));
  return [...new Map(all.map((f) => [f.name, f])).values()];
}

/** Why the problems found are no good answer to the fault, or nothing. */
function poor(fault: Fault, found: readonly Problem[]): string | undefined {
  if (found.length === 0) return 'passed silently';
  const here = found.filter((p) => fault.at.test(p.file));
  if (here.length === 0)
    return `named other files: ${found
      .slice(0, 3)
      .map((p) => `${p.file} ${p.what}`)
      .join(' | ')}`;
  const plain = here.find((p) => p.mend.length >= 8 && !/\bundefined\b|\[object|NaN/.test(`${p.what} ${p.mend}`) && p.what.length < 400);
  return plain
    ? undefined
    : `said it badly: ${here
        .slice(0, 2)
        .map((p) => `${p.what} -> ${p.mend}`)
        .join(' | ')}`;
}

export const planted = faults();

/** The answers that are no good, of every second fault from the first or the second on. */
export const badAnswers = (from: 0 | 1): string[] =>
  planted.flatMap((fault, i) => {
    if (i % 2 !== from) return [];
    let why: string | undefined;
    try {
      why = poor(fault, look(fault));
    } catch (e) {
      why = `threw ${(e as Error).stack?.split('\n').slice(0, 3).join(' ') ?? ''}`;
    }
    return why ? [`${fault.name}\n    ${why}`] : [];
  });
