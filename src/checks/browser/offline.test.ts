/** The kept copy: each test has a browser without a past, and a server that can fail or go away. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { readManifest, versionText, writeManifest, type Manifest } from '../../domain/offline.ts';
import { launch } from './browser.ts';
import { faulty, type Faulty } from './faulty-server.ts';
import { listen } from './violations.ts';

let browser: Browser;
before(async () => (browser = await launch()));
/** What a test that failed left open would keep the process alive. */
const opened: Faulty[] = [];
after(async () => {
  await browser.close();
  for (const site of opened) await site.stop().catch(() => undefined);
});

const sha256 = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex');
const list = readManifest(JSON.parse(readFileSync('dist/offline/files.json', 'utf8'))) as Manifest;

async function fresh(): Promise<{ site: Faulty; context: BrowserContext; page: Page; done(): Promise<void> }> {
  const site = await faulty();
  opened.push(site);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  return {
    site,
    context,
    page,
    async done() {
      await context.close();
      await site.stop();
    },
  };
}

const line = (page: Page): Promise<string> => page.innerText('offline-copy [data-part="state"]');
const says = (page: Page, text: RegExp) => page.waitForFunction((t) => new RegExp(t).test(document.querySelector('offline-copy [data-part="state"]')?.textContent ?? ''), text.source);
const error = async (page: Page): Promise<string> => {
  await page.waitForSelector('offline-copy [data-part="error"]:not([hidden])');
  return page.innerText('offline-copy [data-part="error"]');
};
async function open(page: Page, site: Faulty): Promise<void> {
  await page.goto(`${site.url}/offline/`);
  await page.waitForSelector('offline-copy[data-ready]');
}
async function keep(page: Page, site: Faulty): Promise<void> {
  await open(page, site);
  await page.click('[data-part="keep"]');
  await says(page, /Kept on this device/);
}
/** What the browser holds: names of caches, number of workers, number of files. */
const holds = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const files = (await Promise.all(names.map(async (n) => (await (await caches.open(n)).keys()).filter((r) => r.url.includes('/offline/blob/')).length))).reduce((a, b) => a + b, 0);
    const complete = (await Promise.all(names.map(async (n) => ((await (await caches.open(n)).match('/offline/kept')) ? 1 : 0)))).length;
    return { caches: names.length, workers: (await navigator.serviceWorker.getRegistrations()).length, files, complete: files > 0 && complete > 0 };
  });
const NOTHING = { caches: 0, workers: 0, files: 0, complete: false };
async function unplug(context: BrowserContext, site: Faulty): Promise<void> {
  await context.setOffline(true);
  await site.stop();
}
const distinct = new Set(list.files.map((f) => f.hash)).size;

/** A newer version in which one page has other words. */
function newVersion(site: Faulty, path = '/about/', words = 'NEWER WORDS'): void {
  const text = Buffer.from(readFileSync(`dist${path}index.html`, 'utf8').replace('</h1>', ` ${words}</h1>`));
  const files = list.files.map((f) => (f.path === path ? { ...f, hash: sha256(text), bytes: text.length } : f));
  const version = sha256(versionText({ files, moves: list.moves }));
  site.faults.set(path, text);
  site.faults.set('/offline/files.json', Buffer.from(writeManifest({ ...list, files, version, built: '2030-02-03' })));
  site.faults.set('/offline/version.json', Buffer.from(JSON.stringify({ version, built: '2030-02-03' })));
}

