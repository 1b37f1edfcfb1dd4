/**
 * Short addresses, `/s/<code>/`. A code is made from the address it stands for, so that it does not depend on the order
 * of a build, and is kept for ever in `content/data/short-codes.txt`: one `code address` a line, sorted by address.
 */
import { createHash } from 'node:crypto';
import type { Problem } from './problems.ts';
import type { RawRecord } from './raw.ts';
import { shortPath } from './routes.ts';

/** Lower-case letters and digits that are not mistaken for each other; without vowels, so that no code is a word. */
const LETTERS = '23456789bcdfghjkmnpqrstvwxyz';
export const CODE = /^[2-9b-df-hjkmnp-tv-z]{4,5}$/;
/** Attempts with 4 characters before a fifth is taken. */
const SHORT_TRIES = 8;
const TRIES = 16;

export interface ShortCode {
  code: string;
  /** The address it was made for, without the base path. */
  path: string;
}
/** A whole address that moved, as in `content/data/redirects.yml`. */
export interface Move {
  from: string;
  to: string;
}

/**
 * The codes an address can have, first choice first. The nth is the same whatever else there is. One at a time: nearly
 * every address has its first.
 */
export function* codesFor(path: string): Generator<string, undefined> {
  for (let n = 0; n < TRIES; n += 1) {
    const bytes = createHash('sha256')
      .update(n === 0 ? path : `${path} ${n}`)
      .digest();
    yield [...bytes.subarray(0, n < SHORT_TRIES ? 4 : 5)].map((b) => LETTERS[b % LETTERS.length]).join('');
  }
}

/** The first of its codes that nobody has. Throws when all are taken, which some 100,000 addresses would need. */
export function newCode(path: string, taken: ReadonlySet<string>): string {
  const free = codesFor(path).find((c) => !taken.has(c));
  if (!free) throw new Error(`no free short code for ${path}: raise TRIES in src/domain/short-codes.ts`);
  return free;
}

const FILE = 'content/data/short-codes.txt';

export interface CodeProblem {
  line: number;
  what: string;
  mend: string;
}

/** Reads the list. Lines that begin with `#` and empty lines are left out. */
export function parseCodes(text: string): { codes: ShortCode[]; problems: CodeProblem[] } {
  const codes: ShortCode[] = [];
  const problems: CodeProblem[] = [];
  const seen = new Map<string, number>();
  for (const [i, raw] of text.split('\n').entries()) {
    if (!raw.trim() || raw.startsWith('#')) continue;
    const line = i + 1;
    const [code = '', path = '', ...rest] = raw.split(' ');
    const add = (what: string, mend: string) => problems.push({ line, what, mend });
    if (rest.length > 0 || !CODE.test(code) || !/^\/(.+\/)?$/.test(path)) {
      add(`"${raw}" is not "code /address/"`, 'take the line out and run npm run addresses:accept');
      continue;
    }
    for (const [name, key] of [
      ['code', code],
      ['address', path],
    ] as const) {
      const before = seen.get(key);
      if (before !== undefined) add(`the ${name} ${key} stands on line ${before} too`, 'take out the line that was published later and run npm run addresses:accept');
      seen.set(key, line);
    }
    // A code given to another page would send old links astray; only its own address makes a code.
    if (!codesFor(path).some((c) => c === code)) add(`${code} is no code of ${path}`, 'put the published line back; for a page that moved, add a line to content/data/redirects.yml instead');
    codes.push({ code, path });
  }
  return { codes, problems };
}

/** The same for the content check, from the lines as they were read. */
export function codeProblems(records: readonly RawRecord[]): Problem[] {
  const text: string[] = [];
  for (const r of records) text[r.line - 1] = String(r.value);
  return parseCodes(text.join('\n')).problems.map((p) => ({ file: FILE, ...p, severity: 'error' }));
}

/** Where an address leads now. A move of a fragment moves no page. */
export function follow(path: string, moves: readonly Move[]): string {
  let now = path;
  for (let step = 0; step < 10; step += 1) {
    const move = moves.find((m) => m.from === now);
    if (!move) return now;
    now = move.to;
  }
  return now;
}

/** Each code with where it leads today. */
export const targets = (codes: readonly ShortCode[], moves: readonly Move[]): ShortCode[] => codes.map(({ code, path }) => ({ code, path: follow(path, moves) }));

/** `[from, to]` for every short address, without the base path: what a host's own redirects need. */
export const shortForwards = (codes: readonly ShortCode[], moves: readonly Move[]): [from: string, to: string][] => targets(codes, moves).map(({ code, path }) => [shortPath(code), path]);

/** The list with a code for each address that has none; nothing is ever taken out. */
export function withNewCodes(codes: readonly ShortCode[], moves: readonly Move[], paths: readonly string[]): ShortCode[] {
  const have = new Set(targets(codes, moves).map((t) => t.path));
  const taken = new Set(codes.map((c) => c.code));
  const all = [...codes];
  for (const path of [...paths].sort()) {
    if (have.has(path)) continue;
    const code = newCode(path, taken);
    taken.add(code);
    all.push({ code, path });
  }
  return all.sort((a, b) => (a.path < b.path ? -1 : 1));
}

export const writeCodes = (codes: readonly ShortCode[]): string => codes.map((c) => `${c.code} ${c.path}\n`).join('');
