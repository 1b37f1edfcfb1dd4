/** Writes what hosts read into the finished, checked site: headers, redirects, and a page at each address that moved. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { headersFile, hostFileProblems, movedPage, redirectsFile } from '../domain/host-files.ts';
import { hostRules } from '../domain/hosting.ts';
import { absolute } from '../domain/routes.ts';
import { addressesIn } from './files.ts';
import { hostMoves } from './host-moves.ts';

/** `out`: the folder with every language in it. Gives a line to report. Throws where hosts would ignore a part. */
export function writeHostFiles(root: string, out: string, { site, base }: { site: string; base: string }): string {
  const moves = hostMoves(root);
  const headers = headersFile(base, hostRules(addressesIn(out)));
  const redirects = redirectsFile(moves, base);
  const problems = hostFileProblems(headers, redirects);
  if (problems.length > 0) throw new Error(`hosts would ignore a part of what the build wrote for them:\n${problems.join('\n')}`);
  writeFileSync(join(out, '_headers'), headers);
  writeFileSync(join(out, '_redirects'), redirects);
  // GitHub Pages would leave out folders that begin with an underscore.
  writeFileSync(join(out, '.nojekyll'), '');
  for (const { from, to, standing } of moves) {
    if (standing) continue;
    const file = join(out, from, from.endsWith('/') ? 'index.html' : '');
    if (existsSync(file)) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, movedPage(to, base, absolute(site, base, to)));
  }
  const short = moves.filter((m) => m.standing).length;
  const listed = redirects.split('\n').filter((l) => l.startsWith('/')).length;
  return `_headers, ${moves.length - short} moved and ${short} short addresses, ${listed} lines in _redirects`;
}
