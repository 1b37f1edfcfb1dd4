/** Faults of the plan: conditions on answers that do not exist, unknown claims, links that lead nowhere, answers that lead to no plan. */
import { combinations, endingsFor, PAGE_QUESTIONS, planFor, type PlanEnding, type PlanQuestion, type PlanStep } from './plan.ts';
import type { Problem } from './problems.ts';
import type { RawContent } from './raw.ts';

export function planProblems(content: RawContent, claims: ReadonlySet<string>, checkPath: (file: string, line: number, path: string) => void): Problem[] {
  const problems: Problem[] = [];
  for (const r of content.plan) {
    const plan = r.value as { questions?: PlanQuestion[]; steps?: PlanStep[]; endings?: PlanEnding[] } | null;
    // A record that does not fit its schema has been reported; its parts cannot be compared.
    if (!Array.isArray(plan?.questions) || !Array.isArray(plan.steps) || !Array.isArray(plan.endings) || plan.questions.some((q) => !Array.isArray(q.options))) continue;
    const error = (what: string, mend: string) => problems.push({ file: r.file, line: r.line, what, mend, severity: 'error' });
    const options = new Map(plan.questions.map((q) => [q.id as string, q.options.map((o) => o.id)]));
    const seen = new Set<string>();
    for (const s of plan.steps) {
      if (seen.has(s.id)) error(`plan: the step "${s.id}" stands twice`, 'give each step an id of its own');
      seen.add(s.id);
      for (const c of s.claims ?? []) if (!claims.has(c)) error(`plan, step "${s.id}": unknown claim "${c}"`, 'add it to content/data/claims/, or cite another');
      for (const when of [s.when, ...s.links.map((l) => l.when)])
        for (const [q, list] of Object.entries(when ?? {}))
          for (const a of list) if (!options.get(q)?.includes(a)) error(`plan, step "${s.id}": "${a}" is not an answer to "${q}"`, `use one of: ${(options.get(q) ?? []).join(', ')}`);
      for (const l of s.links) checkPath(r.file, r.line, l.path);
    }
    for (const e of plan.endings) {
      for (const c of e.claims ?? []) if (!claims.has(c)) error(`plan, ending "${e.id}": unknown claim "${c}"`, 'add it to content/data/claims/, or cite another');
      for (const [q, list] of Object.entries(e.when ?? {}))
        for (const a of list) if (!options.get(q)?.includes(a)) error(`plan, ending "${e.id}": "${a}" is not an answer to "${q}"`, `use one of: ${(options.get(q) ?? []).join(', ')}`);
    }
    for (const known of combinations(plan.questions.filter((q) => (PAGE_QUESTIONS as readonly string[]).includes(q.id)))) {
      const first = planFor(plan.steps, known)[0];
      if (!first || first.left || first.links.every((l) => l.when && Object.keys(l.when).some((k) => !(k in known))))
        error(`plan: the answers ${Object.values(known).join(', ')} have no first step`, 'add a step for them whose condition asks about nothing else, with a link');
      const ends = endingsFor(plan.endings, known).map((e) => e.id);
      if (ends.length !== 1)
        error(
          `plan: the answers ${Object.values(known).join(', ')} have ${ends.length === 0 ? 'no ending' : `${ends.length} endings: ${ends.join(', ')}`}`,
          'let exactly one ending fit, by questions that choose the page',
        );
    }
  }
  return problems;
}
