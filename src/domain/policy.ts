/**
 * The Content-Security-Policy of every page. The only inline script is `THEME_BOOT`, listed here by its hash:
 * without it a reader who chose the other theme would see the wrong one flash.
 */
import { createHash } from 'node:crypto';

/** Applies the theme the reader chose, before anything is painted. Storage can be forbidden: then nothing happens. */
export const THEME_BOOT = "try{const t=localStorage.getItem('theme');if(t)document.documentElement.dataset.theme=t}catch{}";

const hash = (script: string): string => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

/**
 * What is used, and nothing else.
 * - `'wasm-unsafe-eval'` lets the search index's WebAssembly run; it allows no script evaluation.
 * - `form-action 'none'`: no form is sent anywhere. Where a script did not load, the browser would put what was typed
 *   into the address; this stops it.
 * - `trusted-types default`: the one policy of src/islands/trusted-types.ts. Texts become script or markup nowhere else.
 * - No `upgrade-insecure-requests`: everything comes from the site's own origin, so there is nothing to upgrade, and
 *   Safari would ask for https on http://localhost too.
 */
const DIRECTIVES = [
  "default-src 'none'",
  `script-src 'self' 'wasm-unsafe-eval' ${hash(THEME_BOOT)}`,
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
] as const;

/** As it stands in each page. */
export const CONTENT_SECURITY_POLICY = DIRECTIVES.join('; ');

/** Of a page made for frames on other sites: one style sheet and nothing else. No script, no picture, no form. */
export const embedPolicy = (): string => ["default-src 'none'", "style-src 'self'", "form-action 'none'", "base-uri 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'"].join('; ');

/** As a header: the same, and who may show the page in a frame, which browsers heed in a header only. */
export const policyHeader = (policy: string, frames: "'none'" | '*'): string => `${policy}; frame-ancestors ${frames}`;
