/** `npm run host -- <host>`: a folder under `.cache/hosting/` that the host takes as it is. README.md beside this file. */
import { parseArgs } from 'node:util';
import { hostMoves } from '../../model/host-moves.ts';
import { HOSTS, assemble, builtFor, type Host } from './assemble.ts';

const USAGE = `npm run host -- ${HOSTS.join(' | ')}
  for nginx also:  --root /var/www/right-to-object   the folder on the server that www/ is copied to
                   --brotli                          the server has libnginx-mod-http-brotli-static`;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { root: { type: 'string' }, brotli: { type: 'boolean' } } });
const host = HOSTS.find((h) => h === positionals[0]) as Host | undefined;
if (!host) {
  console.error(USAGE);
  process.exit(2);
}
const out = `.cache/hosting/${host}`;
try {
  const squeezed = await assemble(host, 'dist', out, hostMoves(process.cwd()), { ...(values.root && { root: values.root }), ...(values.brotli && { brotli: true }) });
  console.log(`${out}: the site for ${builtFor('dist').href}`);
  if (squeezed) console.log(`${squeezed.files} text files, ${kB(squeezed.plain)} kB; brotli ${kB(squeezed.br)} kB, gzip ${kB(squeezed.gz)} kB`);
  if (/^(localhost|127\.)/.test(builtFor('dist').hostname)) console.warn('It was built without SITE_URL: its full addresses name this machine.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

function kB(bytes: number): string {
  return Math.round(bytes / 1000).toLocaleString('en');
}
