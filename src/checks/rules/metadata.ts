import type { Rule } from '../rule.ts';
import { withoutBase } from '../../domain/routes.ts';
import { wholePages } from '../site.ts';

const NEEDED = ['description', 'og:title', 'og:description', 'og:url', 'og:image', 'og:image:alt', 'twitter:card', 'twitter:image', 'viewport'];

export const metadata: Rule = {
  id: 'metadata',
  why: 'A shared link must look right where it is pasted, and each page must say what it is.',
  severity: 'error',
  run: (site) => {
    // A page that is not translated yet names the English one, which stands above the language's folder.
    const untranslated = site.language === 'en' ? [] : [site.base.slice(0, -`${site.language}/`.length)];
    const titles = new Map<string, string>();
    const descriptions = new Map<string, string>();
    // A frame is never shared or found by itself: its own rule says what it needs.
    return wholePages(site).flatMap((p) => {
      const found: { at: string; what: string; mend: string }[] = [];
      const add = (what: string, mend: string) => found.push({ at: p.path, what, mend });
      if (!/^[a-z]{2,3}(-[A-Za-z]+)?$/.test(p.lang)) add(`no usable lang on <html>: "${p.lang}"`, 'set the language of the page');
      if (!p.title.trim()) add('no <title>', 'give the page a title');
      for (const key of NEEDED) if (!p.meta.get(key)) add(`no ${key}`, 'use the Base layout');
      if (!p.canonical) add('no canonical address', 'use the Base layout');
      else if (![site.base, ...untranslated].some((base) => new URL(p.canonical).pathname === base.replace(/\/$/, '') + p.path))
        add(`canonical ${p.canonical} is another page`, 'give Base the path of this page');
      const image = p.meta.get('og:image');
      if (image && !site.files.has(withoutBase(site.base, new URL(image).pathname))) add(`the preview image ${image} does not exist`, 'add the page to allPages');
      if (/noindex/.test(p.robots)) return found;
      const twin = titles.get(p.title);
      if (twin) add(`the same title as ${twin}`, 'give each page its own title');
      titles.set(p.title, p.path);
      const description = p.meta.get('description') ?? '';
      const other = descriptions.get(description);
      if (description && other) add(`the same description as ${other}`, 'give each page its own description');
      descriptions.set(description, p.path);
      if (description.length > 160) add(`a description of ${description.length} characters`, 'at most 160');
      return found;
    });
  },
};
