import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { openBuilt } from '../../tools/search-eval/evaluate.ts';
import { readQueries } from '../../tools/search-eval/queries.ts';
import { rig, type Rig } from './browser.ts';
import { weighSearch } from './weigh-search.ts';

let r: Rig;
before(async () => (r = await rig()));
after(() => r.stop());

const CHAIN = 'I do not give Meta or any entities associated with Meta permission\nto use my pictures, information, messages or posts,\r\nboth past and future. ';

/** Opens the dialog and looks for something; waits until the status says what was found. */
async function search(question: string, options: Parameters<Rig['open']>[0] = {}) {
  const opened = await r.open(options);
  await opened.page.goto(`${r.url}/about/`);
  await opened.page.click('.search-open');
  await opened.page.fill('dialog input[type=search]', question);
  await opened.page.waitForFunction(() => (document.querySelector('dialog [role=status]')?.textContent ?? '') !== '');
  return opened;
}
const titles = (page: Awaited<ReturnType<typeof search>>['page'], where = 'dialog') => page.$$eval(`${where} > .panel > .hits .hit-title`, (as) => as.map((a) => (a as HTMLAnchorElement).pathname));

test('the first search costs at most 180 kB, later ones 40 kB, full texts at the first asking 180 kB', async () => {
  const questions = [
    'friends photos',
    'is it too late to object?',
    'facebok objecton form',
    'how do i find out which data of mine went into the training',
    'contractors in kenya label footage',
    CHAIN.repeat(60),
  ];
  const alone = await weighSearch(
    'dist',
    questions.map((q) => [q]),
  );
  for (const [cost] of alone) assert.ok(cost && cost.bytes <= 180_000, `first: ${cost?.question.slice(0, 60)}: ${cost?.bytes}`);
  const [, ...later] = (await weighSearch('dist', [questions]))[0] ?? [];
  assert.equal(later.length, questions.length - 1);
  for (const cost of later) assert.ok(cost.bytes <= 40_000, `later: ${cost.question.slice(0, 60)}: ${cost.bytes}`);
  const asked = (await weighSearch('dist', [questions.slice(0, 1)], true))[0]?.[1];
  assert.ok(asked && asked.bytes <= 180_000 && asked.files.some(([f]) => f.includes('pf_index')), `full texts: ${asked?.bytes}`);
});

test('the browser finds what the measured search finds', async () => {
  const { page, context } = await r.open();
  const index = await openBuilt('dist');
  await page.goto(`${r.url}/search/`);
  for (const { q } of readQueries('.', { halves: ['tune'] }).filter((_, i) => i % 8 === 0)) {
    const answer = await index.find(q);
    await page.fill('site-search input', '');
    await page.waitForFunction(() => document.querySelector('site-search [role=status]')?.textContent === '');
    await page.fill('site-search input', q);
    await page.waitForFunction(() => (document.querySelector('site-search [role=status]')?.textContent ?? '') !== '');
    assert.deepEqual(
      await titles(page, 'site-search'),
      answer.hits.map((h) => h.path.replace(/#.*$/, '')),
      q,
    );
    assert.equal(await page.isVisible('site-search .meant'), answer.unknown.length > 0, q);
  }
  await context.close();
});

test('a misspelling: “Did you mean” says so, the results are for the closest words, the button takes them over', async () => {
  const { page, context } = await search('facebok objecton form');
  assert.equal(await page.innerText('dialog .meant'), 'Nothing found for “facebok” or “objecton”. Did you mean facebook objection form? The results below are for these words.');
  assert.match(await page.innerText('dialog [role=status]'), /results for “facebook objection form”, the closest words to yours/);
  assert.equal(await page.inputValue('dialog input'), 'facebok objecton form', 'what was typed stays');
  assert.equal((await titles(page))[0], '/object/facebook/');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForSelector('dialog .meant', { state: 'hidden' });
  assert.equal(await page.inputValue('dialog input'), 'facebook objection form');
  assert.equal(page.url(), `${r.url}/about/`);
  await context.close();
});

test('a word that stands nowhere is named, and the other words are searched', async () => {
  const { page, context } = await search('facebook xqzvwkj');
  await page.waitForSelector('dialog .meant');
  assert.equal(await page.innerText('dialog .meant'), 'Nothing found for “xqzvwkj”. The results below are for your other words.');
  assert.ok((await titles(page)).length > 0);
  await context.close();
});

test('a pasted text keeps its words apart, is searched by what counts, and goes nowhere', async () => {
  const { page, context, requests } = await r.open({ permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(`${r.url}/about/`);
  await page.evaluate((t) => navigator.clipboard.writeText(t), CHAIN.repeat(60));
  await page.click('.search-open');
  await page.waitForSelector('dialog[open] input');
  await page.keyboard.press('Control+V');
  await page.waitForFunction(() => /the text you pasted/.test(document.querySelector('dialog [role=status]')?.textContent ?? ''));
  assert.match(await page.inputValue('dialog input'), /permission to use my pictures, information, messages or posts, both past/);
  assert.equal((await titles(page))[0], '/myths/');
  assert.ok(await page.isHidden('dialog .panel > .button'), 'a long text makes no link');
  assert.deepEqual(
    requests.filter((u) => !u.startsWith(r.url) || /permission|entities|pictures/i.test(decodeURIComponent(u))),
    [],
  );
  assert.equal(page.url(), `${r.url}/about/`);
  await context.close();
});

test('the full texts add pages that are not in the list, and take the focus', async () => {
  const { page, context, requests } = await search('footage contractors kenya');
  assert.ok(!requests.some((u) => u.includes('/pagefind/')), 'nothing of the full texts before they are asked');
  const before = await titles(page);
  await page.click('dialog .more button');
  await page.waitForSelector('dialog .more-title');
  assert.equal(await page.evaluate(() => document.activeElement?.className), 'more-title');
  assert.ok(requests.some((u) => u.includes('/pagefind/')));
  const added = await page.$$eval('dialog .more .hit-title', (as) => as.map((a) => (a as HTMLAnchorElement).pathname));
  assert.deepEqual(
    added.filter((a) => before.includes(a)),
    [],
  );
  await context.close();
});

test('what was found is accessible, in both themes, with and without a misspelling', async () => {
  const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
  for (const colorScheme of ['light', 'dark'] as const)
    for (const [question, width] of [
      ['facebok objecton form', 1280],
      ['friends photos', 360],
      ['xqzvwk', 320],
    ] as const) {
      const { page, context } = await search(question, { colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
      await page.addScriptTag({ content: axe });
      const found = await page.evaluate(async () =>
        (await (globalThis as unknown as { axe: { run(o: string): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run('dialog')).violations.map(
          (v) => `${v.id}: ${v.nodes[0]?.html}`,
        ),
      );
      assert.deepEqual(found, [], `${question} ${colorScheme}`);
      assert.ok(
        await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth && (document.querySelector('dialog')?.scrollWidth ?? 0) <= (document.querySelector('dialog')?.clientWidth ?? 0)),
        `${question}: nothing is wider than its frame`,
      );
      await context.close();
    }
});

test('an index that does not load leads to the index of all pages', async () => {
  const { page, context } = await r.open();
  await page.route('**/search-index/**', (route) => route.abort());
  await page.goto(`${r.url}/about/`);
  await page.click('.search-open');
  await page.waitForFunction(() => /could not load/.test(document.querySelector('dialog [role=status]')?.textContent ?? ''));
  assert.ok(await page.isVisible('dialog [role=status] a[href$="/search/"]'));
  await context.close();
});
