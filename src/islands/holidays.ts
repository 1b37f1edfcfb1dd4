import type { Holidays } from '../domain/deadline.ts';

const known = new Map<string, Holidays>();

/** Public holidays of a country, from the site's own file. Throws when it does not load. */
export async function holidaysOf(base: string, code: string): Promise<Holidays> {
  const before = known.get(code);
  if (before) return before;
  const response = await fetch(`${base}${code}.json`);
  if (!response.ok) throw new Error(String(response.status));
  const { days, from, to } = (await response.json()) as { days: Record<string, string>; from: number; to: number };
  const holidays = { days: new Map(Object.entries(days)), from, to };
  known.set(code, holidays);
  return holidays;
}
