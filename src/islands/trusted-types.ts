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

/** `base`: the site's path. Must run before anything else of ours; does nothing in browsers without Trusted Types. */
export function trust(base: string): void {
  const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
  factory?.createPolicy('default', { createScriptURL: (url) => trustedScript(url, location.href, base) });
}
