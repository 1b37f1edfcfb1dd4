import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { KINDS, rig, type Rig } from './browser.ts';

let r: Rig;
before(async () => (r = await rig()));
after(() => r.stop());

test('search by keyboard alone: open, type, choose, land at a marked hit', async () => {
  const { page, context, requests } = await r.open();
  await page.goto(`${r.url}/about/`);
  assert.ok(!requests.some((u) => u.includes('/pagefind/')), 'nothing of search is loaded before its first use');
  await page.keyboard.press('/');
  await page.waitForSelector('dialog[open]');
  await page.keyboard.type('photos of friends');
  await page.waitForSelector('dialog .hits a');
  await page.waitForFunction(() => /\d+ results?/.test(document.querySelector('dialog [role=status]')?.textContent ?? ''));
  await page.keyboard.press('ArrowDown');
  const target = await page.evaluate(() => (document.activeElement as HTMLAnchorElement).pathname);
  await page.keyboard.press('Enter');
  await page.waitForFunction((t) => location.pathname === t && CSS.highlights.size > 0, target);
  assert.equal(await page.evaluate(() => location.search), '', 'what was typed is not in the query');
  assert.ok(!(await page.evaluate(() => location.hash)).includes('hl='), 'the address is clean again');
  await context.close();
});

test('Ctrl+K opens search, Escape closes it and gives the focus back; in a field a slash is a slash', async () => {
  const { page, context } = await r.open();
  await page.goto(`${r.url}/about/`);
  await page.locator('.brand').focus();
  await page.keyboard.press('Control+k');
  await page.waitForSelector('dialog[open]');
  await page.keyboard.type('a/b');
  assert.equal(await page.inputValue('dialog input[type=search]'), 'a/b');
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog[open]', { state: 'detached' });
  assert.equal(await page.evaluate(() => document.activeElement?.className), 'brand');
  await context.close();
});

test('the button opens search; a kind narrows it; an empty result leads onward', async () => {
  const { page, context } = await r.open();
  await page.goto(`${r.url}/`);
  await page.click('.search-open');
  await page.fill('dialog input[type=search]', 'children');
  await page.waitForSelector('dialog .filters label');
  await page.getByLabel('Questions', { exact: true }).check();
  await page.waitForFunction(() => [...document.querySelectorAll('dialog .hit-kind')].every((k) => k.textContent === 'Question') && document.querySelectorAll('dialog .hit-kind').length > 0);
  await page.getByLabel('All', { exact: true }).check();
  await page.fill('dialog input[type=search]', 'xqzvwk');
  await page.waitForFunction(() => document.querySelector('dialog [role=status]')?.textContent?.startsWith('Nothing found'));
  assert.ok(await page.locator('dialog .hits a[href$="/object/"]').count());
  await context.close();
});

test('a shared search works, and what it carries is text', async () => {
  const { page, context } = await r.open();
  let alerted = false;
  page.on('dialog', (d) => {
    alerted = true;
    void d.dismiss();
  });
  await page.goto(`${r.url}/search/?q=${encodeURIComponent('friends photos')}`);
  await page.waitForSelector('site-search .hits a');
  for (const q of ['<img src=x onerror=alert(1)>', '"><script>alert(1)</script>', '%00%ff', '{{constructor}}', '\u202E\u0000abc', 'a'.repeat(3000)]) {
    await page.goto(`${r.url}/search/?q=${encodeURIComponent(q)}`);
    await page.waitForFunction(() => (document.querySelector('site-search [role=status]')?.textContent ?? '') !== '');
    assert.equal(await page.locator('site-search img, site-search script').count(), 0);
  }
  assert.equal(alerted, false);
  await context.close();
});

test('search results answer real questions near the top', async () => {
  const { page, context } = await r.open();
  const expected: [query: string, path: RegExp][] = [
    ['is it too late', /is-it-too-late|late/],
    ['friends photos', /friend/],
    ['dark pattern', /dark-pattern|deceptive/],
    ['whatsapp', /whatsapp/],
    ['legitimate interest', /legitimate-interest/],
    ['no account', /no-account|without-account/],
  ];
  await page.goto(`${r.url}/search/`);
  for (const [query, path] of expected) {
    await page.fill('site-search input', query);
    await page.waitForFunction((q) => document.querySelector('site-search [role=status]')?.textContent?.includes(`“${q}”`), query);
    const top = await page.$$eval('site-search .hit-title', (as) => as.slice(0, 3).map((a) => (a as HTMLAnchorElement).pathname));
    assert.ok(
      top.some((t) => path.test(t)),
      `${query}: ${top.join(' ')}`,
    );
  }
  await context.close();
});

test('without script every page can be read, and the search page is an index', async () => {
  const { page, context } = await r.open({ javaScriptEnabled: false });
  for (const path of KINDS) {
    await page.goto(r.url + path);
    assert.ok((await page.innerText('main')).length > 150, path);
    assert.equal(await page.locator('button:visible').count(), 0, `${path}: no button that would do nothing`);
  }
  await page.goto(`${r.url}/about/`);
  await page.click('.search-open');
  assert.match(page.url(), /\/search\/$/);
  assert.ok((await page.locator('main a').count()) > 60);
  await page.goto(`${r.url}/policy-change/`);
  const ref = page.locator('a.ref').first();
  const id = ((await ref.getAttribute('href')) ?? '').slice(1);
  await ref.click();
  assert.ok(await page.locator(`[id="${id}"]`).isVisible(), 'a number leads to its note');
  assert.match(await page.locator(`[id="${id}"]`).innerText(), /seen \d+ \w+ 2026 · [●◐○] /);
  await context.close();
});

