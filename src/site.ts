/** The one place that knows the site's name and address. */

export const SITE_NAME = 'Right to Object';
/** Used when SITE_URL is not set: where `npm start` serves the site. */
export const DEFAULT_ADDRESS = 'http://localhost:4321/';

/**
 * Splits the public address into what Astro wants.
 * `https://example.org/sub` -> site `https://example.org`, base `/sub/`.
 * Throws when the text is not a web address.
 */
export function address(text: string | undefined): { site: string; base: string } {
  const given = text?.trim() || DEFAULT_ADDRESS;
  let url: URL;
  try {
    url = new URL(given);
  } catch {
    throw new Error(`SITE_URL is not a web address: "${given}". Write it in full, such as https://example.org/ or https://example.org/sub/`);
  }
  if (!/^https?:$/.test(url.protocol)) throw new Error(`SITE_URL must begin with http:// or https://, not "${url.protocol}"`);
  return { site: url.origin, base: url.pathname.endsWith('/') ? url.pathname : `${url.pathname}/` };
}

/** English stands at the root, every other language below it: `/sub/` -> `/sub/de/`. */
export const editionBase = (root: string, language: string): string => (language === 'en' ? root : `${root}${language}/`);
