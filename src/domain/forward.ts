/**
 * The page of a short address: leads on at once without script, and shows where to. It carries the target's title and
 * preview image, because the chat a short address is pasted into reads this page and follows no refresh.
 */
export interface Forward {
  title: string;
  /** Where the reader goes, with the base path. */
  href: string;
  /** The target's full address. */
  url: string;
  /** The target's preview image, in full. */
  image: string;
}

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** A whole HTML page of less than 1,000 bytes at usual lengths of address and title. */
export function forwardPage(f: Forward): string {
  const [title, href, url, image] = [f.title, f.href, f.url, f.image].map(escape);
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'">`,
    `<meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">`,
    `<title>${title}</title><link rel="canonical" href="${url}"><meta http-equiv="refresh" content="0;url=${href}">`,
    `<meta property="og:title" content="${title}"><meta property="og:image" content="${image}"><meta name="twitter:card" content="summary_large_image">`,
    `</head><body><p><a href="${href}">${title}</a></body></html>`,
  ].join('');
}
