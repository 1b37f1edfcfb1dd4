/** The frame around every text: header, contents, breadcrumbs, on a phone and beside the text. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { KINDS, rig, type Rig } from './browser.ts';

let r: Rig;
before(async () => (r = await rig()));
after(() => r.stop());

const TEXTS = ['/dark-patterns/', '/policy-change/', '/myths/', '/questions/is-it-too-late/', '/metas-email/', '/friend-photos/', '/object/', '/object/facebook/'];

for (const javaScriptEnabled of [true, false])
  test(`on a phone the header takes two rows, the contents are folded and the answer begins on the first screen: ${javaScriptEnabled ? 'with' : 'without'} script`, async () => {
    const { page, context } = await r.open({ viewport: { width: 360, height: 800 }, javaScriptEnabled });
    const problems: string[] = [];
    for (const path of TEXTS) {
      await page.goto(r.url + path);
      const header = (await page.locator('.site-header').boundingBox())?.height ?? 0;
      if (header > 125) problems.push(`${path}: the header is ${header} px high`);
      const answer = (await page.locator('.answer').boundingBox())?.y ?? 0;
      if (answer > 780) problems.push(`${path}: the answer begins at ${answer} px`);
      if ((await page.locator('.toc').count()) === 0) continue;
      if (await page.locator('.toc li a').first().isVisible()) problems.push(`${path}: the contents are not folded`);
      await page.locator('.toc summary').click();
      if (!(await page.locator('.toc li a').first().isVisible())) problems.push(`${path}: the contents do not open`);
    }
    assert.deepEqual(problems, []);
    await context.close();
  });

test('on a wide screen the contents stand open beside the text, with and without script, and not on paper', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const { page, context } = await r.open({ javaScriptEnabled });
    await page.goto(`${r.url}/dark-patterns/`);
    const contents = await page.locator('.toc li a').first().boundingBox();
    const text = await page.locator('.prose').boundingBox();
    assert.ok(contents && text && contents.height > 0 && contents.x + contents.width <= text.x, JSON.stringify({ contents, text }));
    assert.equal(await page.locator('.toc summary').isVisible(), false);
    await page.locator('.toc li a').nth(1).focus();
    await page.keyboard.press('Enter');
    assert.match(page.url(), /#.+/);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.toc').isVisible(), false);
    await context.close();
  }
});

test('the main targets of the header are 44 px and in one row down to 320 px', async () => {
  for (const width of [320, 360, 768, 1280]) {
    const { page, context } = await r.open({ viewport: { width, height: 800 } });
    await page.goto(`${r.url}/questions/`);
    const boxes = await page.$$eval('.site-header :is(.bar > a, .main-nav a)', (links) =>
      links.map((a) => {
        const { width: w, height: h, top } = a.getBoundingClientRect();
        return { name: a.textContent?.trim(), w, h, top, bar: a.closest('.bar') !== null };
      }),
    );
    assert.deepEqual(
      boxes.filter((b) => b.w < 44 || b.h < 44),
      [],
      `${width} px`,
    );
    assert.equal(new Set(boxes.filter((b) => b.bar).map((b) => Math.round(b.top))).size, 1, `${width} px: ${JSON.stringify(boxes)}`);
    assert.equal(new Set(boxes.filter((b) => !b.bar).map((b) => Math.round(b.top))).size, 1, `${width} px`);
    await context.close();
  }
});

test('on a phone every main link is reached by keyboard and then in view; the one the reader is at is in view from the start', async () => {
  const { page, context } = await r.open({ viewport: { width: 360, height: 800 } });
  await page.goto(`${r.url}/questions/is-it-too-late/`);
  const inView = () =>
    page.evaluate(() => {
      const b = (document.activeElement?.closest('.main-nav') ? document.activeElement : document.querySelector('.main-nav [aria-current]'))?.getBoundingClientRect();
      return b && b.left >= -1 && b.right <= innerWidth + 1;
    });
  assert.equal(await page.locator('.main-nav [aria-current]').innerText(), 'Questions', 'a page below a main link marks it');
  assert.ok(await inView());
  const names: string[] = [];
  for (let i = 0; i < 20; i += 1) {
    await page.keyboard.press('Tab');
    if (!(await page.evaluate(() => document.activeElement?.closest('.main-nav')))) continue;
    const name = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    names.push(name);
    // The first key loads the script that moves the row.
    for (let tries = 0; tries < 50 && !(await inView()); tries += 1) await page.waitForTimeout(20);
    assert.ok(await inView(), name);
  }
  assert.equal(names.length, await page.locator('.main-nav a').count());
  // A half-seen link that is tapped does not move away under the finger.
  await page.goto(`${r.url}/about/`);
  const half = await page.locator('.main-nav a', { hasText: 'What changed' }).boundingBox();
  await page.mouse.move((half?.x ?? 0) + 20, (half?.y ?? 0) + 20);
  await page.mouse.down();
  await page.mouse.up();
  await page.waitForURL('**/policy-change/');
  await context.close();
});

test('breadcrumbs stand on one line, level, at any width; a long last name is kept for screen readers only on a phone', async () => {
  for (const width of [320, 360, 1280]) {
    const { page, context } = await r.open({ viewport: { width, height: 800 } });
    for (const path of KINDS) {
      await page.goto(r.url + path);
      const tops = await page.$$eval('.crumbs li', (items) => items.filter((i) => i.getClientRects()[0]?.width !== 1).map((i) => i.querySelector('a, span')?.getBoundingClientRect().top));
      // Only names that are themselves a line long may go onto a second line.
      assert.ok(new Set(tops).size <= 1, `${path} at ${width}: ${tops.join(' ')}`);
      if (tops.length > 0) assert.equal(await page.locator('.crumbs [aria-current="page"]').count(), 1, path);
    }
    await context.close();
  }
});

test('an article is written in ink, in both themes: no style of a part takes over the page', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page, context } = await r.open({ colorScheme });
    for (const path of TEXTS) {
      await page.goto(r.url + path);
      const [ink, text, title] = await page.evaluate(() => {
        const probe = document.createElement('span');
        document.documentElement.append(probe);
        probe.style.color = 'var(--ink)';
        return [probe, document.querySelector('.prose p:not([class])'), document.querySelector('h1')].map((e) => e && getComputedStyle(e).color);
      });
      assert.deepEqual([text, title], [ink, ink], `${path} ${colorScheme}`);
    }
    await context.close();
  }
});
