/** Frames on another site, and the pages for partners, as a browser shows them. */
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { beside, rig, type Rig } from './browser.ts';

let r: Rig;
/** Another origin that shows our frames: the lines of HTML that our pages give out, as they are. */
let other: Server;
let host = '';
const CODES: string[] = [];
before(async () => {
  r = await rig();
  other = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="en"><title>A newspaper</title><main><h1>A newspaper</h1>${CODES.join('')}</main></html>`);
  }).listen(0);
  host = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
});
after(async () => {
  await r.stop();
  other.close();
});

const CLAIM = '/claims/late-objection-scope/';
const FIGURE = '/figures/policy-ai/';

test('the line of HTML works on another site: shown, styled, no script, nothing asked of anyone else, links open the whole window', async () => {
  const { page, context, requests } = await r.open();
  for (const p of [CLAIM, FIGURE]) {
    await page.goto(r.url + p);
    await page.locator('.embed-code summary').click();
    // The build's address stands in it; the test's server has another port.
    CODES.push((await page.locator('.embed-code code').innerText()).replace(/src="https?:\/\/[^/]+/, `src="${r.url}`));
  }
  requests.length = 0;
  const told: string[] = [];
  page.on('console', (m) => told.push(m.text()));
  page.on('request', (q) => q.url().includes('/embed/') && assert.equal(q.headers()['referer'], undefined));
  await page.goto(host);
  for (const frame of page.frames().slice(1)) {
    await frame.waitForSelector('h1');
    assert.equal(await frame.locator('script').count(), 0);
    assert.notEqual(await frame.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgba(0, 0, 0, 0)', 'styled');
    assert.equal(await frame.evaluate(() => document.referrer), '');
  }
  assert.equal(page.frames().length, 3);
  assert.deepEqual(told, [], 'the policy of the frames blocks nothing they need');
  const asked = beside(requests)
    .filter((u) => !u.endsWith('favicon.ico') && u !== `${host}/`)
    .map((u) => u.replace(r.url, '').replace(/\.[\w-]+\.css$/, '.css'));
  assert.deepEqual([...new Set(asked)].sort(), ['/_astro/Embed.css', '/embed/claim/late-objection-scope/', '/embed/figure/policy-ai/']);
  const link = page.frames()[1]?.locator('.back a');
  await link?.evaluate((a, to) => a.setAttribute('href', to), r.url + CLAIM);
  await link?.click();
  await page.waitForURL(r.url + CLAIM);
  await context.close();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`a frame follows the reader’s theme and fits 320 px: ${colorScheme}`, async () => {
    const { page, context } = await r.open({ colorScheme, viewport: { width: 320, height: 420 } });
    for (const p of ['/embed/claim/late-objection-scope/', '/embed/figure/policy-ai/', '/embed/figure/steps-to-no/']) {
      await page.goto(r.url + p);
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), colorScheme === 'light' ? 'rgb(250, 246, 236)' : 'rgb(22, 20, 15)', p);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)) <= 0, p);
    }
    await page.locator('summary').click();
    assert.ok(await page.locator('table').isVisible(), 'the table opens without script');
    await context.close();
  });

test('without script the line to copy is text', async () => {
  const { page, context } = await r.open({ javaScriptEnabled: false });
  for (const p of [CLAIM, FIGURE, '/data/']) {
    await page.goto(r.url + p);
    await page.locator('.embed-code summary').click();
    assert.match(await page.locator('.embed-code code').innerText(), /^<iframe src="https?:\/\/\S+\/embed\/(claim|figure)\/[a-z0-9-]+\/" title="Right to Object: /, p);
  }
  await context.close();
});