test('nothing is stored, registered or fetched for it before the reader asks; the button says how much it fetches', async () => {
  const { site, page, done } = await fresh();
  await open(page, site);
  assert.match(await page.innerText('[data-part="keep"]'), /^Keep the whole site on this device \([\d,]+ kB\)$/);
  const said = Number(/\(([\d,]+) kB/.exec(await page.innerText('[data-part="keep"]'))?.[1]?.replace(',', ''));
  const packs = list.packs.reduce((n, p) => n + p.sent, 0) / 1000;
  assert.ok(Math.abs(said - packs) <= 2, `${said} is not ${packs}`);
  await page.goto(`${site.url}/about/`);
  await page.waitForLoadState('networkidle');
  assert.deepEqual(await holds(page), NOTHING);
  assert.deepEqual(
    site.asked.filter((p) => /^\/sw\.js|^\/offline\/./.test(p)),
    [],
  );
  await done();
});

test('after one visit everything works with the network off and the server gone: article, letter, plan, deadline, search, 404', async () => {
  const { site, context, page, done } = await fresh();
  const heard = await listen(page);
  await keep(page, site);
  assert.match(await line(page), /the site as of \d+ \w+ \d{4}, [\d,]+ files/);
  assert.deepEqual(await holds(page), { caches: 1, workers: 1, files: distinct, complete: true });
  await unplug(context, site);

  await page.goto(`${site.url}/friend-photos/`);
  assert.ok((await page.innerText('main')).length > 3000);
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(250, 246, 236)', 'with its styles');
  await page.waitForSelector('.kept-note');
  assert.match(await page.innerText('.kept-note'), /This page comes from the copy on your device, as of \d+ \w+ \d{4}/);

  await page.goto(`${site.url}/letters/objection/`);
  await page.waitForSelector('letter-form:defined');
  await page.check('input[name="role"][value="holder"]');
  await page.fill('#field-name', 'Ada Example');
  await page.waitForFunction(() => document.querySelector('[data-sheet]')?.textContent?.includes('Ada Example'));

  await page.goto(`${site.url}/plan/`);
  for (const step of ['/plan/eu-eea/', '/plan/eu-eea/yes/', '/plan/eu-eea/yes/nothing/']) {
    await page.click(`main a[href="${step}"]`);
    await page.waitForURL(site.url + step);
  }
  await page.waitForSelector('plan-steps:defined');

  await page.goto(`${site.url}/deadline/`);
  await page.waitForSelector('deadline-form:defined');
  await page.fill('#received', '2026-11-25');
  await page.selectOption('#country', 'de');
  await page.click('deadline-form button[type="submit"]');
  await page.waitForSelector('.deadline-result .due');
  assert.match(await page.innerText('.deadline-result'), /28 December 2026/, 'the public holidays are there too');

  await page.goto(`${site.url}/about`);
  assert.match(await page.title(), /^About|^What this/i, 'an address without its slash');
  await page.keyboard.press('/');
  await page.waitForSelector('dialog[open]');
  await page.keyboard.type('friends photos');
  await page.waitForSelector('dialog .hits a');
  await page.locator('dialog .hits a').first().click();
  await page.waitForURL((u) => u.pathname !== '/about');
  assert.ok((await page.innerText('main')).length > 300);

  const [from, to] = Object.entries(list.moves).find(([f]) => f.startsWith('/s/')) ?? [];
  await page.goto(site.url + from);
  assert.equal(page.url(), site.url + to, 'a short link');

  const answer = await page.goto(`${site.url}/no-such-page/`);
  assert.equal(answer?.status(), 404);
  assert.match(await page.innerText('h1'), /not in your copy/);
  await page.fill('site-search input', 'letter');
  await page.waitForSelector('site-search .hits a');
  assert.deepEqual(heard, [], 'nothing blocked, no error');
  await done();
});

test('one button removes it: 0 caches, 0 workers', async () => {
  const { site, page, done } = await fresh();
  await keep(page, site);
  await page.click('[data-part="remove"]');
  await says(page, /^Removed\./);
  assert.deepEqual(await holds(page), NOTHING);
  await page.goto(`${site.url}/about/`);
  await open(page, site);
  assert.deepEqual(await holds(page), NOTHING, 'the worker of open pages brings nothing back');
  assert.match(await page.innerText('[data-part="keep"]'), /Keep the whole site on this device/);
  await done();
});

test('“Delete everything” on the record’s page removes it too', async () => {
  const { site, page, done } = await fresh();
  await keep(page, site);
  await page.goto(`${site.url}/my-record/`);
  await page.waitForSelector('own-record[data-ready]');
  await page.click('[data-do="ask-delete"]');
  await page.click('[data-do="delete"]');
  await page.waitForFunction(() => document.querySelector('own-record [data-part="message"]')?.textContent?.startsWith('Everything was deleted'));
  assert.deepEqual(await holds(page), NOTHING);
  await done();
});

test('a download that breaks off: told, nothing half there, and the next try fetches only the rest', async () => {
  const { site, page, done } = await fresh();
  const [first, , third] = list.packs;
  assert.ok(first && third);
  site.faults.set(third.path, 'cut');
  await open(page, site);
  await page.click('[data-part="keep"]');
  assert.match(await error(page), /did not arrive/);
  const now = await holds(page);
  assert.deepEqual([now.workers, now.files > 0, now.files < distinct], [0, true, true]);
  await page.reload();
  await says(page, /stopped before its end/);
  site.faults.clear();
  site.asked.length = 0;
  await page.click('[data-part="keep"]');
  await says(page, /Kept on this device/);
  assert.ok(!site.asked.includes(first.path), 'what came is not fetched again');
  assert.ok(site.asked.includes(third.path));
  assert.deepEqual(await holds(page), { caches: 1, workers: 1, files: distinct, complete: true });
  await done();
});

test('a part that is not what the list says is refused, as is a list that is none', async () => {
  for (const path of [list.packs[0]?.path ?? '', '/offline/files.json']) {
    const { site, page, done } = await fresh();
    const bytes = Buffer.from(readFileSync(`dist${path}`));
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    // A list that breaks off is none.
    site.faults.set(path, path.endsWith('.json') ? bytes.subarray(0, bytes.length >> 1) : bytes);
    await open(page, site);
    await page.click('[data-part="keep"]');
    assert.match(await error(page), /damaged, or the site changed/, path);
    assert.equal((await holds(page)).workers, 0);
    assert.ok(site.asked.filter((p) => p === path).length <= 2, 'one try more, not for ever');
    await done();
  }
});

test('no room: told before anything is fetched, and nothing stays behind', async () => {
  const { site, context, page, done } = await fresh();
  const cdp = await context.newCDPSession(page);
  await open(page, site);
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: site.url, quotaSize: 3_000_000 });
  await page.click('[data-part="keep"]');
  assert.match(await error(page), /no room/);
  assert.deepEqual(await holds(page), NOTHING);
  assert.ok(!site.asked.some((p) => p.startsWith('/offline/pack')));
  await done();
});

