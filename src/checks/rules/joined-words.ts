import type { Rule } from '../rule.ts';

/** A full stop followed at once by a capital letter, outside addresses and code: a space was lost between elements. */
const JOINED = /[a-z]{2}[.;,](?:<\/?(?:a|b|em|strong|span|i)\b[^>]*>)*[A-Z][a-z]{2}/;

export const joinedWords: Rule = {
  id: 'joined-words',
  why: 'The compiler can drop the space between two inline elements.',
  severity: 'error',
  run: (site) =>
    site.pages.flatMap((p) => {
      const body = p.html
        .slice(p.html.indexOf('<main'), p.html.indexOf('</main>'))
        .replace(/<a class="(?:ref|anchor)[^>]*>[^<]*<\/a>/g, '')
        .replace(/(?:href|content|title)="[^"]*"/g, '')
        .replace(/&[a-z]+;/g, ' ');
      const m = JOINED.exec(body.replace(/[\w-]+(?:\.[\w-]+)+/g, (w) => (/\.[A-Z]/.test(w) ? w : 'x')));
      return m ? [{ at: p.path, what: `words run together: "${m[0].replace(/<[^>]+>/g, '')}"`, mend: 'put a space between the two elements' }] : [];
    }),
};
