/** Runs Lighthouse over pages of a running site in one headless Chromium. */
import lighthouse from 'lighthouse';

export type Category = 'performance' | 'accessibility' | 'best-practices' | 'seo';
export interface Scores {
  path: string;
  /** 0 to 100 for each category asked for. */
  scores: Partial<Record<Category, number>>;
  /** What cost points: category, audit, and what it says. */
  lost: string[];
}

/** Nothing is timed, so nothing needs to settle first. */
const UNTIMED = { pauseAfterFcpMs: 0, pauseAfterLoadMs: 0, networkQuietThresholdMs: 0, cpuQuietThresholdMs: 0, disableFullPageScreenshot: true };

/** `port`: the browser's remote debugging port. Lighthouse's own phone profile is used as it is. */
export async function audit(base: string, path: string, port: number, categories: readonly Category[]): Promise<Scores> {
  const timed = categories.includes('performance');
  const result = await lighthouse(base + path, { port, output: 'json', logLevel: 'error', onlyCategories: [...categories], ...(timed ? {} : UNTIMED) });
  if (!result) throw new Error(`Lighthouse gave no result for ${path}`);
  const { lhr } = result;
  if (lhr.runtimeError) throw new Error(`Lighthouse could not load ${path}: ${lhr.runtimeError.message}`);
  const scores: Scores['scores'] = {};
  const lost: string[] = [];
  for (const id of categories) {
    const category = lhr.categories[id];
    scores[id] = Math.round((category?.score ?? 0) * 100);
    for (const ref of category?.auditRefs ?? []) {
      const a = lhr.audits[ref.id];
      if (a && ref.weight > 0 && a.score !== null && a.score < 1) lost.push(`${id}: ${a.id} (${a.title}${a.displayValue ? `, ${a.displayValue}` : ''})`);
    }
  }
  return { path, scores, lost };
}
