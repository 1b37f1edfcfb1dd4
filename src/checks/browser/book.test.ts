/** The book on paper. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { rig, type Rig } from './browser.ts';

let r: Rig;
before(async () => (r = await rig()));
after(() => r.stop());

test('on paper: a page for each part and each article, guide and letter; the contents lead to each; no navigation', async () => {
  const { page, context } = await r.open();
  await page.goto(`${r.url}/book/`);
  await page.emulateMedia({ media: 'print' });
  const breaks = await page.$$eval('.part, .part-articles .chapter + .chapter, .part-guides .chapter + .chapter, .part-letters .chapter + .chapter', (all) =>
    all.map((e) => getComputedStyle(e).breakBefore),
  );
  assert.ok(breaks.length > 30 && breaks.every((b) => b === 'page'));
  for (const gone of ['.main-nav', '.site-footer', '.share', '.search-open', '.crumbs']) assert.equal(await page.locator(gone).first().isVisible(), false, gone);
  assert.ok(await page.locator('.book-contents').isVisible());
  const pdf = (await page.pdf({ format: 'A4', outline: false, tagged: false })).toString('latin1');
  const sheets = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  // About 90,000 words at 350 to 700 on a page, and the breaks.
  assert.ok(sheets > 120 && sheets < 420, `${sheets} pages`);
  const links = pdf.match(/\/Dest\s*[/(]/g)?.length ?? 0;
  assert.ok(links > (await page.locator('.book-contents a').count()), `${links} links inside the file`);
  await context.close();
});
