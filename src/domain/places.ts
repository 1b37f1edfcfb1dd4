/** How the site words what is known about a place. Never "you have no rights": only what we found. */
import { t } from './t.ts';
import type { formCodes, rightCodes } from '../schema/places.ts';

export const RIGHT: Record<(typeof rightCodes)[number], { word: string; sign: string }> = {
  yes: { word: t('A right to object'), sign: '●' },
  equivalent: { word: t('A comparable right'), sign: '●' },
  limited: { word: t('A limited right'), sign: '◐' },
  unconfirmed: { word: t('Not confirmed'), sign: '?' },
  'none-found': { word: t('No general right found'), sign: '○' },
  excluded: { word: t('Public posts are left out of the law'), sign: '○' },
  unknown: { word: t('Not known to us'), sign: '?' },
};
export const FORM: Record<(typeof formCodes)[number], string> = {
  yes: t('Meta offers a form'),
  reported: t('A form is reported'),
  no: t('No form'),
  'none-found': t('No form found'),
  unknown: t('Not known to us'),
};
