/** What a short address says of the page it leads to. */
import { listPages, pageByPath } from './pages.ts';
import { planPages } from './plan-pages.ts';

export interface ShortTarget {
  title: string;
  /** The page whose preview image stands for it. */
  cardOf: string;
}
const plans = new Map(planPages.map((p) => [p.path, p.title]));

export function shortTarget(path: string): ShortTarget | undefined {
  const title = pageByPath(path)?.title;
  if (title) return { title, cardOf: path };
  const plan = plans.get(path);
  return plan ? { title: plan, cardOf: listPages.plan.path } : undefined;
}
