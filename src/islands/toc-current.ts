/**
 * `<toc-current>` marks the heading the reader is at. Beside the text the styles show the contents without script;
 * here they are opened in fact as well, for browsers and helpers that go by the element's own state.
 */
export function startToc(): void {
  const toc = document.querySelector('toc-current');
  if (!toc) return;
  if (matchMedia('(min-width: 78rem)').matches) toc.querySelector('details')?.setAttribute('open', '');
  const links = new Map([...toc.querySelectorAll('a')].map((a) => [a.hash.slice(1), a]));
  const observer = new IntersectionObserver(
    (entries) => {
      const seen = entries.filter((e) => e.isIntersecting).at(-1);
      if (!seen) return;
      for (const [id, a] of links) {
        if (id === seen.target.id) a.setAttribute('aria-current', 'true');
        else a.removeAttribute('aria-current');
      }
    },
    { rootMargin: '0px 0px -70% 0px' },
  );
  for (const id of links.keys()) {
    const heading = document.getElementById(id);
    if (heading) observer.observe(heading);
  }
}