test('room that runs out on the way: nothing stays behind', async () => {
  const { site, page, done } = await fresh();
  await page.addInitScript(() => {
    const put = Cache.prototype.put;
    let n = 0;
    Cache.prototype.put = function (...a) {
      n += 1;
      return n > 100 ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : put.apply(this, a);
    };
  });
  await open(page, site);
  await page.click('[data-part="keep"]');
  assert.match(await error(page), /no room/);
  assert.deepEqual(await holds(page), NOTHING);
  await done();
});

test('a browser that keeps no worker: told, and nothing stays behind', async () => {
  const { site, page, done } = await fresh();
  site.faults.set('/sw.js', 404);
  await open(page, site);
  await page.click('[data-part="keep"]');
  assert.match(await error(page), /does not keep copies/);
  assert.deepEqual(await holds(page), NOTHING);
  await done();
});

test('a newer version is told and not forced; pressing fetches only what changed; then the copy is the new one', async () => {
  const { site, context, page, done } = await fresh();
  await keep(page, site);
  newVersion(site);
  site.asked.length = 0;
  await page.goto(`${site.url}/privacy/`);
  await page.waitForSelector('.kept-note button');
  assert.match(await page.innerText('.kept-note'), /A newer version of your kept copy is there: update \(\d+ kB\)/);
  assert.ok(!site.asked.includes('/about/'), 'nothing is fetched for it before the reader presses');
  await context.setOffline(true);
  await page.goto(`${site.url}/about/`);
  assert.doesNotMatch(await page.innerText('h1'), /NEWER WORDS/, 'the copy is still the old one');
  await context.setOffline(false);
  await page.goto(`${site.url}/privacy/`);
  await page.waitForSelector('.kept-note button');
  site.asked.length = 0;
  await page.click('.kept-note button');
  await page.waitForFunction(() => document.querySelector('.kept-note')?.textContent?.includes('Your copy is now that of 3 February 2030'));
  assert.deepEqual(
    site.asked.filter((p) => p !== '/sw.js'),
    ['/offline/files.json', '/about/'],
  );
  assert.equal((await holds(page)).files, distinct, 'the old file is gone');
  await unplug(context, site);
  await page.goto(`${site.url}/about/`);
  assert.match(await page.innerText('h1'), /NEWER WORDS/);
  await done();
});

