/**
 * Pagefind starts its worker by `new Worker(text)`, and a service worker is registered by a text too. Both are sinks
 * of Trusted Types, and Pagefind cannot be handed an object in place of the text. So there is one policy, named
 * `default` because the browser asks that one about texts, which knows two addresses and no markup. The stricter
 * `trusted-types 'none'` would push the search into the page's own thread.
 */
import { trustedScript } from '../domain/trusted.ts';

interface Factory {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string | null }): unknown;
}

let done = false;

/** Makes the policy, once for the page. Runs before any sink of ours; does nothing in browsers without Trusted Types. */
export function trust(): void {
  if (done) return;
  done = true;
  const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
  const base = new URL(document.querySelector<HTMLAnchorElement>('a.brand')?.href ?? '/', location.href).pathname;
  factory?.createPolicy('default', { createScriptURL: (url) => trustedScript(url, location.href, base) });
}
