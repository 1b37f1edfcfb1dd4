/**
 * Where the browser prefers a language that this page is written in, a link to it joins the main navigation, in that
 * language. Nobody is sent anywhere, nothing is kept. Where its notice cannot be read, the language's name says enough.
 */
import { LANGUAGE } from '../domain/t.ts';

/** Of every language, at the root of the site. */
const notices = async (): Promise<Record<string, string>> =>
  (await (await fetch(`${LANGUAGE === 'en' ? import.meta.env.BASE_URL : import.meta.env.BASE_URL.replace(/[^/]+\/$/, '')}languages.json`)).json()) as Record<string, string>;

export async function offerLanguage(): Promise<void> {
  const here = document.documentElement.lang;
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.languages a')];
  for (const wish of navigator.languages) {
    // Browsers name the two ways of writing Norwegian.
    const code = wish
      .slice(0, 2)
      .toLowerCase()
      .replace(/^n[bn]$/, 'no');
    if (code === here) return;
    const link = links.find((a) => a.hreflang === code);
    const row = document.querySelector('.main-nav ul');
    if (!link || !row) continue;
    const offer = document.createElement('a');
    offer.href = link.href + location.hash;
    offer.lang = offer.hreflang = code;
    offer.textContent = (await notices().catch(() => undefined))?.[code] ?? link.text;
    const item = document.createElement('li');
    item.className = 'offer';
    item.append(offer);
    row.append(item);
    return;
  }
}
