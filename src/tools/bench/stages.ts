/**
 * What each stage of this site's own build costs: a copy of the project is built twice, first with no preview card kept,
 * then with all of them. Astro's hooks say when a stage begins and ends.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureBuild } from './measure.ts';
import type { StageFigures } from './report.ts';

/** The project's own configuration with a clock around each integration. Plain script: it is written into the copy. */
const CLOCK = `import { writeFileSync } from 'node:fs';
import config from './astro.config.base.mjs';
const times = {};
const add = (name, ms) => (times[name] = (times[name] ?? 0) + ms);
let last = performance.now();
const until = (name) => { const now = performance.now(); add(name, now - last); last = now; };
const ends = {
  'astro:build:start': 'content read and checked',
  'astro:build:generated': 'MDX, scripts and styles bundled and pages written',
};
for (const integration of config.integrations.flat()) {
  const done = integration.hooks['astro:build:done'];
  if (done) integration.hooks['astro:build:done'] = async (options) => {
    const start = performance.now();
    await done(options);
    add(integration.name, performance.now() - start);
  };
}
config.integrations.push({ name: 'clock', hooks: {
  ...Object.fromEntries(Object.entries(ends).map(([hook, name]) => [hook, () => until(name)])),
  'astro:build:done': () => writeFileSync('stages.json', JSON.stringify(times)),
} });
export default config;
`;

const count = (dir: string, ending: string): number => readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith(ending)).length;

export async function measureStages(root: string, dir: string, env: NodeJS.ProcessEnv): Promise<StageFigures> {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  for (const part of ['src', 'content', 'public', 'package.json', 'tsconfig.json', 'CITATION.cff', 'astro.config.mjs']) cpSync(join(root, part), join(dir, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(dir, 'node_modules'));
  renameSync(join(dir, 'astro.config.mjs'), join(dir, 'astro.config.base.mjs'));
  writeFileSync(join(dir, 'astro.config.mjs'), CLOCK);
  const build = [join(root, 'node_modules/astro/bin/astro.mjs'), 'build'];
  const cold = await measureBuild(build, dir, env);
  const warm = await measureBuild(build, dir, env);
  const times = JSON.parse(readFileSync(join(dir, 'stages.json'), 'utf8')) as Record<string, number>;
  return {
    pages: count(join(dir, 'dist'), '.html'),
    cards: count(join(dir, 'dist/og'), '.png'),
    coldSeconds: cold.seconds,
    warmSeconds: warm.seconds,
    stages: Object.entries(times)
      .map(([name, ms]) => ({ name, seconds: ms / 1000 }))
      .sort((a, b) => b.seconds - a.seconds),
  };
}
