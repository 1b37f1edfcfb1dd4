/** Turns the bench's figures into the table people read, and says which targets hold. Pure: figures in, text out. */
import type { LoadFigures } from './load.ts';
import type { BuildFigures } from './measure.ts';
import type { SiteName } from './sites.ts';

export interface SiteFigures extends BuildFigures {
  site: SiteName;
  pages: number;
  /** Bytes of the finished site. */
  dist: number;
  /** Absent when the bench ran without a browser. */
  load?: LoadFigures;
}
export interface LighthouseFigures {
  path: string;
  /** Lowest of the runs, 0 to 100. */
  performance: number;
}
/** One build of this site with all its content, in seconds. */
export interface StageFigures {
  pages: number;
  cards: number;
  /** With no preview card kept from an earlier build, and with all of them. */
  coldSeconds: number;
  warmSeconds: number;
  /** Of the warm build, the dearest first. */
  stages: { name: string; seconds: number }[];
}
export interface BenchResult {
  /** Day of the run, YYYY-MM-DD. */
  date: string;
  machine: string;
  sites: SiteFigures[];
  stages?: StageFigures;
  lighthouse?: LighthouseFigures[];
}
export interface Target {
  what: string;
  holds: boolean;
  measured: string;
}

const kb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
const times = (a: number, b: number): string => (b > 0 ? (a / b).toFixed(2) : '-');
const NAMES: Record<SiteName, string> = { own: 'This site', starlight: 'Starlight', eleventy: 'Eleventy' };

const at = (result: BenchResult, site: SiteName, pages: number) => result.sites.find((s) => s.site === site && s.pages === pages);
const sizes = (result: BenchResult): number[] => [...new Set(result.sites.map((s) => s.pages))].sort((a, b) => a - b);

/** The targets of the project, each with what was measured. Sizes that were not run are not judged. */
export function targets(result: BenchResult): Target[] {
  const out: Target[] = [];
  const add = (what: string, holds: boolean, measured: string) => out.push({ what, holds, measured });
  for (const pages of sizes(result)) {
    const [own, star] = [at(result, 'own', pages), at(result, 'starlight', pages)];
    if (!own || !star) continue;
    add(`${pages} pages: build time below Starlight’s`, own.seconds < star.seconds, `${own.seconds.toFixed(1)} s to ${star.seconds.toFixed(1)} s`);
    add(`${pages} pages: peak memory below Starlight’s`, own.megabytes < star.megabytes, `${own.megabytes} MB to ${star.megabytes} MB`);
    if (own.load && star.load) {
      add(`${pages} pages: page bytes at most 0.2 of Starlight’s`, own.load.bytes <= 0.2 * star.load.bytes, times(own.load.bytes, star.load.bytes));
      add(`${pages} pages: largest paint at most 0.7 of Starlight’s`, own.load.largestPaint <= 0.7 * star.load.largestPaint, times(own.load.largestPaint, star.load.largestPaint));
    }
  }
  const own = result.sites.filter((s) => s.site === 'own').sort((a, b) => a.pages - b.pages);
  for (let i = 1; i < own.length; i += 1) {
    const [less, more] = [own[i - 1] as SiteFigures, own[i] as SiteFigures];
    const factor = more.pages / less.pages;
    add(
      `from ${less.pages} to ${more.pages} pages: time grows no faster than the page count`,
      more.seconds / less.seconds <= factor,
      `${times(more.seconds, less.seconds)} times for ${factor} times the pages`,
    );
    add(
      `from ${less.pages} to ${more.pages} pages: memory grows no faster than the page count`,
      more.megabytes / less.megabytes <= factor,
      `${times(more.megabytes, less.megabytes)} times for ${factor} times the pages`,
    );
  }
  const largest = own.at(-1);
  if (largest && largest.pages >= 5000) add('5,000 pages within 4 GB', largest.megabytes <= 4096, `${largest.megabytes} MB`);
  if (result.lighthouse?.length) {
    const worst = result.lighthouse.reduce((a, b) => (b.performance < a.performance ? b : a));
    add('Lighthouse performance 100 on every kind of page', worst.performance === 100, `lowest: ${worst.performance} on ${worst.path}`);
  }
  return out;
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => [row(head), row(head.map((_, i) => (i < 2 ? '---' : '--:'))), ...rows.map(row)].join('\n');

/** What costs most in this site's own build. Cards are drawn beside the pages, so their cost is the time they add. */
function costs({ pages, cards, coldSeconds, warmSeconds, stages }: StageFigures): string {
  const each = Math.max(0, Math.round(((coldSeconds - warmSeconds) * 1000) / cards));
  const named = stages.filter((s) => s.seconds >= 0.1).map((s) => `${s.name} ${s.seconds.toFixed(1)} s`);
  return `Preview images are not in these builds. This site with all its content, ${pages} pages, is built in ${warmSeconds.toFixed(1)} s: ${named.join(', ')}. The ${cards} preview images make a first build ${Math.max(0, coldSeconds - warmSeconds).toFixed(1)} s longer, ${each} ms each, and are kept for later ones.`;
}

/** The report as Markdown. */
export function report(result: BenchResult): string {
  const builds = sizes(result).flatMap((pages) =>
    (['own', 'starlight', 'eleventy'] as const).flatMap((site) => {
      const f = at(result, site, pages);
      const star = at(result, 'starlight', pages);
      return f
        ? [[String(pages), NAMES[site], f.seconds.toFixed(1), star ? times(f.seconds, star.seconds) : '-', String(f.megabytes), star ? times(f.megabytes, star.megabytes) : '-', mb(f.dist)]]
        : [];
    }),
  );
  const loads = sizes(result).flatMap((pages) =>
    (['own', 'starlight', 'eleventy'] as const).flatMap((site) => {
      const f = at(result, site, pages)?.load;
      const star = at(result, 'starlight', pages)?.load;
      return f
        ? [
            [
              String(pages),
              NAMES[site],
              kb(f.bytes),
              star ? times(f.bytes, star.bytes) : '-',
              String(f.requests),
              String(Math.round(f.firstPaint)),
              String(Math.round(f.largestPaint)),
              star ? times(f.largestPaint, star.largestPaint) : '-',
              String(Math.round(f.blocking)),
              f.shift.toFixed(3),
              kb(f.searchBytes),
            ],
          ]
        : [];
    }),
  );
  return [
    `Measured on ${result.date}, ${result.machine}. One run each; loads are the median of five with an empty cache.`,
    table(['pages', 'site', 'build, s', 'to Starlight', 'memory, MB', 'to Starlight', 'dist'], builds),
    ...(loads.length > 0
      ? [table(['pages', 'site', 'first view', 'to Starlight', 'requests', 'first paint, ms', 'largest paint, ms', 'to Starlight', 'blocking, ms', 'shift', 'first search'], loads)]
      : []),
    ...(result.stages ? [costs(result.stages)] : []),
    targets(result)
      .map((t) => `- ${t.holds ? 'holds' : '**missed**'}: ${t.what} (${t.measured})`)
      .join('\n'),
  ].join('\n\n');
}

export const README_MARKS = ['<!-- bench: written by npm run bench -->', '<!-- /bench -->'] as const;

/** Puts the report between the two marks of a text. Throws when they are missing. */
export function quoteInto(text: string, body: string): string {
  const [open, close] = README_MARKS;
  const [from, to] = [text.indexOf(open), text.indexOf(close)];
  if (from < 0 || to < from) throw new Error(`README.md has no place for the figures: it needs the lines ${open} and ${close}`);
  return `${text.slice(0, from + open.length)}\n\n${body}\n\n${text.slice(to)}`;
}
