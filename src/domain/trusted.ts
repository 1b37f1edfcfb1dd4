/**
 * The two scripts of this site that are started by an address in a text: the search index's worker and the service
 * worker. Trusted Types blocks every other text that would become script or markup.
 */
const STARTED = ['pagefind/pagefind-worker.js', 'sw.js'];

/**
 * The one thing the page's Trusted Types policy does: lets these addresses through, as they are.
 * `here` is the page's own address, `base` the site's path, with slashes at both ends.
 * Null refuses; the browser then throws where the text was used.
 */
export function trustedScript(url: string, here: string, base: string): string | null {
  const wanted = new URL(url, here);
  const ours = STARTED.some((path) => wanted.href === new URL(base + path, here).href);
  return ours ? url : null;
}
