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

/**
 * The day a build counts as today, `YYYY-MM-DD` in UTC: that of SOURCE_DATE_EPOCH (seconds), else the clock's. It decides
 * which pages say that a check is due. Two builds of one text and one day are the same, byte for byte.
 */
export function buildDay(epoch: string | undefined, now: Date): string {
  if (!epoch?.trim()) return now.toISOString().slice(0, 10);
  const at = new Date(Number(epoch) * 1000);
  if (!/^\d+$/.test(epoch.trim()) || Number.isNaN(at.getTime())) throw new Error(`SOURCE_DATE_EPOCH is not a number of seconds: "${epoch}"`);
  return at.toISOString().slice(0, 10);
}
