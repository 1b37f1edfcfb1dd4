/** Chromium at a real nginx: the site works under the real headers, and frames show what they may. Skipped where there is no nginx. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { policyHeader } from '../../domain/policy.ts';
import { findNginx, serve, type Running } from '../../tools/hosting/nginx-server.ts';
import { launch } from '../browser/browser.ts';
import { listen, useTools } from '../browser/violations.ts';

const nginx = findNginx();
const skip = nginx ? false : 'no nginx here; on Debian: apt-get install nginx libnginx-mod-http-brotli-static';
const FRAMED = '<!doctype html><meta charset="utf-8"><title>Planted</title><p>In a frame</p>';

function plant(www: string): void {
  const file = join(www, 'embed/claim/planted/index.html');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, FRAMED);
}

describe('Chromium at nginx', { skip }, () => {
  let server: Running | undefined;
  let browser: Browser | undefined;
  let partner: Server | undefined;
  let url = '';
  let partnerUrl = '';
  before(async () => {
    server = await serve(nginx ?? '', 'dist', { plant, plain: true });
    url = server.url;
    browser = await launch();
    // Another site: shows any address in a frame, and under /both the two headers that Netlify sends for embeds.
    partner = createServer((req, res) => {
      if (req.url === '/both') res.writeHead(200, { 'Content-Type': 'text/html', 'X-Frame-Options': 'DENY', 'Content-Security-Policy': policyHeader("default-src 'none'", '*') }).end(FRAMED);
      else res.writeHead(200, { 'Content-Type': 'text/html' }).end(`<!doctype html><iframe src="${decodeURIComponent((req.url ?? '').slice(2))}"></iframe>`);
    });
    await new Promise<void>((done) => partner?.listen(0, '127.0.0.1', done));
    partnerUrl = `http://127.0.0.1:${(partner.address() as AddressInfo).port}`;
  });
  after(async () => {
    await browser?.close();
    partner?.close();
    await server?.stop();
  });
  const open = async (): Promise<Page> => {
    assert.ok(browser);
    return (await browser.newContext()).newPage();
  };
  const shown = async (address: string): Promise<string> => {
    const page = await open();
    await page.goto(`${partnerUrl}/?${encodeURIComponent(address)}`);
    const text = await page
      .frameLocator('iframe')
      .locator('body')
      .innerText({ timeout: 5000 })
      .catch(() => '');
    await page.context().close();
    return text;
  };

  test('pages and tools work under the real headers, without a violation', async () => {
    const page = await open();
    const heard = await listen(page);
    for (const path of ['/', '/claims/', '/dark-patterns/walkthrough/', '/my-record/', '/what-counts-as-public/', '/no-such-page/']) await page.goto(url + path, { waitUntil: 'networkidle' });
    const { workers } = await useTools(page, url);
    assert.deepEqual(heard, []);
    assert.ok(workers.includes('/pagefind/pagefind-worker.js'));
    await page.context().close();
  });

  test('a part made for frames shows in another site’s frame; no page does', async () => {
    assert.match(await shown(`${url}/embed/claim/planted/`), /In a frame/);
    for (const path of ['/', '/about/', '/letters/objection/', '/no-such-page/']) assert.doesNotMatch(await shown(url + path), /Right to Object|This page is not here/, path);
  });

  test('frame-ancestors wins over an X-Frame-Options that Netlify cannot take away', async () => {
    assert.match(await shown(`${partnerUrl.replace('127.0.0.1', 'localhost')}/both`), /In a frame/);
  });

  test('another site’s script reads the open data, and no page', async () => {
    const page = await open();
    await page.goto(`${partnerUrl}/?about:blank`);
    const read = (path: string) =>
      page.evaluate(
        (a) =>
          fetch(a).then(
            (r) => r.status,
            () => 'refused',
          ),
        url + path,
      );
    assert.equal(await read('/policy-record/policy-history.json'), 200);
    assert.equal(await read('/changes/feed.json'), 200);
    assert.equal(await read('/about/'), 'refused');
    await page.context().close();
  });
});
