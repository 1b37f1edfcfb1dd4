/** `<toc-current>` marks the heading the reader is at. */
export function startToc(): void {
  const toc = document.querySelector('toc-current');
  if (!toc) return;
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
