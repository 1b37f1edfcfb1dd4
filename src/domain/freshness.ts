/** What is due for a check: the world outside changes without telling us, so each record and page has a day. */
import { freshness } from './dates.ts';
import type { Problem } from './problems.ts';
import type { RawContent, RawPage, RawRecord } from './raw.ts';

export interface DueItem {
  kind: 'article' | 'guide' | 'question' | 'claim' | 'route' | 'regime' | 'authority';
  id: string;
  file: string;
  line: number;
  /** The day of the next check, `YYYY-MM-DD`. */
  due: string;
}

/** `2026-11-25` and 7 -> `2026-12-02`. Days are counted in UTC, so no clock change can move one. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

/** Everything with a day of its next check, the earliest first. Entries whose day is missing or wrong are left to the content check. */
export function dueItems(content: RawContent): DueItem[] {
  const of = (kind: DueItem['kind'], file: string, line: number, id: unknown, due: unknown): DueItem[] => {
    const day = due instanceof Date ? due.toISOString().slice(0, 10) : due;
    return typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) && typeof id === 'string' ? [{ kind, id, file, line, due: day }] : [];
  };
  const records = (kind: DueItem['kind'], list: RawRecord[]) =>
    list.flatMap((r) => {
      const { id, next_check } = (r.value ?? {}) as { id?: unknown; next_check?: unknown };
      return of(kind, r.file, r.line, id, next_check);
    });
  const pages = (kind: DueItem['kind'], list: RawPage[]) => list.flatMap((p) => of(kind, p.file, 1, p.id, (p.frontmatter as { next_check?: unknown } | null)?.next_check));
  return [
    ...pages('article', content.articles),
    ...pages('guide', content.guides),
    ...pages('question', content.questions),
    ...records('claim', content.claims),
    ...records('route', content.routes),
    ...records('regime', content.regimes),
    ...records('authority', content.authorities),
  ].sort((a, b) => a.due.localeCompare(b.due) || a.file.localeCompare(b.file) || a.line - b.line);
}

const WARNED = new Set<DueItem['kind']>(['route', 'regime', 'authority']);

/** @param today `YYYY-MM-DD` @returns warnings; an overdue record does not stop a build, its page says so */
export function dueProblems(content: RawContent, today: string): Problem[] {
  return dueItems(content)
    .filter((i) => WARNED.has(i.kind) && freshness(i.due, today) === 'overdue')
    .map((i) => ({ file: i.file, line: i.line, what: `${i.kind} "${i.id}" was due for a check on ${i.due}`, mend: 'check it again, then set "seen" and "next_check"', severity: 'warning' as const }));
}

/**
 * The list for an editor: what is overdue, and what becomes due within `days`, by kind of entry under its day.
 * @param today `YYYY-MM-DD`
 */
export function dueReport(items: readonly DueItem[], today: string, days: number): { text: string; overdue: number; upcoming: number } {
  const last = addDays(today, days);
  const overdue = items.filter((i) => freshness(i.due, today) === 'overdue');
  const upcoming = items.filter((i) => freshness(i.due, today) === 'ok' && i.due <= last);
  const lines = (list: readonly DueItem[]) => list.map((i) => `  ${i.due}  ${i.kind.padEnd(9)} ${i.id}  (${i.file}:${i.line})`);
  const next = items.find((i) => i.due > last);
  const text = [
    `Overdue on ${today}: ${overdue.length}`,
    ...lines(overdue),
    `Due until ${last}: ${upcoming.length}`,
    ...lines(upcoming),
    ...(overdue.length + upcoming.length === 0 && next ? [`The next check is due on ${next.due}: ${next.kind} ${next.id}`] : []),
    ...(overdue.length > 0 ? ['Compare each with its sources, then set "seen" or "checked", and "next_check".'] : []),
  ].join('\n');
  return { text, overdue: overdue.length, upcoming: upcoming.length };
}
