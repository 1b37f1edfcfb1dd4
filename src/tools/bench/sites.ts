/** Writes the three sites the bench compares, from the same articles, each as its own documentation says. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { languages } from '../../model/languages.ts';
import type { BenchArticle } from './content.ts';

export type SiteName = 'own' | 'starlight' | 'eleventy';
export interface BenchSite {
  name: SiteName;
  dir: string;
  /** Arguments to Node that build it. */
  build: string[];
  /** Folder of the finished site. */
  out: string;
  /** Address of one article. */
  article: string;
  /** Opens the search on an article and gives the field to type in. */
  openSearch: { click: string; input: string };
}

const write = (file: string, text: string): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};
/** Astro's own module, named apart: nothing here imports it. */
const VIRTUAL = 'astro:content';
const quoted = (text: string): string => JSON.stringify(text);

/** Takes a part out of a text; throws when it is not there, so that a changed config is noticed. */
function without(text: string, part: string): string {
  if (!text.includes(part)) throw new Error(`the bench expects "${part}" in astro.config.mjs: adapt src/tools/bench/sites.ts`);
  return text.replace(part, '');
}

/**
 * This site's template: its own sources and records, with the generated articles in place of its texts, and without
 * the checks of content and site and the preview images, which the others do not have.
 */
export function ownSite(root: string, dir: string, list: readonly BenchArticle[]): BenchSite {
  rmSync(dir, { recursive: true, force: true });
  for (const part of ['src', 'content', 'public', 'package.json', 'tsconfig.json']) cpSync(join(root, part), join(dir, part), { recursive: true });
  // The others have one language too.
  for (const { code } of languages(dir)) if (code !== 'en') rmSync(join(dir, 'content', code), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(dir, 'node_modules'));
  let config = readFileSync(join(root, 'astro.config.mjs'), 'utf8');
  for (const part of ['    contentCheck(language.code),\n', '    siteCheck(language, addresses),\n']) config = without(config, part);
  write(join(dir, 'astro.config.mjs'), config);
  const pages = join(dir, 'src/pages');
  const keep = new Set(['[article].astro', '404.astro']);
  for (const name of readdirSync(pages)) if (!keep.has(name)) rmSync(join(pages, name), { recursive: true });
  for (const folder of ['articles', 'guides', 'questions', 'info']) rmSync(join(dir, 'content/en', folder), { recursive: true, force: true });
  list.forEach((a, i) => {
    const next = list[(i + 1) % list.length] as BenchArticle;
    write(
      join(dir, `content/en/articles/${a.slug}.md`),
      `---\ntitle: ${quoted(a.title)}\ndescription: ${quoted(a.description)}\nnav: ${quoted(a.slug)}\norder: ${i}\nfor: readers\ntask: read\npublished: 2026-11-24\nupdated: 2026-11-24\nchecked: 2026-11-24\nnext_check: 2027-11-24\naliases: [${a.slug}, ${quoted(a.title)}, text ${i}]\nrelated: [/${next.slug}/]\n---\n\n${a.body}`,
    );
  });
  // A group of synonyms needs a word that stands on a page.
  write(join(dir, 'content/en/synonyms.yml'), `- id: bench\n  words: [${quoted((list[0]?.title ?? 'x').split(' ')[0] ?? 'x')}, benchmark]\n`);
  for (const folder of ['guides', 'questions', 'info']) mkdirSync(join(dir, 'content/en', folder), { recursive: true });
  return {
    name: 'own',
    dir,
    build: [join(root, 'node_modules/astro/bin/astro.mjs'), 'build'],
    out: join(dir, 'dist'),
    article: `/${list[0]?.slug}/`,
    openSearch: { click: '.search-open', input: 'dialog input[type=search]' },
  };
}

