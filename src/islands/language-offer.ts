/**
 * Where the browser prefers a language that this page is written in, a link to it joins the main navigation, in that
 * language. Nobody is sent anywhere, nothing is kept.
 */
export function offerLanguage(): void {
  const here = document.documentElement.lang;
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.languages a')];
  for (const wish of navigator.languages) {
    const code = wish.slice(0, 2).toLowerCase();
    if (code === here) return;
    const link = links.find((a) => a.hreflang === code);
    const row = document.querySelector('.main-nav ul');
    if (!link || !row) continue;
    const offer = document.createElement('a');
    offer.href = link.href + location.hash;
    offer.lang = offer.hreflang = code;
    offer.textContent = link.title;
    const item = document.createElement('li');
    item.className = 'offer';
    item.append(offer);
    row.append(item);
    return;
  }
}
