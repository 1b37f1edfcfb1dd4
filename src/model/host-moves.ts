/** Every address that a host sends on. A further source of moves is one more line in the list. */
import { join } from 'node:path';
import { pageMoves, type Move } from '../domain/moves.ts';
import { readRedirects } from './moved.ts';

/** `root`: the project's folder. */
export const hostMoves = (root: string): Move[] => [pageMoves(readRedirects(join(root, 'content/data/redirects.yml')))].flat();