test('the page of the copy offers the update as well', async () => {
  const { site, page, done } = await fresh();
  await keep(page, site);
  newVersion(site);
  await page.reload();
  await says(page, /A newer version, of 3 February 2030, is there/);
  assert.match(await page.innerText('[data-part="keep"]'), /^Update the copy \(\d+ kB\)$/);
  await page.click('[data-part="keep"]');
  await says(page, /as of 3 February 2030/);
  await done();
});

for (const [name, fault, told] of [
  ['breaks off', 'cut', /did not arrive/],
  ['arrives damaged', Buffer.from('<h1>HALF</h1>'), /damaged/],
  ['meets a failing server', 503, /did not arrive/],
] as const)
  test(`an update that ${name} leaves the old version whole`, async () => {
    const { site, context, page, done } = await fresh();
    await keep(page, site);
    newVersion(site);
    await page.reload();
    await says(page, /A newer version/);
    site.faults.set('/about/', fault);
    await page.click('[data-part="keep"]');
    assert.match(await error(page), told);
    assert.match(await line(page), /Kept on this device/);
    await unplug(context, site);
    await page.goto(`${site.url}/about/`);
    assert.ok((await page.innerText('main')).length > 300);
    assert.doesNotMatch(await page.innerText('h1'), /NEWER|HALF/);
    await done();
  });

test('an update without room leaves the old version whole', async () => {
  const { site, context, page, done } = await fresh();
  await keep(page, site);
  newVersion(site);
  await page.addInitScript(() => {
    const put = Cache.prototype.put;
    Cache.prototype.put = function (to, what) {
      return String(to).includes('/blob/') ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : put.call(this, to, what);
    };
  });
  await page.reload();
  await says(page, /A newer version/);
  await page.click('[data-part="keep"]');
  assert.match(await error(page), /no room/);
  assert.deepEqual(await holds(page), { caches: 1, workers: 1, files: distinct, complete: true });
  await unplug(context, site);
  await page.goto(`${site.url}/about/`);
  assert.doesNotMatch(await page.innerText('h1'), /NEWER/);
  await done();
});

test('with a network the page is today’s, copy or not; a failing or silent server brings the copy, and the page says so', async () => {
  const { site, page, done } = await fresh();
  await keep(page, site);
  site.faults.set('/about/', Buffer.from(readFileSync('dist/about/index.html', 'utf8').replace('</h1>', ' TODAY</h1>')));
  await page.goto(`${site.url}/about/`);
  assert.match(await page.innerText('h1'), /TODAY/);
  assert.equal(await page.locator('.kept-note').count(), 0);
  for (const fault of [502, 'silent'] as const) {
    site.faults.set('/about/', fault);
    await page.goto(`${site.url}/about/`);
    assert.doesNotMatch(await page.innerText('h1'), /TODAY/);
    await page.waitForSelector('.kept-note');
    assert.match(await page.innerText('.kept-note'), /could not be reached/);
  }
  const missing = await page.goto(`${site.url}/no-such-page/`);
  assert.equal(missing?.status(), 404);
  assert.match(await page.innerText('h1'), /This page is not here/, 'the site’s own page, from the network');
  await done();
});

test('without script the page explains and offers the file and the book', async () => {
  const site = await faulty();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.url}/offline/`);
  assert.equal(await page.locator('button:visible').count(), 0);
  assert.match(await page.innerText('main'), /needs script/);
  assert.ok(await page.locator('a[href="/offline/right-to-object.zip"]').isVisible());
  assert.ok(await page.locator('a[href="/book/"]').first().isVisible());
  assert.doesNotMatch(await page.innerText('main'), /not measured/);
  await context.close();
  await site.stop();
});
