import { moveProblems } from '../../domain/moves.ts';
import { hostMoves } from '../../model/host-moves.ts';
import { CODES } from '../../model/short-codes.ts';
import type { Rule } from '../rule.ts';
import type { Site } from '../site.ts';

const placesOf = (site: Site) => new Map(site.pages.map((p) => [p.path, new Set(p.ids)]));

/** `root`: the project's folder, where the moves are written down. */
export const moves = (root: string): Rule => ({
  id: 'moves',
  why: 'An old link must lead to where its page is now.',
  severity: 'error',
  run: (site) =>
    moveProblems(hostMoves(root), placesOf(site), site.files).map(({ from, what, mend }) => ({ at: from.startsWith('/s/') ? CODES : 'content/data/redirects.yml', what: `${from} ${what}`, mend })),
});
