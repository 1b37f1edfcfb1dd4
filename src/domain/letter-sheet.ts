/** A letter to fill in by hand: every paragraph, with the condition under which it belongs there. Pure. */
import { quoted } from './quotes.ts';
import { allOf, oneOf } from './lists.ts';
import { t } from './t.ts';
import type { Field, Letter, When } from './letter.ts';

export interface HandParagraph {
  as: 'subject' | 'text' | 'list' | 'attachments';
  text: string;
  /** What can be ticked, for lists. */
  items: string[];
  /** "Only if …", or nothing for what always stands there. */
  only: string;
}

function conditionWords(when: When | undefined, fields: ReadonlyMap<string, Field>): string {
  const parts = Object.entries(when ?? {})
    .filter(([key]) => key !== 'law')
    .map(([key, want]) => {
      const field = fields.get(key);
      if (want === 'filled') return t('you have something to say on “{question}”', { question: field?.label ?? key });
      if (want === 'empty') return t('you have nothing to say on “{question}”', { question: field?.label ?? key });
      return t('this is so: {choice}', { choice: oneOf(want.map((w) => quoted(field?.says?.[w]?.label ?? w))) });
    });
  return parts.length > 0 ? t('Only if {conditions}', { conditions: allOf(parts) }) : '';
}

export function byHand(letter: Letter): HandParagraph[] {
  const fields = new Map(letter.fields.map((f) => [f.id, f]));
  const gap = (f: Field): string => `[${f.gap ?? f.label.toLowerCase()}]`;
  const fill = (text: string): string =>
    text.replace(/\{([a-z][a-z0-9-]*)\}/g, (whole, name: string) => {
      const field = fields.get(name);
      return field ? gap(field) : (letter.given[name] ?? whole);
    });
  return letter.paragraphs.map((p) => {
    const options = Object.values(fields.get(p.of ?? '')?.says ?? {});
    return { as: p.as, text: fill(p.text), items: p.as === 'list' ? options.map((o) => o.says) : [], only: conditionWords(p.when, fields) };
  });
}
