import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { rig, type Rig } from './browser.ts';

let r: Rig;
before(async () => (r = await rig()));
after(() => r.stop());

const databases = (page: Page) => page.evaluate(async () => (await indexedDB.databases()).map((d) => d.name));
const visit = async (page: Page) => {
  await page.goto(`${r.url}/my-record/`);
  await page.waitForSelector('own-record[data-ready]');
};
const PASS = 'correct horse battery';
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

async function addEntry(page: Page, account: string): Promise<void> {
  await page.fill('#own-account', account);
  await page.fill('#own-day', '2026-11-01');
  await page.fill('#own-note', '<img src=x onerror=alert(1)> مرحبا 👩‍👩‍👧');
  await page.setInputFiles('#own-files', { name: 'shot <b>.png', mimeType: 'image/png', buffer: PNG });
  await page.click('[data-form="add"] button[type="submit"]');
  await page.waitForSelector(`.entries li:has-text("${account}")`);
}

test('nothing is stored before the reader asks, and everything is gone when they delete it', async () => {
  const { page, context, requests } = await r.open();
  await visit(page);
  assert.deepEqual(await databases(page), []);
  await page.click('[data-do="start"]');
  await page.waitForSelector('[data-form="add"]:visible');
  assert.deepEqual(await databases(page), ['rto-record']);
  const before = requests.length;
  await addEntry(page, 'Facebook');
  await page.reload();
  await page.waitForSelector('.entries li');
  const text = await page.locator('.entries').innerText();
  assert.ok(text.includes('<img src=x onerror=alert(1)> مرحبا'), text);
  assert.match(text, /SHA-256 [0-9a-f]{64}/);
  assert.equal(await page.locator('.entries img').count(), 0);
  assert.ok(
    requests.slice(before).every((u) => u.startsWith(r.url)),
    'nothing is sent elsewhere',
  );
  await page.check('.entries input[type="checkbox"]');
  await page.waitForSelector('own-record[data-kept]');
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('type')), 'checkbox', 'the focus stays');
  await page.reload();
  await page.waitForSelector('.entries li');
  assert.ok(await page.isChecked('.entries input[type="checkbox"]'));
  await page.click('[data-do="ask-delete"]');
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'No, keep it', 'the safe answer has the focus');
  await page.evaluate(() => localStorage.setItem('letter:objection:gdpr', '{"name":"Ada"}'));
  await page.click('[data-do="delete"]');
  await page.waitForSelector('[data-do="start"]:visible');
  assert.deepEqual(await databases(page), []);
  assert.equal(await page.evaluate(() => localStorage.length), 0, 'what letters kept is gone too');
  await context.close();
});

test('one encrypted file carries the record to another browser; a wrong or damaged one changes nothing', async () => {
  const { page, context } = await r.open({ acceptDownloads: true });
  await visit(page);
  await page.click('[data-do="start"]');
  await addEntry(page, 'Instagram');
  await page.fill('#own-export', 'short');
  await page.click('[data-form="export"] button');
  await page.waitForSelector('#own-export-error:visible');
  await page.fill('#own-export', PASS);
  await page.fill('#own-export-again', `${PASS}?`);
  await page.click('[data-form="export"] button');
  assert.match(await page.locator('#own-export-again-error').innerText(), /differ\. Nothing was saved/);
  await page.fill('#own-export-again', PASS);
  const [file] = await Promise.all([page.waitForEvent('download'), page.click('[data-form="export"] button')]);
  const path = join(tmpdir(), `rto-${Date.now()}.rto`);
  await file.saveAs(path);
  await context.close();

  const other = await r.open();
  await visit(other.page);
  const bring = async (what: string, pass: string) => {
    await other.page.setInputFiles('#own-import', what);
    await other.page.fill('#own-import-pass', pass);
    await other.page.click('[data-form="import"] button');
  };
  const junk = join(tmpdir(), `rto-${Date.now()}-junk.rto`);
  writeFileSync(junk, 'not a record');
  await bring(junk, PASS);
  await other.page.waitForSelector('#own-import-error:visible');
  assert.match(await other.page.locator('#own-import-error').innerText(), /not a record of this site\. Nothing was changed/);
  await bring(path, `${PASS}?`);
  await other.page.waitForSelector('#own-import-pass-error:visible');
  assert.match(await other.page.locator('#own-import-pass-error').innerText(), /wrong, or the file is damaged\. Nothing was changed/);
  assert.deepEqual(await databases(other.page), [], 'a failed import stores nothing');
  await bring(path, PASS);
  await other.page.waitForSelector('.entries li:has-text("Instagram")');
  await other.context.close();
});

