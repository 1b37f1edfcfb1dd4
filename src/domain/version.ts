import { createHash } from 'node:crypto';

/**
 * A page's version, `2026-11-24-3fa9c1b`: the day it says it was updated, and a fingerprint of its words. The fingerprint is
 * the first 7 hex digits of the SHA-256 of the text without markup, white space made single. Same fingerprint, same words.
 * `text` may be HTML, or any other full record of what the page says.
 */
export function versionOf(updated: string, text: string): string {
  const words = text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return `${updated}-${createHash('sha256').update(words).digest('hex').slice(0, 7)}`;
}
