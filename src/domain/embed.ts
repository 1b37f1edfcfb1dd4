/** The line of HTML that shows a claim or figure on another site. Pure. */
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Pixels: what most need at the width of a phone; what is longer scrolls inside the frame. */
export const EMBED_HEIGHT = { claim: 420, figure: 560 } as const;

/** `src` in full; `title` is what a screen reader calls the frame. No script, and the page's address is not passed on. */
export const iframeCode = (kind: keyof typeof EMBED_HEIGHT, src: string, title: string): string =>
  `<iframe src="${escape(src)}" title="${escape(title)}" width="100%" height="${EMBED_HEIGHT[kind]}" loading="lazy" referrerpolicy="no-referrer"></iframe>`;
