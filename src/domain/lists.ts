/** Words in a row, joined as the language of the edition joins them. */
import { LOCALE } from './t.ts';

/** "a, b and c" */
export const allOf = (parts: readonly (string | number)[]): string => new Intl.ListFormat(LOCALE, { type: 'conjunction' }).format(parts.map(String));
/** "a, b or c" */
export const oneOf = (parts: readonly (string | number)[]): string => new Intl.ListFormat(LOCALE, { type: 'disjunction' }).format(parts.map(String));