test('a shared link opens at its heading, clear of the top edge', async () => {
  const { page, context } = await r.open();
  await page.goto(`${r.url}/dark-patterns/`);
  const id = await page.locator('.prose h2[id]').nth(2).getAttribute('id');
  await page.goto(`${r.url}/about/`);
  await page.goto(`${r.url}/dark-patterns/#${id}`);
  await page.waitForFunction((i) => Math.abs(document.getElementById(i ?? '')?.getBoundingClientRect().top ?? 999) < 120, id);
  assert.ok(((await page.evaluate((i) => document.getElementById(i ?? '')?.getBoundingClientRect().top, id)) ?? -1) >= 0);
  await context.close();
});

test('links to headings can be copied, with the clipboard API and without it', async () => {
  for (const broken of [false, true]) {
    const { page, context } = await r.open({ permissions: broken ? [] : ['clipboard-read', 'clipboard-write'] });
    if (broken) await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.goto(`${r.url}/about/`);
    const anchor = page.locator('.prose h2 .anchor').first();
    await anchor.click();
    await page.waitForFunction(() => document.getElementById('status')?.textContent === 'Link copied');
    const href = await anchor.evaluate((a) => (a as HTMLAnchorElement).href);
    assert.equal(page.url(), href);
    if (!broken) assert.equal(await page.evaluate(() => navigator.clipboard.readText()), href);
    await context.close();
  }
});

test('the share bar copies the address of the page', async () => {
  const { page, context } = await r.open({ permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(`${r.url}/about/#licence`);
  await page.click('share-bar [data-do=copy]');
  await page.waitForFunction(() => document.querySelector('share-bar [data-do=copy]')?.textContent === 'Link copied');
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${r.url}/about/`);
  assert.match((await page.getAttribute('share-bar a', 'href')) ?? '', /^mailto:\?subject=.+&body=.*http/);
  await context.close();
});

test('a walk through the site asks no other origin, sets no cookie and stores nothing', async () => {
  const { page, context, requests } = await r.open();
  const problems: string[] = [];
  page.on('console', (m) => m.type() === 'error' && !/404/.test(m.text()) && problems.push(m.text()));
  page.on('pageerror', (e) => problems.push(e.message));
  for (const path of KINDS) await page.goto(r.url + path);
  await page.goto(`${r.url}/search/?q=object`);
  await page.waitForSelector('site-search .hits a');
  assert.deepEqual(
    requests.filter((u) => !u.startsWith(r.url)),
    [],
  );
  assert.deepEqual(await context.cookies(), []);
  assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length]), [0, 0]);
  assert.deepEqual(problems, [], 'nothing blocked by the policy, no error');
  await context.close();
});

test('a theme is kept when chosen and forgotten on “Auto”', async () => {
  const { page, context } = await r.open({ colorScheme: 'light' });
  await page.goto(`${r.url}/about/`);
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.getByLabel('Dark').check();
  const dark = await background();
  assert.notEqual(dark, light);
  await page.goto(`${r.url}/privacy/`);
  assert.equal(await background(), dark);
  await page.getByLabel('Auto').check();
  assert.equal(await background(), light);
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  await context.close();
});

test('first view: at most 4 requests besides images, and nothing moves', async () => {
  for (const width of [360, 1280])
    for (const path of ['/', '/policy-change/', '/object/facebook/', '/glossary/']) {
      const { page, context } = await r.open({ viewport: { width, height: 800 } });
      const asked: string[] = [];
      page.on('request', (q) => q.resourceType() !== 'image' && !/favicon|manifest/.test(q.url()) && asked.push(q.url()));
      await page.addInitScript(() => {
        (globalThis as unknown as { shift: number }).shift = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((e) => ((globalThis as unknown as { shift: number }).shift += (e as unknown as { value: number }).value))).observe({
          type: 'layout-shift',
          buffered: true,
        });
      });
      await page.goto(r.url + path, { waitUntil: 'networkidle' });
      assert.ok(asked.length <= 4, `${path}: ${asked.join(' ')}`);
      assert.equal(await page.evaluate(() => (globalThis as unknown as { shift: number }).shift), 0, `${path} at ${width} moved`);
      await context.close();
    }
});

test('on paper: no navigation, notes as a numbered list with addresses', async () => {
  const { page, context } = await r.open();
  await page.goto(`${r.url}/policy-change/`);
  await page.emulateMedia({ media: 'print' });
  for (const gone of ['.main-nav', '.share', '.notes', '.search-open', '.toc']) assert.equal(await page.locator(gone).first().isVisible(), false, gone);
  assert.ok(await page.locator('.source-list li').first().isVisible());
  assert.match(
    await page
      .locator('.source-list a.out')
      .first()
      .evaluate((a) => getComputedStyle(a, '::after').content),
    /http/,
  );
  await context.close();
});
