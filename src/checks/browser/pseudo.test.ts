/** Longer words, and a script that runs from right to left: nothing is cut, nothing pushes a page sideways. */
import assert from 'node:assert/strict';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { after, before, test } from 'node:test';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { pseudoSite, type PseudoCode } from '../pseudo-site.ts';
import { launch } from './browser.ts';

const TYPES: Record<string, string> = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };
const PATHS = [
  '/',
  '/metas-emailx/',
  '/object/facebookx/',
  '/lettersx/objection/',
  '/deadlinex/',
  '/countries/gb/',
  '/plan/',
  '/search/',
  '/dark-patternsx/walkthrough/',
  '/friend-photosx/try/',
  '/my-record/',
  '/claims/late-objection-scope/',
  '/policy-record/',
];

let browser: Browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** Serves an edition under its code, as it stands on the site. */
async function serve(code: PseudoCode): Promise<{ url: string; server: Server }> {
  const dir = pseudoSite(code);
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').replace(/[?#].*$/, '')).replace(`/${code}/`, '/');
    const file = join(dir, path.endsWith('/') ? `${path}index.html` : path);
    if (!existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((done) => server.listen(0, done));
  return { url: `http://localhost:${(server.address() as AddressInfo).port}/${code}`, server };
}

for (const code of ['xa', 'xb'] as const)
  test(`${code === 'xa' ? 'a third more letters' : 'from right to left'}: no page scrolls sideways and no button is cut`, async () => {
    const { url, server } = await serve(code);
    const problems: string[] = [];
    for (const width of [360, 1280]) {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      for (const path of PATHS) {
        const answer = await page.goto(url + path);
        if (!answer?.ok()) {
          problems.push(`${path}: not there`);
          continue;
        }
        const seen = await page.evaluate(() => {
          const root = document.documentElement;
          const cut = [...document.querySelectorAll<HTMLElement>('button, .button, summary')]
            .filter((e) => e.checkVisibility() && getComputedStyle(e).overflow !== 'visible' && e.scrollWidth > e.clientWidth + 1)
            .map((e) => e.textContent?.trim() ?? '');
          const outside = [...document.querySelectorAll<HTMLElement>('button, .button')].filter((e) => {
            const box = e.getBoundingClientRect();
            return e.checkVisibility() && box.width > 1 && (box.left < -1 || box.right > root.clientWidth + 1) && !e.closest('.table-box, nav, dialog');
          });
          return { sideways: root.scrollWidth - root.clientWidth, direction: getComputedStyle(document.body).direction, cut, outside: outside.map((e) => e.textContent?.trim() ?? '') };
        });
        if (seen.sideways > 0) problems.push(`${path} at ${width}: ${seen.sideways} px sideways`);
        if (seen.direction !== (code === 'xb' ? 'rtl' : 'ltr')) problems.push(`${path}: runs ${seen.direction}`);
        for (const text of [...seen.cut, ...seen.outside]) problems.push(`${path} at ${width}: “${text}” is cut`);
      }
      await page.close();
    }
    server.close();
    assert.deepEqual(problems, []);
  });

test('from right to left the text of a page stands at the right, and its contents beside it', async () => {
  const { url, server } = await serve('xb');
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${url}/dark-patternsx/`);
  const [contents, text] = [await page.locator('.toc').boundingBox(), await page.locator('.prose').boundingBox()];
  assert.ok(contents && text && contents.x >= text.x + text.width - 1, JSON.stringify({ contents, text }));
  await page.close();
  server.close();
});
