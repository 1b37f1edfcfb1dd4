import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { beside, rig, type Rig } from './browser.ts';

let r: Rig;
before(async () => (r = await rig()));
after(() => r.stop());

test('after objecting: each reply ends in the reader’s own dates, counted here and kept nowhere', async () => {
  const { page, context, requests } = await r.open();
  await page.clock.setFixedTime(new Date('2026-12-05T12:00:00'));
  await page.goto(`${r.url}/after-objecting/`);
  await page.waitForSelector('reply-dates:defined');
  assert.equal(await page.locator('[data-reply]').count(), 6, 'six kinds of reply');
  for (const part of await page.locator('[data-reply]').all()) assert.ok((await part.locator('a[href^="/letters/"]').count()) > 0, 'the letter for it');
  const before = requests.length;
  await page.fill('#reply-objected', '2026-11-25');
  await page.fill('#reply-replied', '2026-12-01');
  await page.keyboard.press('Enter');
  await page.waitForSelector('reply-dates .tool-result:visible');
  assert.equal(await page.evaluate(() => document.activeElement?.className), 'tool-result', 'the focus is on the result');
  const part = (id: string) => page.locator(`[data-reply="${id}"] [data-dates]`).innerText();
  assert.match(await part('silence'), /due by Monday, 28 December 2026[\s\S]*from Wednesday, 30 December 2026[\s\S]*complain from Wednesday, 13 January 2027/);
  assert.match(await part('cannot-act'), /Tuesday, 8 December 2026[\s\S]*complain from Tuesday, 22 December 2026/);
  assert.match(await part('wants-id'), /Friday, 8 January 2027/);
  assert.match(await page.locator('reply-dates .tool-result').innerText(), /Art\. 12\(3\) GDPR and Regulation 1182\/71/);
  assert.ok(
    beside(requests.slice(before)).every((u) => u === `${r.url}/holidays/ie.json`),
    requests.slice(before).join(),
  );
  assert.equal(page.url(), `${r.url}/after-objecting/`);
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
  await page.check('reply-dates input[value="other"]');
  await page.click('reply-dates button[type="submit"]');
  assert.match(await part('silence'), /Our letter asks for an answer by Friday, 25 December 2026/);
  assert.doesNotMatch(await page.locator('reply-dates .tool-result').innerText(), /GDPR/, 'no law is named where none was found');
  await page.click('reply-dates button[type="reset"]');
  assert.equal(await page.locator('[data-dates]:visible').count(), 0);
  await context.close();
});

test('after objecting: wrong days are said at the field, the focus moves there, and nothing typed is lost', async () => {
  const { page, context } = await r.open();
  await page.clock.setFixedTime(new Date('2026-12-05T12:00:00'));
  await page.goto(`${r.url}/after-objecting/`);
  await page.waitForSelector('reply-dates:defined');
  for (const [objected, replied, field, message] of [
    ['', '', 'objected', /at least one/],
    ['2026-12-06', '', 'objected', /future/],
    ['2026-11-20', '2026-11-19', 'replied', /before the day your objection arrived/],
    ['', '2019-01-01', 'replied', /before 2024/],
  ] as const) {
    await page.fill('#reply-objected', objected);
    await page.fill('#reply-replied', replied);
    await page.click('reply-dates button[type="submit"]');
    assert.match(await page.locator(`#reply-${field}-error`).innerText(), message);
    assert.equal(await page.evaluate(() => document.activeElement?.id), `reply-${field}`);
    assert.equal(await page.inputValue('#reply-objected'), objected);
    assert.equal(await page.inputValue('#reply-replied'), replied);
    assert.equal(await page.locator('[data-dates]:visible').count(), 0);
  }
  await context.close();
});

test('after objecting without script: each part says its rule in words and leads to the counter', async () => {
  const { page, context } = await r.open({ javaScriptEnabled: false });
  await page.goto(`${r.url}/after-objecting/`);
  assert.ok(await page.locator('reply-dates').isHidden());
  for (const part of await page.locator('[data-reply]').all()) {
    assert.match(await part.innerText(), /one (month|week) after|two working days after/);
    assert.ok((await part.locator('a[href="/deadline/"]').count()) > 0);
  }
  await context.close();
});
