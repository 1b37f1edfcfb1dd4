/** Addresses that a host should send on to another. */
export interface Move {
  /** Root-relative path of a page, without fragment, e.g. `/old/`. */
  from: string;
  /** Root-relative path, with a fragment if need be. */
  to: string;
  /** The site has a page at `from` that sends readers on; no other is written. */
  standing?: true;
}

/** Hosts never see fragments: those that moved on their own page are mended in the page. */
export const pageMoves = (list: readonly { from: string; to: string }[]): Move[] => list.filter((m) => !m.from.includes('#')).map(({ from, to }) => ({ from, to }));

export interface MoveProblem {
  from: string;
  what: string;
  mend: string;
}
/**
 * What would make a move a dead end or a surprise.
 * `ids`: for each page of the site the places on it; `files`: every address that is a file.
 */
export function moveProblems(moves: readonly Move[], ids: ReadonlyMap<string, ReadonlySet<string>>, files: ReadonlySet<string>): MoveProblem[] {
  const seen = new Set<string>();
  const froms = new Set(moves.map((m) => m.from));
  return moves.flatMap(({ from, to, standing }) => {
    const found: MoveProblem[] = [];
    const add = (what: string, mend: string) => found.push({ from, what, mend });
    const [path = '', fragment] = to.split('#');
    if (!/^\/[\w./~-]*$/.test(from)) add('holds a character that hosts read in different ways', 'use letters, digits, hyphens, dots and slashes');
    if (seen.has(from)) add('moves twice', 'keep one of the two');
    seen.add(from);
    if (!standing && (ids.has(from) || files.has(from))) add('has moved, and a page still stands there', 'remove the page or the move');
    if (froms.has(path)) add(`leads to ${path}, which has moved too`, 'name the last address');
    else if (!ids.has(path) && !files.has(path)) add(`leads to ${path}, which is not there`, 'name a page of the site, with its slash at the end');
    else if (fragment && !ids.get(path)?.has(fragment)) add(`leads to #${fragment}, which is not on ${path}`, 'name a place on that page');
    return found;
  });
}
