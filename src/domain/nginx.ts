/** Writes nginx's configuration from hosting.ts. Pure: what stands in it is given. */
import { spellings } from './host-files.ts';
import { HSTS, TYPES, type HeaderRule } from './hosting.ts';
import type { Move } from './moves.ts';
import { withBase } from './routes.ts';

export interface NginxOptions {
  /** The site's path, with slashes at both ends. */
  base: string;
  moves: readonly Move[];
  /** Of `hostRules`. */
  rules: readonly HeaderRule[];
  /** The folder that holds the site under its base path. */
  root: string;
  /** `80`, `[::]:80`, `127.0.0.1:8080`. */
  listen: string[];
  /** `_` for any. */
  serverName: string;
  /** Serve `.br` files. Needs the module ngx_http_brotli_static_module. */
  brotli: boolean;
}

const quote = (text: string): string => {
  if (/[$\\"\n]/.test(text)) throw new Error(`cannot stand in nginx's configuration: ${text}`);
  return `"${text}"`;
};
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** `:lang` is the folder of a language. */
const expression = (base: string, pattern: string): string => escaped(withBase(base, pattern.replace(/\*$/, ''))).replace(':lang', '[a-z][a-z]') + (pattern.endsWith('*') ? '' : '$');
/** An expression even for one path: plain keys go into a hash whose size the server's other sites may have settled. */
const key = (base: string, pattern: string): string => `~^${expression(base, pattern)}`;
const variable = (name: string): string => `$rto_${name.toLowerCase().replaceAll('-', '_')}`;

/**
 * One map per header, one `add_header` per header. nginx drops every `add_header` of the server as soon as a location
 * has one of its own; with maps no location needs any.
 */
function headerMap(name: string, base: string, rules: readonly HeaderRule[]): string {
  const [first, ...others] = rules;
  const lines = others.flatMap((rule) => {
    const value = rule.drop?.includes(name) ? '' : rule.set[name];
    return value === undefined ? [] : rule.paths.map((p) => `  ${key(base, p)} ${quote(value)};`);
  });
  return [`map $uri ${variable(name)} {`, `  default ${quote(first?.set[name] ?? '')};`, ...lines, '}'].join('\n');
}

/** The site's part: belongs into nginx's http block, in Debian as a file in /etc/nginx/conf.d/. */
export function nginxSite({ base, moves, rules, root, listen, serverName, brotli }: NginxOptions): string {
  // Content-Type is nginx's own matter; HSTS depends on the connection.
  const names = [...new Set(rules.flatMap((r) => Object.keys(r.set)))].filter((n) => n !== 'Content-Type' && n !== HSTS[0]);
  const moved = moves.flatMap((m) => {
    const [path = '', fragment] = m.to.split('#');
    return spellings(m.from).map((from) => `  location = ${withBase(base, from)} { return 301 "${withBase(base, path)}$is_args$args${fragment ? `#${fragment}` : ''}"; }`);
  });
  const typed = rules
    .filter((r) => r.set['Content-Type'])
    .flatMap((r) =>
      r.paths.map((p) => `  location ${p.includes(':lang') ? `~ ^${expression(base, p)}` : `= ${withBase(base, p)}`} { types {} default_type ${r.set['Content-Type']?.split(';')[0]}; }`),
    );
  const byType = Map.groupBy(Object.entries(TYPES), ([, t]) => t.type);
  const text = [...new Set(Object.values(TYPES).flatMap((t) => (t.text && t.type !== 'text/html' ? [t.type] : [])))];
  return `# Written by \`npm run host\` from src/domain/hosting.ts. Change it there.

${names.map((n) => headerMap(n, base, rules)).join('\n')}
# Over https only, also when a proxy in front ends the encryption.
map $https$http_x_forwarded_proto ${variable(HSTS[0])} {
  default "";
  ~^(on|https|onhttps)$ ${quote(HSTS[1])};
}

server {
${listen.map((l) => `  listen ${l};`).join('\n')}
  server_name ${serverName};
  root ${root};
  index index.html;
  server_tokens off;
  # Behind a proxy nginx does not know the port and the scheme that readers use.
  absolute_redirect off;
  # The site promises that it follows nobody. Delete this line only if you say so on your privacy page.
  access_log off;
  client_max_body_size 1k;

  types {
${[...byType].map(([type, entries]) => `    ${type} ${entries.map(([ext]) => ext).join(' ')};`).join('\n')}
  }
  default_type application/octet-stream;
  charset utf-8;
  charset_types ${text.join(' ')} application/rss+xml application/feed+json application/opensearchdescription+xml;

  # Every text has its compressed siblings; nothing is compressed while a reader waits.
  gzip off;
  gzip_static on;
  gzip_vary on;
  ${brotli ? 'brotli_static on;' : '# brotli_static on;  # needs libnginx-mod-http-brotli-static'}

${[...names, HSTS[0]].map((n) => `  add_header ${n} ${variable(n)} always;`).join('\n')}

  error_page 403 404 =404 ${withBase(base, '/404.html')};
  location = ${withBase(base, '/404.html')} { internal; }
  location / { }
${[...typed, ...moved].join('\n')}
  # Hidden files, files for other hosts, and compressed siblings asked for by name.
  location ~ (/\\.(?!well-known/)|/_headers$|/_redirects$|\\.br$|\\.gz$) { return 404; }
}
`;
}

/** A whole nginx.conf around the site's part, for a container or a test. nginx stays in the foreground. */
export function nginxMain(site: string, { modules, temp, user }: { modules: string[]; temp: string; user?: string }): string {
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((n) => `  ${n}_temp_path ${temp}/${n};`).join('\n');
  return `${modules.map((m) => `load_module ${m};\n`).join('')}${user ? `user ${user};\n` : ''}daemon off;
worker_processes auto;
pid ${temp}/nginx.pid;
error_log stderr warn;
events { worker_connections 1024; }
http {
  sendfile on;
  tcp_nopush on;
${folders}

${site.replace(/^(?=.)/gm, '  ')}}
`;
}

/** The image's recipe: Debian's own packages, the ones the test runs. */
export const dockerfile = (): string => `# Written by \`npm run host -- container\`. Build it here: docker build -t right-to-object .
FROM debian:bookworm-slim
RUN apt-get update \\
 && apt-get install -y --no-install-recommends nginx libnginx-mod-http-brotli-static \\
 && rm -rf /var/lib/apt/lists/*
COPY nginx.conf /etc/nginx/nginx.conf
COPY www /srv/www
USER www-data
EXPOSE 8080
STOPSIGNAL SIGQUIT
CMD ["nginx", "-e", "stderr"]
`;
