/**
 * How a host has to serve the site: the one source of every host's own file. Paths are root-relative without the
 * site's base path; the writers add it.
 */
import { CONTENT_SECURITY_POLICY, embedPolicy, policyHeader } from './policy.ts';

export type Headers = Record<string, string>;

/** Features the share bar uses. All others are off. */
const USED = ['clipboard-write', 'web-share'];
/**
 * What browsers let a page turn off: Chromium's own list without client hints (a site that never asks for a hint gets
 * none of them), and `bluetooth` and `web-share`, which only some systems have.
 */
const FEATURES =
  'accelerometer aria-notify attribution-reporting autoplay bluetooth browsing-topics camera captured-surface-control clipboard-read clipboard-write compute-pressure cross-origin-isolated deferred-fetch deferred-fetch-minimal digital-credentials-get display-capture encrypted-media fullscreen gamepad geolocation gyroscope hid identity-credentials-get idle-detection interest-cohort join-ad-interest-group keyboard-map language-detector local-fonts local-network local-network-access loopback-network magnetometer microphone midi on-device-speech-recognition otp-credentials payment picture-in-picture private-aggregation private-state-token-issuance private-state-token-redemption publickey-credentials-create publickey-credentials-get run-ad-auction screen-wake-lock serial shared-storage shared-storage-select-url storage-access summarizer sync-xhr translator unload usb web-share window-management xr-spatial-tracking'.split(
    ' ',
  );
export const PERMISSIONS_POLICY = FEATURES.map((f) => `${f}=${USED.includes(f) ? '(self)' : '()'}`).join(', ');

const CSP = 'Content-Security-Policy';
const CORP = 'Cross-Origin-Resource-Policy';
export const CACHE = 'Cache-Control';
const IMMUTABLE = 'public, max-age=31536000, immutable';
/** Sent over https only. No `includeSubDomains`: what else stands on the operator's domain is not ours to decide. */
export const HSTS: [name: string, value: string] = ['Strict-Transport-Security', 'max-age=31536000'];

export interface HeaderRule {
  id: string;
  /** Exact paths, or a folder with `*` at its end. No other wildcard works on all hosts. */
  paths: string[];
  /** Takes the place of the header of the same name in the first rule. */
  set: Headers;
  /** Headers of the first rule that must not be sent. */
  drop?: string[];
}

const OPEN: Headers = { 'Access-Control-Allow-Origin': '*', [CORP]: 'cross-origin' };

/** For every path. */
const EVERYTHING: HeaderRule = {
  id: 'everything',
  paths: ['/*'],
  set: {
    [CSP]: policyHeader(CONTENT_SECURITY_POLICY, "'none'"),
    [HSTS[0]]: HSTS[1],
    'X-Content-Type-Options': 'nosniff',
    // For browsers that do not know frame-ancestors.
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': PERMISSIONS_POLICY,
    'Cross-Origin-Opener-Policy': 'same-origin',
    [CORP]: 'same-origin',
    // A page names hashed files: an old copy after a new deploy would ask for files that are gone. A correction must
    // show at once, too. Asking again costs one answer without a body.
    [CACHE]: 'public, max-age=0, must-revalidate',
  },
};

/**
 * All rules for a site with these files, given as root-relative addresses. The first rule is for everything. A path has
 * at most one further rule, so that it does not matter whether a host lets the last rule win, or the more specific one.
 */
