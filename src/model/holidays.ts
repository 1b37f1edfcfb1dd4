/** Public holidays for the deadline calculator, from the library `date-holidays`, computed at build. */
import { LANGUAGE } from '../domain/t.ts';
import Holidays from 'date-holidays';
import type { Holidays as Known } from '../domain/deadline.ts';
import { TODAY } from './site.ts';

/** EU, EEA, and the United Kingdom by England's list, as the ICO counts. */
const CODES = 'at be bg hr cy cz dk ee fi fr de gr hu is ie it lv li lt lu mt nl no pl pt ro sk si es se gb'.split(' ');
const names = new Intl.DisplayNames([LANGUAGE], { type: 'region' });
const year = Number(TODAY.slice(0, 4));
export const YEARS = { from: Math.min(2024, year - 1), to: year + 3 };

export const holidayCountries = CODES.map((code) => ({ code, name: names.of(code.toUpperCase()) ?? code })).sort((a, b) => a.name.localeCompare(b.name, LANGUAGE));

export function holidaysOf(code: string): Known {
  const list = code === 'gb' ? new Holidays('GB', 'ENG') : new Holidays(code.toUpperCase());
  const days = new Map<string, string>();
  for (let y = YEARS.from; y <= YEARS.to; y++) for (const d of list.getHolidays(y, 'en')) if (d.type === 'public') days.set(d.date.slice(0, 10), d.name);
  return { days, ...YEARS };
}