export function starlightSite(modules: string, dir: string, list: readonly BenchArticle[]): BenchSite {
  rmSync(dir, { recursive: true, force: true });
  // Named here, so that the bundler treats it as a part of the site. Node finds it in the folder above.
  write(join(dir, 'package.json'), '{"name":"bench-starlight","private":true,"type":"module","dependencies":{"astro":"*","@astrojs/starlight":"*"}}');
  write(
    join(dir, 'astro.config.mjs'),
    `import { defineConfig } from 'astro/config';\nimport starlight from '@astrojs/starlight';\nexport default defineConfig({ site: 'http://localhost:4321', integrations: [starlight({ title: 'Bench', sidebar: [{ label: 'Articles', items: [{ autogenerate: { directory: '.' } }] }] })] });\n`,
  );
  write(
    join(dir, 'src/content.config.ts'),
    `import { defineCollection } from '${VIRTUAL}';\nimport { docsLoader } from '@astrojs/starlight/loaders';\nimport { docsSchema } from '@astrojs/starlight/schema';\nexport const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n`,
  );
  for (const a of list) write(join(dir, `src/content/docs/${a.slug}.md`), `---\ntitle: ${quoted(a.title)}\ndescription: ${quoted(a.description)}\n---\n\n${a.body}`);
  return {
    name: 'starlight',
    dir,
    build: [join(modules, 'astro/bin/astro.mjs'), 'build'],
    out: join(dir, 'dist'),
    article: `/${list[0]?.slug}/`,
    openSearch: { click: 'button[data-open-modal]', input: 'dialog input' },
  };
}

/** Eleventy with the least a page of an article needs, and Pagefind's own ready-made search. */
export function eleventySite(modules: string, dir: string, list: readonly BenchArticle[]): BenchSite {
  rmSync(dir, { recursive: true, force: true });
  write(join(dir, 'package.json'), '{"name":"bench-eleventy","private":true,"type":"module"}');
  write(
    join(dir, 'eleventy.config.js'),
    `import * as pagefind from 'pagefind';
export default function (config) {
  config.addPassthroughCopy('src/style.css');
  config.addPassthroughCopy('src/search.js');
  config.on('eleventy.after', async () => {
    const { index } = await pagefind.createIndex();
    await index.addDirectory({ path: 'dist' });
    await index.writeFiles({ outputPath: 'dist/pagefind' });
    await pagefind.close();
  });
  return { dir: { input: 'src', output: 'dist' } };
}
`,
  );
  write(
    join(dir, 'src/_includes/page.njk'),
    `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ title }}</title>
<meta name="description" content="{{ description }}">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header><a href="/article-00001/">Bench</a> <button id="open">Search</button><div id="search"></div></header>
<main data-pagefind-body><h1>{{ title }}</h1>{{ content | safe }}</main>
<script src="/search.js" type="module"></script>
</body>
</html>
`,
  );
  write(join(dir, 'src/style.css'), 'body{font:1.125rem/1.6 Georgia,serif;max-width:40rem;margin:auto;padding:1rem}table{border-collapse:collapse}td,th{border:1px solid;padding:.25rem}\n');
  write(
    join(dir, 'src/search.js'),
    `document.getElementById('open').addEventListener('click', async () => {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/pagefind/pagefind-ui.css' });
  document.head.append(link);
  const script = Object.assign(document.createElement('script'), { src: '/pagefind/pagefind-ui.js' });
  script.onload = () => new PagefindUI({ element: '#search' });
  document.head.append(script);
});
`,
  );
  for (const a of list)
    write(join(dir, `src/${a.slug}.md`), `---\nlayout: page.njk\ntitle: ${quoted(a.title)}\ndescription: ${quoted(a.description)}\npermalink: /${a.slug}/index.html\n---\n\n${a.body}`);
  return {
    name: 'eleventy',
    dir,
    build: [join(modules, '@11ty/eleventy/cmd.cjs'), '--quiet'],
    out: join(dir, 'dist'),
    article: `/${list[0]?.slug}/`,
    openSearch: { click: '#open', input: '#search input' },
  };
}
