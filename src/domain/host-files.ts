/** Writes the files that hosts read, from hosting.ts. Pure: text in, text out. `base` has slashes at both ends. */
import type { HeaderRule } from './hosting.ts';
import type { Move } from './moves.ts';
import { withBase } from './routes.ts';

const NOTE = '# Written by the build from src/domain/hosting.ts. Change it there.';

/**
 * `_headers`, as Cloudflare Pages and Netlify read it. Cloudflare joins equal names of several rules with a comma, so
 * each is taken away (`! Name`) before it is set again. Netlify skips such lines, and lets the later rule win.
 */
export function headersFile(base: string, rules: readonly HeaderRule[]): string {
  const [first] = rules;
  const blocks = rules.flatMap((rule) =>
    rule.paths.map((path) => {
      const replaced = rule === first ? [] : [...(rule.drop ?? []), ...Object.keys(rule.set).filter((name) => first && name in first.set)];
      return [withBase(base, path), ...replaced.map((name) => `  ! ${name}`), ...Object.entries(rule.set).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
    }),
  );
  return `${[NOTE, ...blocks].join('\n\n')}\n`;
}

/** Both spellings of a folder's address: hosts differ in whether one stands for both. */
export const spellings = (path: string): string[] => (path !== '/' && path.endsWith('/') ? [path, path.slice(0, -1)] : [path]);

/** What Cloudflare Pages reads at most; Netlify reads more. Cloudflare's documentation, “Redirects” and “Headers”. */
export const LIMITS = { redirects: 2000, redirectLine: 1000, headerRules: 100, headerLine: 2000 };

/**
 * `_redirects`. Moves that have a page of their own, short addresses above all, come last, and only as far as the limit
 * goes: their pages stand.
 * `force`: Netlify serves a file that stands at the address unless the status ends in `!`. Cloudflare refuses the `!`
 * and needs none.
 */
export function redirectsFile(moves: readonly Move[], base: string, force = false): string {
  const line = (from: string, to: string) => `${withBase(base, from)} ${withBase(base, to)} 301${force ? '!' : ''}`;
  const needed = moves.filter((m) => !m.standing).flatMap((m) => spellings(m.from).map((from) => line(from, m.to)));
  const kind = moves.filter((m) => m.standing).map((m) => line(m.from, m.to));
  return `${[NOTE, ...needed, ...kind.slice(0, Math.max(0, LIMITS.redirects - needed.length))].join('\n')}\n`;
}

/** What a host would ignore without a word. */
export function hostFileProblems(headers: string, redirects: string): string[] {
  const lines = (text: string) => text.split('\n').filter((l) => l.trim() && !l.startsWith('#'));
  const h = lines(headers);
  const r = lines(redirects);
  const paths = h.filter((l) => l.startsWith('/'));
  return [
    ...(paths.length > LIMITS.headerRules ? [`_headers has ${paths.length} rules, the limit is ${LIMITS.headerRules}`] : []),
    ...paths.filter((p) => /\*./.test(p)).map((p) => `_headers: a wildcard must end the path: ${p}`),
    ...h.filter((l) => l.length > LIMITS.headerLine).map((l) => `_headers: a line of ${l.length} characters, the limit is ${LIMITS.headerLine}: ${l.slice(0, 40)}`),
    ...(r.length > LIMITS.redirects ? [`_redirects has ${r.length} lines, the limit is ${LIMITS.redirects}`] : []),
    ...r.filter((l) => l.length > LIMITS.redirectLine).map((l) => `_redirects: a line of ${l.length} characters, the limit is ${LIMITS.redirectLine}: ${l.slice(0, 40)}`),
  ];
}

/** The page at an address that moved, for hosts that know no redirects. `url`: the new address in full. */
export function movedPage(to: string, base: string, url: string): string {
  const href = withBase(base, to);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=${href}">
<title>This page has moved</title>
<link rel="canonical" href="${url}">
</head>
<body>
<main>
<h1>This page has moved</h1>
<p><a href="${href}">Go to its new address</a></p>
</main>
</body>
</html>
`;
}
