/** How the site words what is known about a place. Never "you have no rights": only what we found. */
import type { formCodes, rightCodes } from '../schema/places.ts';

export const RIGHT: Record<(typeof rightCodes)[number], { word: string; sign: string }> = {
  yes: { word: 'A right to object', sign: '●' },
  equivalent: { word: 'A comparable right', sign: '●' },
  limited: { word: 'A limited right', sign: '◐' },
  unconfirmed: { word: 'Not confirmed', sign: '?' },
  'none-found': { word: 'No general right found', sign: '○' },
  excluded: { word: 'Public posts are left out of the law', sign: '○' },
  unknown: { word: 'Not known to us', sign: '?' },
};
export const FORM: Record<(typeof formCodes)[number], string> = {
  yes: 'Meta offers a form',
  reported: 'A form is reported',
  no: 'No form',
  'none-found': 'No form found',
  unknown: 'Not known to us',
};
