/** Dates that exist but cannot be right: a check that is due before it was made, a day far after all others. */
import type { Problem } from './problems.ts';
import type { RawContent, RawRecord } from './raw.ts';

interface Dated {
  id?: string;
  date?: string;
  seen?: string;
  checked?: string;
  published?: string;
  updated?: string;
  next_check?: string;
}
/** At most three years between a check and the next. */
const LONGEST = 3;
const later = (day: string, years: number): string => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
const isDay = (v: unknown): v is string => typeof v === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(v);

/** No clock: the newest entry of changes.yml says how far the content has come. @param sound keeps the entries that fit their schema */
export function dateProblems(content: RawContent, sound: (list: RawRecord[]) => RawRecord[]): Problem[] {
  const problems: Problem[] = [];
  const newest = content.changes
    .map((r) => (r.value as Dated | null)?.date)
    .filter(isDay)
    .sort()
    .at(-1);
  const check = (file: string, line: number, v: Dated) => {
    const error = (what: string, mend: string) => problems.push({ file, line, what: `${v.id ? `"${v.id}": ` : ''}${what}`, mend, severity: 'error' });
    const when = v.seen ?? v.checked;
    if (isDay(v.next_check) && isDay(when)) {
      if (v.next_check <= when) error(`"next_check" (${v.next_check}) is not after the check of ${when}`, 'correct one of the two dates');
      else if (v.next_check > later(when, LONGEST)) error(`"next_check" (${v.next_check}) is more than ${LONGEST} years after ${when}`, 'set a day that somebody will live to see');
    }
    if (isDay(v.published) && isDay(v.updated) && v.updated < v.published) error(`"updated" (${v.updated}) is before "published" (${v.published})`, 'correct one of the two dates');
    for (const field of ['seen', 'checked', 'published', 'updated'] as const) {
      const day = v[field];
      if (newest && isDay(day) && day > later(newest, 1)) error(`"${field}" (${day}) is more than a year after the newest entry of changes.yml`, 'correct the year, or write down the change');
    }
  };
  for (const list of [content.claims, content.sources, content.routes, content.regimes, content.authorities, content.letterWords, content.handouts])
    for (const r of sound(list)) check(r.file, r.line, r.value as Dated);
  for (const p of [...content.articles, ...content.guides, ...content.questions, ...content.info]) check(p.file, 1, p.frontmatter as Dated);
  return problems;
}
