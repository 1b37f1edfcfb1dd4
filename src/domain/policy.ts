/**
 * The Content-Security-Policy of every page. The only inline script is `THEME_BOOT`, listed here by its hash:
 * without it a reader who chose the other theme would see the wrong one flash.
 */
import { createHash } from 'node:crypto';

/** Applies the theme the reader chose, before anything is painted. Storage can be forbidden: then nothing happens. */
export const THEME_BOOT = "try{const t=localStorage.getItem('theme');if(t)document.documentElement.dataset.theme=t}catch{}";

const hash = (script: string): string => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

/** `'wasm-unsafe-eval'` lets the search index's WebAssembly run; it allows no script evaluation. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `script-src 'self' 'wasm-unsafe-eval' ${hash(THEME_BOOT)}`,
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');

/** Of a page made for frames on other sites: one style sheet and nothing else. No script, no picture, no form. */
export const embedPolicy = (): string => ["default-src 'none'", "style-src 'self'", "form-action 'none'", "base-uri 'none'"].join('; ');