test('a wrong entry says so at the field and loses nothing', async () => {
  const { page, context } = await r.open();
  await visit(page);
  await page.click('[data-do="start"]');
  await page.fill('#own-note', 'a note');
  await page.fill('#own-day', '2031-01-01');
  await page.click('[data-form="add"] button[type="submit"]');
  assert.match(await page.locator('#own-account-error').innerText(), /Name the account/);
  assert.match(await page.locator('#own-day-error').innerText(), /future/);
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'own-account');
  assert.equal(await page.inputValue('#own-note'), 'a note');
  await page.fill('#own-account', 'Facebook');
  await page.fill('#own-day', '2026-11-01');
  await page.setInputFiles('#own-files', { name: 'page.html', mimeType: 'text/html', buffer: Buffer.from('<script>1</script>') });
  await page.click('[data-form="add"] button[type="submit"]');
  assert.match(await page.locator('#own-files-error').innerText(), /Only pictures and PDF/);
  assert.equal(await page.locator('.entries li').count(), 0);
  await context.close();
});

test('without script there is the table for paper, and no dead button', async () => {
  const { page, context } = await r.open({ javaScriptEnabled: false });
  await page.goto(`${r.url}/my-record/`);
  assert.ok(await page.locator('own-record').isHidden());
  assert.ok(await page.locator('table.paper').isVisible());
  await context.close();
});

test('a damaged record in the browser is said, left as it is, and not overwritten by starting anew', async () => {
  const { page, context } = await r.open();
  await visit(page);
  await page.click('[data-do="start"]');
  await addEntry(page, 'Facebook');
  const spoil = (value: unknown) =>
    page.evaluate(
      (v) =>
        new Promise<void>((done, fail) => {
          const open = indexedDB.open('rto-record', 1);
          open.onerror = () => fail(new Error('open'));
          open.onsuccess = () => {
            const work = open.result.transaction('record', 'readwrite');
            work.objectStore('record').put(v, 'record');
            work.oncomplete = () => (open.result.close(), done());
          };
        }),
      value,
    );
  const stored = () =>
    page.evaluate(
      () =>
        new Promise<unknown>((done) => {
          const open = indexedDB.open('rto-record', 1);
          open.onsuccess = () => {
            const get = open.result.transaction('record').objectStore('record').get('record');
            get.onsuccess = () => (open.result.close(), done(get.result));
          };
        }),
    );
  const damaged = { version: 1, entries: [{ id: 'x', account: 'Facebook' }] };
  await spoil(damaged);
  await visit(page);
  assert.match(await page.locator('[data-part="message"]').innerText(), /damaged and was left as it is/);
  assert.ok(await page.locator('[data-do="start"]').isHidden(), 'no button that would overwrite it');
  assert.deepEqual(await stored(), damaged);
  await page.click('[data-do="ask-delete"]');
  await page.click('[data-do="delete"]');
  await page.waitForSelector('[data-do="start"]:visible');
  assert.deepEqual(await databases(page), []);
  await context.close();
});

test('two tabs: what one adds, the other keeps; what one deletes stays deleted', async () => {
  const { page, context } = await r.open();
  await visit(page);
  await page.click('[data-do="start"]');
  await page.waitForSelector('[data-form="add"]:visible');
  const second = await context.newPage();
  await visit(second);
  await addEntry(second, 'Instagram');
  await addEntry(page, 'Facebook');
  await visit(second);
  assert.equal(await second.locator('.entries > li').count(), 2, 'both entries are there');
  await second.click('[data-do="ask-delete"]');
  await second.click('[data-do="delete"]');
  await second.waitForSelector('[data-do="start"]:visible');
  await addEntry(page, 'Threads');
  assert.equal(await page.locator('.entries > li').count(), 1, 'the deleted entries do not come back');
  await context.close();
});
