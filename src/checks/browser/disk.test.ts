/** The single file: unpacked into a folder and opened from there, as a reader would. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { diskZip } from '../../integrations/disk-zip.ts';
import { englishFiles } from '../english.ts';
import { DEFAULT_ADDRESS } from '../../site.ts';
import { readPage } from '../site.ts';
import { KINDS, launch } from './browser.ts';

const ZIP = 'dist/offline/right-to-object.zip';
const dir = mkdtempSync(join(tmpdir(), 'rto-disk-'));
const root = join(dir, 'right-to-object');
const zip = readFileSync(ZIP);
const files = unzipSync(zip);
let browser: Browser;
before(async () => {
  for (const [name, data] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), data);
  }
  browser = await launch();
});
after(async () => {
  await browser.close();
  rmSync(dir, { recursive: true, force: true });
});

const pages = Object.keys(files)
  .filter((f) => f.endsWith('.html'))
  .map((f) => f.slice('right-to-object'.length));

test('every text of the site is in the file, and nothing that is for other sites or for scripts', () => {
  const site = englishFiles().filter((f) => f.endsWith('/index.html') && !/^\/(?:offline|embed|s)\//.test(f) && !readFileSync(`dist${f}`, 'utf8').includes('http-equiv="refresh"'));
  assert.deepEqual(
    site.filter((f) => !pages.includes(f)),
    [],
  );
  assert.deepEqual(
    Object.keys(files).filter((f) => /\/og\/|\/pagefind\/|\.js$|\.zip$|\/embed\/|_headers/.test(f)),
    [],
  );
});

test('the page that offers it says its size', () => {
  assert.ok(readFileSync('dist/offline/index.html', 'utf8').includes(`>${Math.ceil(zip.length / 1000).toLocaleString('en')} kB<`));
});

test('the same site gives the same bytes', () => {
  const { built } = JSON.parse(readFileSync('dist/offline/version.json', 'utf8')) as { built: string };
  const { origin, pathname } = new URL(/rel="canonical" href="([^"]+)"/.exec(readFileSync('dist/index.html', 'utf8'))?.[1] ?? DEFAULT_ADDRESS);
  const again = diskZip('dist', englishFiles(), { site: origin, base: pathname, built });
  assert.ok(zip.equals(again));
});

test('every link, style and picture of every page is there, with the place it names', () => {
  const broken: string[] = [];
  const ids = new Map<string, Set<string>>();
  const read = pages.map((file) => {
    const page = readPage(readFileSync(root + file, 'utf8'), file.slice(1));
    ids.set(join(root, file), new Set(page.ids));
    return { file, page };
  });
  for (const { file, page } of read)
    for (const href of [...page.links.map((l) => l.href), ...page.assets, ...page.images.map((i) => i.src)]) {
      if (/^(?:https?|mailto):/.test(href)) continue;
      const url = new URL(href, pathToFileURL(root + file));
      const target = fileURLToPath(new URL(url.pathname, 'file:'));
      const id = decodeURIComponent(url.hash.slice(1));
      if (!target.startsWith(root) || !existsSync(target) || (id && ids.has(target) && !ids.get(target)?.has(id))) broken.push(`${file}: ${href}`);
    }
  assert.deepEqual(broken, []);
});

for (const javaScriptEnabled of [true, false])
  test(`each kind of page opens from disk ${javaScriptEnabled ? 'with' : 'without'} script: styled, no error, nothing dead, no request beyond the folder`, async () => {
    const context = await browser.newContext({ javaScriptEnabled, colorScheme: 'light' });
    const page = await context.newPage();
    const wrong: string[] = [];
    page.on('console', (m) => m.type() === 'error' && wrong.push(`${page.url()} ${m.text()}`));
    page.on('pageerror', (e) => wrong.push(`${page.url()} ${e.message}`));
    page.on('requestfailed', (r) => wrong.push(`${r.url()} failed`));
    page.on('request', (r) => !r.url().startsWith(pathToFileURL(root).href) && !r.url().startsWith('data:') && wrong.push(`asked for ${r.url()}`));
    for (const path of [...KINDS.filter((p) => pages.includes(`${p.replace(/#.*/, '')}index.html`)), '/book/']) {
      await page.goto(pathToFileURL(`${root}${path.replace(/#.*/, '')}index.html`).href);
      assert.ok((await page.innerText('main')).length > 150, path);
      assert.match(await page.innerText('.disk-note'), /This is the copy of \d+ \w+ \d{4}/);
      assert.equal(await page.locator('button:visible, input:visible, select:visible, textarea:visible').count(), 0, `${path}: nothing that would do nothing`);
      assert.equal(await page.locator('body').evaluate((b) => getComputedStyle(b).backgroundColor), 'rgb(250, 246, 236)', path);
    }
    await page.goto(pathToFileURL(`${root}/index.html`).href);
    await page.locator('.main-nav a').nth(1).click();
    await page.waitForURL(/letters\/index\.html$/);
    await page.goto(pathToFileURL(`${root}/letters/objection/index.html`).href);
    assert.ok(await page.locator('.by-hand').isVisible(), 'letters are there to fill in by hand');
    assert.deepEqual(wrong, []);
    await context.close();
  });
