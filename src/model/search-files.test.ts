import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { searchPages, writeSearchIndex } from './search-files.ts';

const made: string[] = [];
after(() => made.forEach((dir) => rmSync(dir, { recursive: true })));

const html = (article: string, head = '') => `<!doctype html><html lang="en"><head><meta name="description" content="What it says.">${head}</head><body><nav>Menu</nav>${article}</body></html>`;
const ARTICLE = `<article data-pagefind-body data-aliases="one thing; another"><h1 id="top">A title</h1><div data-pagefind-ignore><span data-pagefind-meta="kind:Guide">Guide</span> 3 min</div>
<section class="answer"><h2 id="in-short" data-pagefind-ignore>In short</h2><p>Yes<a data-pagefind-ignore>1</a>, it does.</p></section><h2 id="how">How <a class="anchor">#</a></h2><blockquote>Quoted.</blockquote><p>Text.</p>
<section data-aliases="term word"><h2 id="dpa">Authority</h2><p>Watches.</p></section></article>`;

test('a page gives its kind, title, description, search words, headings, answer, quotes and text; a part its own entry', () => {
  const { lang, pages } = searchPages(html(ARTICLE), '/a/');
  assert.equal(lang, 'en');
  assert.deepEqual(pages, [
    {
      path: '/a/',
      kind: 'Guide',
      title: 'A title',
      description: 'What it says.',
      aliases: ['one thing', 'another'],
      headings: [{ id: 'how', text: 'How' }],
      answer: 'Yes, it does.',
      quotes: 'Quoted.',
      body: 'A title Yes, it does. How # Quoted. Text. Authority Watches.',
    },
    { path: '/a/#dpa', kind: 'Guide', title: 'Authority', description: 'Authority Watches.', aliases: ['term word'], headings: [], answer: '', quotes: '', body: 'Authority Watches.' },
  ]);
});

test('a page without a kind, or kept out of engines, is not searched', () => {
  assert.deepEqual(searchPages(html('<article><h1>X</h1></article>'), '/x/').pages, []);
  assert.deepEqual(searchPages(html(ARTICLE, '<meta name="robots" content="noindex">'), '/x/').pages, []);
  assert.deepEqual(searchPages('<p>no article</p>', '/x/').pages, []);
});

function project(synonyms: string): string {
  const root = mkdtempSync(join(tmpdir(), 'rto-search-'));
  made.push(root);
  mkdirSync(join(root, 'content/en'), { recursive: true });
  mkdirSync(join(root, 'dist/a'), { recursive: true });
  writeFileSync(join(root, 'content/en/search.yml'), 'stemmer: english\ncommon: english\nminor: [a]\nasking: [how]\nnames: [meta]\nsounds: []\n');
  writeFileSync(join(root, 'content/en/synonyms.yml'), synonyms);
  writeFileSync(join(root, 'dist/a/index.html'), html(ARTICLE));
  return root;
}

test('the index is written beside the site, with its parts under a name that changes with them', async () => {
  const root = project('- id: a\n  words: [authority, watchdog]\n');
  assert.deepEqual(await writeSearchIndex(join(root, 'dist'), root), { en: 2 });
  const meta = JSON.parse(readFileSync(join(root, 'dist/search-index/en.json'), 'utf8')) as { folder: string; pages: number };
  assert.equal(meta.pages, 2);
  assert.ok(readdirSync(join(root, 'dist/search-index', meta.folder)).includes('words.txt'));
});

test('synonyms that no page uses, and an unknown stemmer, stop the build', async () => {
  const idle = project('- id: a\n  words: [zeppelin, airship]\n');
  await assert.rejects(writeSearchIndex(join(idle, 'dist'), idle), /content\/en\/synonyms\.yml: .*zeppelin, airship/);
  const root = project('- id: a\n  words: [authority, watchdog]\n');
  writeFileSync(join(root, 'content/en/search.yml'), 'stemmer: klingon\ncommon: english\nminor: [a]\nasking: [how]\nnames: [meta]\nsounds: []\n');
  await assert.rejects(writeSearchIndex(join(root, 'dist'), root), /the stemmer "klingon" is not known/);
  writeFileSync(join(root, 'content/en/search.yml'), 'stemmer: english\ncommon: klingon\nminor: [a]\nasking: [how]\nnames: [meta]\nsounds: []\n');
  await assert.rejects(writeSearchIndex(join(root, 'dist'), root), /no list of common words called "klingon"/);
});
