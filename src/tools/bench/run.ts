/**
 * npm run bench -- [--sizes 100,1000,5000] [--no-browser] [--no-lighthouse] [--keep]
 * npm run bench -- --stages: only what each stage of this site's own build costs; the other figures stay.
 * Builds this site's template, a Starlight site and an Eleventy site from the same generated articles, loads an
 * article of each as a slow phone, and writes src/tools/bench/results.json and the table in README.md.
 * What it compares with is installed into .cache/bench/ from the lock file beside this one.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FINDABLE, launch, rig } from '../../checks/browser/browser.ts';
import { articles } from './content.ts';
import { audit } from './lighthouse.ts';
import { measureLoad } from './load.ts';
import { folderBytes, measureBuild } from './measure.ts';
import { quoteInto, report, targets, type BenchResult, type LighthouseFigures, type SiteFigures, type StageFigures } from './report.ts';
import { measureStages } from './stages.ts';
import { eleventySite, ownSite, starlightSite, type BenchSite, type SiteName } from './sites.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100,1000,5000' },
    browser: { type: 'boolean', default: true },
    lighthouse: { type: 'boolean', default: true },
    keep: { type: 'boolean', default: false },
    stages: { type: 'boolean', default: false },
  },
  allowNegative: true,
});
const sizes = values.sizes.split(',').map(Number);
if (sizes.some((n) => !Number.isInteger(n) || n < 2)) throw new Error('--sizes takes page counts such as 100,1000,5000');

const root = process.cwd();
const own = join(root, 'src/tools/bench');
const cache = join(root, '.cache/bench');
const results = join(own, 'results.json');

/** Installs the compared generators when they are not there, or when their lock file changed. */
function install(): string {
  mkdirSync(cache, { recursive: true });
  const lock = readFileSync(join(own, 'package-lock.json'), 'utf8');
  const installed = join(cache, 'installed.json');
  if (!existsSync(installed) || readFileSync(installed, 'utf8') !== lock) {
    for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(own, file), join(cache, file));
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: cache, stdio: 'inherit' });
    writeFileSync(installed, lock);
  }
  return join(cache, 'node_modules');
}

async function lighthousePerformance(): Promise<LighthouseFigures[]> {
  if (!existsSync(join(root, 'dist/index.html'))) throw new Error('run npm run build first: Lighthouse judges the finished site');
  const site = await rig({ debugging: 9333 });
  try {
    const out: LighthouseFigures[] = [];
    for (const path of FINDABLE) {
      const { scores, lost } = await audit(site.url, path, 9333, ['performance']);
      console.log(`lighthouse ${path} ${scores.performance} ${lost.join('; ')}`);
      out.push({ path, performance: scores.performance ?? 0 });
    }
    return out;
  } finally {
    await site.stop();
  }
}

const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', SITE_URL: 'http://localhost:4321/' };
async function stages(): Promise<StageFigures> {
  const dir = join(cache, 'sites', 'stages');
  const figures = await measureStages(root, dir, env);
  console.log(JSON.stringify(figures));
  if (!values.keep) rmSync(dir, { recursive: true, force: true });
  return figures;
}

async function whole(): Promise<BenchResult> {
  const modules = install();
  const found: SiteFigures[] = [];
  for (const pages of sizes) {
    const list = articles(pages);
    // A word that stands in many texts, as a reader's first word would.
    const query = list[0]?.title.split(' ')[0] ?? 'article';
    const makers: Record<SiteName, (dir: string) => BenchSite> = {
      own: (dir) => ownSite(root, dir, list),
      starlight: (dir) => starlightSite(modules, dir, list),
      eleventy: (dir) => eleventySite(modules, dir, list),
    };
    for (const [name, make] of Object.entries(makers)) {
      const dir = join(cache, 'sites', `${name}-${pages}`);
      const site = make(dir);
      const figures = await measureBuild(site.build, dir, env);
      const browser = values.browser ? await launch() : undefined;
      const load = browser ? await measureLoad(browser, site, query) : undefined;
      await browser?.close();
      found.push({ site: site.name, pages, ...figures, dist: folderBytes(site.out), ...(load ? { load } : {}) });
      console.log(JSON.stringify(found.at(-1)));
      if (!values.keep) rmSync(dir, { recursive: true, force: true });
    }
  }
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} processors, ${Math.round(totalmem() / 1e9)} GB of memory, Node ${process.versions.node}`,
    sites: found,
    stages: await stages(),
    ...(values.lighthouse ? { lighthouse: await lighthousePerformance() } : {}),
  };
}

const result: BenchResult = values.stages ? { ...(JSON.parse(readFileSync(results, 'utf8')) as BenchResult), stages: await stages() } : await whole();
writeFileSync(results, `${JSON.stringify(result, null, 2)}\n`);
writeFileSync('README.md', quoteInto(readFileSync('README.md', 'utf8'), report(result)));
console.log(report(result));
process.exitCode = targets(result).every((t) => t.holds) ? 0 : 1;
