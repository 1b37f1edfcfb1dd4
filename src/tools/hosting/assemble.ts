/** Makes a folder that a host can take as it is, out of the built site. */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { headersFile, redirectsFile } from '../../domain/host-files.ts';
import { HOST_FILES, hostRules } from '../../domain/hosting.ts';
import { dockerfile, nginxMain, nginxSite, type NginxOptions } from '../../domain/nginx.ts';
import type { Move } from '../../domain/moves.ts';
import { addressesIn } from '../../model/files.ts';
import { compress, type Squeezed } from './compress.ts';

export const HOSTS = ['netlify', 'cloudflare', 'github-pages', 'nginx', 'container'] as const;
export type Host = (typeof HOSTS)[number];

/** Where Debian's package puts it. */
export const BROTLI_MODULE = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

/** The address a site was built for, read from its first page. Throws in words when there is no built site. */
export function builtFor(dist: string): URL {
  const home = join(dist, 'index.html');
  if (!existsSync(home)) throw new Error(`no built site in ${dist}: run "SITE_URL=https://… npm run build" first`);
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(readFileSync(home, 'utf8'))?.[1];
  if (!canonical) throw new Error(`${home} does not say which address it was built for`);
  return new URL(canonical);
}

/** Copies the site below its base path, without the files meant for other hosts. */
function copySite(dist: string, to: string, base: string, without: readonly string[]): void {
  const skip = new Set(without.map((a) => join(dist, a)));
  cpSync(dist, join(to, base), { recursive: true, preserveTimestamps: true, filter: (from) => !skip.has(from) });
}

const nginxOptions = (dist: string, moves: readonly Move[], url: URL): Pick<NginxOptions, 'base' | 'moves' | 'rules' | 'serverName'> => ({
  base: url.pathname,
  moves,
  rules: hostRules(addressesIn(dist)),
  serverName: url.hostname,
});

/** For nginx: `www/`, still without compressed siblings, and `site.conf`. */
export function forNginx(dist: string, out: string, moves: readonly Move[], over: Partial<NginxOptions> = {}): void {
  const url = builtFor(dist);
  copySite(dist, join(out, 'www'), url.pathname, HOST_FILES);
  writeFileSync(join(out, 'site.conf'), nginxSite({ ...nginxOptions(dist, moves, url), root: '/var/www/right-to-object', listen: ['80', '[::]:80'], brotli: false, ...over }));
}

/** For a container: `www/`, the whole `nginx.conf`, and the `Dockerfile` that takes both. Plain http on port 8080. */
export function forContainer(dist: string, out: string, moves: readonly Move[]): void {
  const url = builtFor(dist);
  copySite(dist, join(out, 'www'), url.pathname, HOST_FILES);
  const site = nginxSite({ ...nginxOptions(dist, moves, url), serverName: '_', root: '/srv/www', listen: ['8080'], brotli: true });
  writeFileSync(join(out, 'nginx.conf'), nginxMain(site, { modules: [BROTLI_MODULE], temp: '/tmp' }));
  writeFileSync(join(out, 'Dockerfile'), dockerfile());
}

/** For Netlify and Cloudflare Pages: the site below its base path, the host's two files and the 404 page at the top. */
export function forPages(dist: string, out: string, moves: readonly Move[], host: 'netlify' | 'cloudflare'): void {
  const base = builtFor(dist).pathname;
  copySite(dist, out, base, HOST_FILES);
  if (base !== '/') cpSync(join(dist, '404.html'), join(out, '404.html'));
  writeFileSync(join(out, '_headers'), headersFile(base, hostRules(addressesIn(dist))));
  writeFileSync(join(out, '_redirects'), redirectsFile(moves, base, host === 'netlify'));
}

/** GitHub Pages adds the project's path by itself, and reads neither headers nor redirects. */
export const forGitHub = (dist: string, out: string): void => copySite(dist, out, '/', ['/_headers', '/_redirects']);

/** Empties `out` first. Returns what was compressed, where the host serves compressed siblings. */
export async function assemble(host: Host, dist: string, out: string, moves: readonly Move[], nginx: Partial<NginxOptions> = {}): Promise<Squeezed | undefined> {
  builtFor(dist);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  if (host === 'github-pages') forGitHub(dist, out);
  else if (host === 'netlify' || host === 'cloudflare') forPages(dist, out, moves, host);
  else {
    if (host === 'nginx') forNginx(dist, out, moves, nginx);
    else forContainer(dist, out, moves);
    return compress(join(out, 'www'));
  }
  return undefined;
}