export function hostRules(files: Iterable<string>): HeaderRule[] {
  const all = [...files];
  /** Folders of other languages: no other folder of two letters has a first page. */
  const languages = all.flatMap((f) => /^\/([a-z]{2})\/index\.html$/.exec(f)?.[1] ?? []);
  const inLanguage = (f: string): boolean => languages.some((code) => f.startsWith(`/${code}/`));
  const named = (name: string): string[] => all.filter((f) => f.endsWith(`/${name}`) && !f.startsWith('/data/') && !inLanguage(f)).sort();
  const rules: HeaderRule[] = [
    EVERYTHING,
    { id: 'hashed', paths: ['/_astro/*', '/pagefind/fragment/*', '/pagefind/index/*', '/pagefind/filter/*', '/search-index/parts/*'], set: { [CACHE]: IMMUTABLE } },
    { id: 'service-worker', paths: ['/sw.js'], set: { [CACHE]: 'no-cache' } },
    // Preview cards are shown by other sites.
    { id: 'card', paths: ['/og/*'], set: { [CACHE]: 'public, max-age=86400', [CORP]: 'cross-origin' } },
    // A feed's type cannot be told from the end of its name.
    { id: 'rss', paths: named('rss.xml'), set: { 'Content-Type': 'application/rss+xml; charset=utf-8', ...OPEN } },
    { id: 'json-feed', paths: named('feed.json'), set: { 'Content-Type': 'application/feed+json; charset=utf-8', ...OPEN } },
    { id: 'opensearch', paths: named('opensearch.xml'), set: { 'Content-Type': 'application/opensearchdescription+xml; charset=utf-8' } },
    // Open data: partners' pages may read it.
    { id: 'data', paths: ['/data/*', ...named('policy-history.json'), ...named('policy-history.csv')], set: OPEN },
    // Made to stand in other sites' frames; nothing else is.
    { id: 'embed', paths: ['/embed/*'], set: { [CSP]: policyHeader(embedPolicy(), '*'), [CORP]: 'cross-origin' }, drop: ['X-Frame-Options'] },
  ];
  // What holds below the root holds below each language: `:lang` is one part of a path, as hosts write it.
  return rules.filter((r) => r.paths.length > 0).map((r) => (languages.length === 0 || r === EVERYTHING ? r : { ...r, paths: r.paths.flatMap((p) => [p, `/:lang${p}`]) }));
}

export const matches = (pattern: string, path: string): boolean => {
  const own = pattern.startsWith('/:lang/') ? pattern.slice('/:lang'.length) : pattern;
  const rest = own === pattern ? path : /^\/[a-z]{2}(?=\/)/.test(path) ? path.slice(3) : undefined;
  return rest !== undefined && (own.endsWith('*') ? rest.startsWith(own.slice(0, -1)) : rest === own);
};

/** What a reader's browser has to get with this path. */
export function headersFor(path: string, rules: readonly HeaderRule[]): Headers {
  const hit = rules.filter((rule) => rule.paths.some((p) => matches(p, path)));
  const dropped = new Set(hit.flatMap((rule) => rule.drop ?? []));
  const all = hit.flatMap((rule) => Object.entries(rule.set));
  return Object.fromEntries(all.filter(([name]) => !dropped.has(name)));
}

/** Kinds of file by the end of the name. `text` ones get a charset and compressed siblings. */
export const TYPES: Record<string, { type: string; text: boolean }> = {
  html: { type: 'text/html', text: true },
  css: { type: 'text/css', text: true },
  js: { type: 'text/javascript', text: true },
  mjs: { type: 'text/javascript', text: true },
  json: { type: 'application/json', text: true },
  jsonld: { type: 'application/ld+json', text: true },
  webmanifest: { type: 'application/manifest+json', text: true },
  xml: { type: 'application/xml', text: true },
  svg: { type: 'image/svg+xml', text: true },
  txt: { type: 'text/plain', text: true },
  md: { type: 'text/markdown', text: true },
  csv: { type: 'text/csv', text: true },
  ics: { type: 'text/calendar', text: true },
  bib: { type: 'text/plain', text: true },
  yml: { type: 'application/yaml', text: true },
  yaml: { type: 'application/yaml', text: true },
  cff: { type: 'application/yaml', text: true },
  wasm: { type: 'application/wasm', text: false },
  png: { type: 'image/png', text: false },
  jpg: { type: 'image/jpeg', text: false },
  webp: { type: 'image/webp', text: false },
  avif: { type: 'image/avif', text: false },
  ico: { type: 'image/vnd.microsoft.icon', text: false },
  woff2: { type: 'font/woff2', text: false },
  pdf: { type: 'application/pdf', text: false },
  epub: { type: 'application/epub+zip', text: false },
  zip: { type: 'application/zip', text: false },
  // The search index comes compressed by itself.
  pagefind: { type: 'application/octet-stream', text: false },
  // Files of the kept copy in one.
  bin: { type: 'application/octet-stream', text: false },
  pf_meta: { type: 'application/octet-stream', text: false },
  pf_index: { type: 'application/octet-stream', text: false },
  pf_filter: { type: 'application/octet-stream', text: false },
  pf_fragment: { type: 'application/octet-stream', text: false },
};

/** `a/b.tar` -> `tar`; a name without a dot, or with nothing before it, has none. */
export const extension = (path: string): string => /[^/]\.([^./]+)$/.exec(path)?.[1] ?? '';

/** Written into the site for hosts, not for readers. */
export const HOST_FILES = ['/_headers', '/_redirects', '/.nojekyll'];
