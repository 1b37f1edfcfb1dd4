/** Every address that a host sends on. A further source of moves is one more line in the list. */
import { join } from 'node:path';
import { pageMoves, type Move } from '../domain/moves.ts';
import { shortForwards } from '../domain/short-codes.ts';
import { readRedirects } from './moved.ts';
import { CODES, readCodes } from './short-codes.ts';

/**
 * Moved pages, and short addresses. A short address has a page of its own for hosts without redirects; where they have
 * them, readers are spared that page. When its page moves, the code leads to the new address, and the old address leads
 * there too: so 301 is right, though browsers keep it.
 * @param root the project's folder
 */
export function hostMoves(root: string): Move[] {
  const redirects = readRedirects(join(root, 'content/data/redirects.yml'));
  const short = shortForwards(readCodes(join(root, CODES)), redirects).map(([from, to]): Move => ({ from, to, standing: true }));
  return [...pageMoves(redirects), ...short];
}
