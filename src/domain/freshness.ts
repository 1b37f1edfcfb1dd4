/** What is due for a check: routes, regimes and authorities change outside this project, so each has a day. */
import { freshness } from './dates.ts';
import type { Problem } from './problems.ts';
import type { RawContent } from './raw.ts';

/** @param today `YYYY-MM-DD` @returns warnings; an overdue record does not stop a build, its page says so */
export function dueProblems(content: RawContent, today: string): Problem[] {
  const lists = [
    ['route', content.routes],
    ['regime', content.regimes],
    ['authority', content.authorities],
  ] as const;
  return lists.flatMap(([kind, records]) =>
    records.flatMap((r) => {
      const { id, next_check } = (r.value ?? {}) as { id?: string; next_check?: unknown };
      if (typeof next_check !== 'string' || freshness(next_check, today) === 'ok') return [];
      return [{ file: r.file, line: r.line, what: `${kind} "${id}" was due for a check on ${next_check}`, mend: 'check it again, then set "seen" and "next_check"', severity: 'warning' as const }];
    }),
  );
}
