/** Short addresses: `content/data/short-codes.txt`, read once. */
import { existsSync, readFileSync } from 'node:fs';
import { parseCodes, targets, type ShortCode } from '../domain/short-codes.ts';
import { readRedirects } from './moved.ts';

export const CODES = 'content/data/short-codes.txt';

/** Throws with file and line when the list is not in order. */
export function readCodes(file = CODES): ShortCode[] {
  const { codes, problems } = parseCodes(existsSync(file) ? readFileSync(file, 'utf8') : '');
  if (problems.length > 0) throw new Error(problems.map((p) => `${CODES}:${p.line}  ${p.what}\n    ${p.mend}`).join('\n'));
  return codes;
}

/** Every code with the address it leads to today. */
export const shortCodes: readonly ShortCode[] = targets(readCodes(), readRedirects());
const byPath = new Map([...shortCodes].reverse().map((c) => [c.path, c.code]));
/** A page's code; none for a page that is new, until `npm run addresses:accept` (the site check stops such a build). */
export const codeOf = (path: string): string | undefined => byPath.get(path);
