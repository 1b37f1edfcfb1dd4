import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { headersFile, hostFileProblems, movedPage, redirectsFile } from '../domain/host-files.ts';
import { hostRules } from '../domain/hosting.ts';
import { absolute } from '../domain/routes.ts';
import { addressesIn } from '../model/files.ts';
import { hostMoves } from '../model/host-moves.ts';

/** Writes what hosts read into the finished, checked site: headers, redirects, and a page at each address that moved. */
export function hostFiles(): AstroIntegration {
  let base = '/';
  let site = '';
  let root = '';
  return {
    name: 'host-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        ({ base, site = '' } = config);
        root = fileURLToPath(config.root);
      },
      'astro:build:done': ({ dir, logger }) => {
        const out = fileURLToPath(dir);
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
        logger.info(`_headers, ${moves.length - short} moved and ${short} short addresses, ${listed} lines in _redirects`);
      },
    },
  };
}
