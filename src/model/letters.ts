/** Letters ready for a page: skeleton, fields and words joined, for one law. */
import { t } from '../domain/t.ts';
import type { Field, Letter, Paragraph, When } from '../domain/letter.ts';
import { letterPath } from '../domain/routes.ts';
import type { FieldWords, LetterField, LetterSkeleton, LetterWords } from '../schema/letter.ts';
import type { LetterLaw, Regime } from '../schema/places.ts';
import { fullUrl } from './site.ts';
import { fieldWords as fieldWordList, letterFields, letterWords, regimeById, skeletons } from './entries.ts';

/** What each law is called in a letter, and whose rules apply. */
export const LAWS: Record<LetterLaw, { name: string; place: string; regime: string }> = {
  gdpr: { name: t('GDPR'), place: t('EU and EEA'), regime: 'eu-eea' },
  uk: { name: t('UK GDPR'), place: t('United Kingdom'), regime: 'gb' },
  ch: { name: t('FADP'), place: t('Switzerland'), regime: 'ch' },
  br: { name: t('LGPD'), place: t('Brazil'), regime: 'br' },
};

/** What a letter under a law that is not the GDPR is. */
const WORDING: Record<Exclude<LetterLaw, 'gdpr'>, (letter: string) => string> = {
  uk: (letter) => t('“{letter}” in the wording for the United Kingdom, under the UK GDPR. Fill it in in your browser: nothing you type leaves it.', { letter }),
  ch: (letter) => t('“{letter}” in the wording for Switzerland, under the FADP. Fill it in in your browser: nothing you type leaves it.', { letter }),
  br: (letter) => t('“{letter}” in the wording for Brazil, under the LGPD. Fill it in in your browser: nothing you type leaves it.', { letter }),
};

const fields = new Map(letterFields.map((f) => [f.id, f]));
const fieldWords = new Map(fieldWordList.map((f) => [f.id, f]));
const words = new Map(letterWords.map((w) => [w.id, w]));

export interface LetterPage {
  path: string;
  law: LetterLaw;
  to: LetterSkeleton['to'];
  title: string;
  description: string;
  words: LetterWords;
  claims: string[];
  letter: Letter;
  /** Lines of the addressee; empty for friends and authorities, whom the reader names. */
  addressee: string[];
  /** The same letter under other laws. */
  others: { law: LetterLaw; path: string }[];
}

const forLaw = (when: When | undefined, law: LetterLaw): boolean => when?.['law'] === undefined || (Array.isArray(when['law']) && when['law'].includes(law));

function page(skeleton: LetterSkeleton, law: LetterLaw): LetterPage {
  const text = words.get(skeleton.id) as LetterWords;
  const controller = regimeById(LAWS[law].regime).controller as NonNullable<Regime['controller']>;
  const own: Field[] = skeleton.fields
    .filter((f) => forLaw(f.when, law))
    .map((f) => {
      const { kind, options, max } = fields.get(f.id) as LetterField;
      const { label, hint, gap, options: says } = fieldWords.get(f.id) as FieldWords;
      return { id: f.id, kind, options, max, required: f.required, after: f.after, when: f.when, label, hint, gap, says };
    });
  const paragraphs: Paragraph[] = skeleton.paragraphs.filter((p) => forLaw(p.when, law)).map((p) => ({ id: p.id, as: p.as, of: p.of, when: p.when, text: text.paragraphs[p.id] as string }));
  const place = LAWS[law].place;
  return {
    path: letterPath(skeleton.id, law),
    law,
    to: skeleton.to,
    title: law === 'gdpr' ? text.title : `${text.title} (${place})`,
    description: law === 'gdpr' ? text.description : WORDING[law](text.nav),
    words: text,
    claims: skeleton.claims,
    letter: {
      id: skeleton.id,
      law,
      fields: own,
      paragraphs,
      given: { law: LAWS[law].name, controller: controller.name, 'controller-address': controller.address.replace('ATTN: Privacy Operations, ', ''), guide: fullUrl('/object/') },
    },
    addressee: skeleton.to === 'controller' ? [controller.name, ...controller.address.split(', ')] : [],
    others: skeleton.laws.map((l) => ({ law: l, path: letterPath(skeleton.id, l) })),
  };
}

export const letterPages: LetterPage[] = skeletons.flatMap((s) => s.laws.map((law) => page(s, law)));
