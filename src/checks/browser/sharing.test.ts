import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import type jsQR from 'jsqr';
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { rig, type Rig } from './browser.ts';

const decode = createRequire(import.meta.url)('jsqr') as typeof jsQR;
let r: Rig;
before(async () => (r = await rig()));
after(() => r.stop());

const CODES = new Map(
  readFileSync('content/data/short-codes.txt', 'utf8')
    .trim()
    .split('\n')
    .map((l) => l.split(' ').reverse() as [string, string]),
);
async function readCode(where: Locator): Promise<string | undefined> {
  const { data, info } = await sharp(await where.screenshot())
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return decode(new Uint8ClampedArray(data), info.width, info.height)?.data;
}
/** The path of an address, whatever site the pages were built for. */
const pathOf = (url: string | undefined): string => new URL(url ?? 'http://x/nothing').pathname;
const codeOf = (path: string): string | undefined => CODES.get(path.replace(/#.*$/, ''));
const SAMPLE = [
  '/',
  '/policy-change/',
  '/object/facebook/',
  '/questions/is-it-too-late/',
  '/claims/late-objection-scope/',
  '/letters/objection/',
  '/countries/gb/',
  '/plan/eu-eea/yes/nothing/#facebook.adult.all',
  '/glossary/',
];

test('the code on the share sheet is dark on light in both themes, and reads as the short address of its page', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page, context } = await r.open({ colorScheme, deviceScaleFactor: 2 });
    for (const path of SAMPLE) {
      await page.goto(r.url + path);
      await page.click('share-bar > details > summary');
      const code = page.locator('.share-sheet .qr');
      assert.equal(pathOf(await readCode(code)), `/s/${codeOf(path)}/`, path);
      assert.match((await code.getAttribute('aria-label')) ?? '', /^QR code: http/);
    }
    await context.close();
  }
});

test('on paper a page carries its code, readable at its size, and the short address in words; a letter and a plan carry none', async () => {
  const { page, context } = await r.open({ deviceScaleFactor: 2, colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print' });
  for (const path of SAMPLE.filter((p) => !p.startsWith('/plan/'))) {
    await page.goto(r.url + path);
    assert.equal(pathOf(await readCode(page.locator('.paper-link .qr'))), `/s/${codeOf(path)}/`, path);
    assert.match(await page.locator('.paper-link').innerText(), new RegExp(`/s/${codeOf(path)}/\\s+Version \\d{4}-\\d\\d-\\d\\d-[0-9a-f]{7}`));
    const box = await page.locator('.paper-link .qr').boundingBox();
    assert.ok((box?.width ?? 0) >= 75, `at least 20 mm wide: ${box?.width}`);
  }
  await page.goto(`${r.url}/letters/objection/`);
  await page.evaluate(() => document.documentElement.classList.add('print-letter'));
  assert.equal(await page.locator('.paper-link').isVisible(), false);
  // A plan prints its whole address, answers included, which its code leaves out.
  await page.goto(`${r.url}/plan/eu-eea/yes/nothing/#facebook.adult.all`);
  assert.equal(await page.locator('.paper-link').isVisible(), false);
  await context.close();
});

test('a short address leads to its page, without script too, and asks nobody else', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const { page, context, requests } = await r.open({ javaScriptEnabled });
    for (const path of ['/', '/questions/is-it-too-late/', '/claims/late-objection-scope/', '/plan/eu-eea/yes/nothing/']) {
      await page.goto(`${r.url}/s/${codeOf(path)}/`).catch(() => undefined);
      await page.waitForURL(r.url + path);
    }
    assert.deepEqual(
      requests.filter((u) => !u.startsWith(r.url)),
      [],
    );
    await context.close();
  }
});

test('the share sheet copies the short address and each citation; Escape closes it', async () => {
  const { page, context } = await r.open({ permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(`${r.url}/questions/is-it-too-late/`);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  const copied = () => page.waitForFunction(() => document.getElementById('status')?.textContent === 'Copied');
  await page.focus('share-bar > details > summary');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Copy short address' }).click();
  await copied();
  assert.equal(pathOf(await clipboard()), `/s/${CODES.get('/questions/is-it-too-late/')}/`);
  const cite = page.locator('.cite');
  for (const [i, pattern] of [/^Right to Object: “Is it too late.+version \d{4}-\d\d-\d\d-[0-9a-f]{7}\. http/, /^@misc\{righttoobject-/, /^\[\{"id":"righttoobject-/].entries()) {
    if (i > 0)
      await cite
        .locator('summary')
        .nth(i - 1)
        .click();
    await page.evaluate(() => document.getElementById('status')?.replaceChildren());
    await cite.getByRole('button').nth(i).click();
    await copied();
    assert.match(await clipboard(), pattern);
  }
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('share-bar > details').getAttribute('open'), null);
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'SUMMARY');
  await context.close();
});

test('without script the sheet opens, the texts stand there, and no button does nothing', async () => {
  const { page, context } = await r.open({ javaScriptEnabled: false });
  await page.goto(`${r.url}/claims/late-objection-scope/`);
  await page.click('share-bar > details > summary');
  await page.click('.cite summary >> nth=0');
  assert.match(await page.locator('.cite pre').first().innerText(), /@misc/);
  assert.equal(await page.locator('share-bar button:visible').count(), 0);
  await context.close();
});

test('what is handed to the device’s own sharing is neutral and at most 200 characters', async () => {
  const { page, context } = await r.open();
  await page.addInitScript(() => Object.assign(navigator, { share: async (data: object) => void Object.assign(window, { shared: data }) }));
  for (const path of SAMPLE) {
    await page.goto(r.url + path);
    await page.click('share-bar > details > summary');
    await page.click('share-bar [data-do=share]');
    const { text, url } = await page.evaluate(() => (window as unknown as { shared: { text: string; url: string } }).shared);
    assert.ok(text.length <= 200 && /\(Right to Object\)$/.test(text) && !/!/.test(text), text);
    assert.equal(url, r.url + path);
  }
  await context.close();
});

/** Selects from the first to the last words within the article; both stand in one text node each. */
const select = (page: Page, from: string, to: string = from) =>
  page.evaluate(
    ([a, b]) => {
      const place = (words: string): [Node, number] => {
        const walker = document.createTreeWalker(document.querySelector('article .prose') as Element, NodeFilter.SHOW_TEXT);
        for (let n = walker.nextNode(); n; n = walker.nextNode()) if (n.nodeValue?.includes(words)) return [n, n.nodeValue.indexOf(words)];
        throw new Error(`"${words}" is not in the text`);
      };
      const [start, at] = place(a as string);
      const [end, until] = place(b as string);
      getSelection()?.setBaseAndExtent(start, at, end, until + (b as string).length);
    },
    [from, to],
  );

const PASSAGES: [path: string, from: string, to?: string][] = [
  ['/questions/is-it-too-late/', 'A single date decided'],
  ['/questions/is-it-too-late/', 'possible and valid, but', 'Whether it also protects'],
  ['/questions/is-it-too-late/', 'The law lets you', 'called it a deadline'],
  ['/dark-patterns/', 'objection'],
  ['/after-objecting/', 'two working days after', 'adds one or two true'],
  ['/legitimate-interest/', 'legitimate interest'],
];

test('a selected passage gets a link that opens the page at exactly these words', async () => {
  let deep = 0;
  for (const [path, from, to] of PASSAGES) {
    const { page, context, requests } = await r.open({ permissions: ['clipboard-read', 'clipboard-write'], viewport: { width: 1280, height: 500 } });
    await page.goto(r.url + path);
    await select(page, from, to);
    await page.waitForSelector('.quote-bar');
    await page.click('.quote-bar button >> nth=0');
    await page.waitForFunction(() => document.getElementById('status')?.textContent === 'Link copied');
    const link = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(link, new RegExp(`^${r.url}${path}#[\\w-]*:~:text=`), from);
    const selected = await page.evaluate(() => getSelection()?.getRangeAt(0).getBoundingClientRect().top ?? 0);
    const top = selected + (await page.evaluate(() => scrollY));
    // A browser marks the words with ::target-text and scrolls to them; where it scrolled to shows that it found them.
    if (top > 500) deep += 1;
    // The headless browser inside the npm package is built without text search: even window.find() finds nothing. There the
    // id before the passage must lead to it; a browser that can search must scroll without the id, which would help it.
    const searches = await page.evaluate(() => (window as unknown as { find(text: string): boolean }).find('Right'));
    await page.goto('about:blank');
    await page.goto(searches ? link.replace(/#[^:]*:~:/, '#:~:') : link);
    await page.waitForFunction((t) => scrollY <= t && t <= scrollY + innerHeight, top, { timeout: 5000 }).catch(() => assert.fail(`${link} did not scroll to ${top}`));
    assert.ok(!page.url().includes(':~:') || (await page.evaluate(() => !location.href.includes(':~:') && 'fragmentDirective' in document)), 'the browser takes the directive as one');
    assert.ok(!requests.some((u) => u.includes('text=')), 'the passage is not sent to the server');
    await context.close();
  }
  assert.ok(deep >= 3, `${deep} passages lie below the first screen`);
});

test('words of a heading that stand in the contents too get the heading’s own link', async () => {
  const { page, context } = await r.open({ permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(`${r.url}/myths/`);
  await page.evaluate(() => {
    const text = document.querySelector('.prose h2')?.firstChild as Text;
    getSelection()?.setBaseAndExtent(text, text.data.indexOf(' ') + 1, text, text.data.lastIndexOf(' '));
  });
  await page.click('.quote-bar button >> nth=0');
  await page.waitForFunction(() => document.getElementById('status')?.textContent === 'Link copied');
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${r.url}/myths/#${await page.locator('.prose h2').first().getAttribute('id')}`);
  await context.close();
});

test('the quotation names its source; the buttons come next for the keyboard, do not cover the passage, and go with Escape', async () => {
  for (const viewport of [
    { width: 360, height: 700 },
    { width: 1280, height: 700 },
  ]) {
    const { page, context } = await r.open({ permissions: ['clipboard-read', 'clipboard-write'], viewport });
    await page.goto(`${r.url}/questions/is-it-too-late/`);
    for (const place of ['start', 'end'] as const) {
      await page.evaluate((block) => [...document.querySelectorAll('.prose p')].find((p) => p.textContent?.includes('That is why so many'))?.scrollIntoView({ block, behavior: 'instant' }), place);
      await select(page, 'That is why so many');
      await page.waitForSelector('.quote-bar');
      await page.waitForTimeout(300);
      const [panel, words] = await page.evaluate(() =>
        [document.querySelector('.quote-bar')?.getBoundingClientRect(), getSelection()?.getRangeAt(0).getBoundingClientRect()].map((b) => ({
          top: b?.top ?? 0,
          bottom: b?.bottom ?? 0,
          right: b?.right ?? 0,
          left: b?.left ?? 0,
        })),
      );
      assert.ok(panel && words && (panel.top >= words.bottom || panel.bottom <= words.top || panel.left >= words.right), `${viewport.width} ${place}: ${JSON.stringify([panel, words])}`);
      assert.ok(panel.left >= 0 && panel.right <= viewport.width);
    }
    let stops = 0;
    do {
      await page.keyboard.press('Tab');
      stops += 1;
    } while (stops < 6 && !(await page.evaluate(() => document.activeElement?.closest('.quote-bar') !== null)));
    assert.ok(stops < 6, `${stops} stops of the Tab key`);
    await page.click('.quote-bar button >> nth=1');
    await page.waitForFunction(() => document.getElementById('status')?.textContent === 'Quote copied');
    assert.match(
      await page.evaluate(() => navigator.clipboard.readText()),
      /^“That is why so many”\nIs it too late to object to Meta AI training\? \(Right to Object\)\nhttp.+#[\w-]+:~:text=That%20is%20why%20so%20many$/,
    );
    await page.keyboard.press('Escape');
    await page.waitForSelector('.quote-bar', { state: 'detached' });
    await context.close();
  }
});

test('nothing a reader types gets into a link', async () => {
  const { page, context } = await r.open();
  await page.goto(`${r.url}/letters/objection/`);
  await page.waitForSelector('letter-form:defined');
  await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('[data-sheet]') as Element));
  await page.waitForTimeout(500);
  assert.equal(await page.locator('.quote-bar').count(), 0);
  await context.close();
});

for (const [sheet, pages] of [
  ['poster', 1],
  ['leaflet', 2],
] as const)
  test(`the ${sheet} prints on exactly ${pages} ${pages === 1 ? 'page' : 'pages'} of A4 and of US Letter, and its code reads`, async () => {
    const { page, context } = await r.open({ deviceScaleFactor: 2 });
    await page.goto(`${r.url}/share/${sheet}/`, { waitUntil: 'networkidle' });
    // The site's own address can be longer than the one the tests are built for.
    await page.evaluate(() => document.querySelector('.sheet-code .address')?.replaceChildren('right-to-object.a-foundation.example.org/s/3fm4/'));
    for (const format of ['A4', 'Letter']) {
      const pdf = await page.pdf({ format, printBackground: false });
      assert.equal((pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length, pages, format);
    }
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 673, height: 987 });
    const over = await page.evaluate(() => [...document.querySelectorAll('.sheet-page')].map((e) => e.scrollHeight - e.clientHeight));
    assert.deepEqual(
      over,
      Array.from({ length: pages }, () => 0),
      'nothing runs over a page',
    );
    // The code's quiet zone reaches into the margin of the paper, which a screen does not have.
    await page.evaluate(() => (document.body.style.paddingInline = '60px'));
    await page.setViewportSize({ width: 793, height: 1122 });
    assert.equal(pathOf(await readCode(page.locator('.sheet-code .qr'))), `/s/${CODES.get('/object/')}/`);
    const text = await page.locator('.handout').innerText();
    // A style sheet read before the common one once named its layer first, and the reset took every line off the sheet.
    const look = await page.evaluate(() => [
      getComputedStyle(document.querySelector('.handout .stamp') as Element).borderTopWidth,
      getComputedStyle(document.querySelector('.sheet-facts li') as Element).borderLeftWidth,
    ]);
    assert.ok(
      look.every((w) => parseFloat(w) >= 2),
      `lines of the sheet: ${look.join(', ')}`,
    );
    assert.ok(await page.evaluate(() => document.fonts.check('600 40px "Newsreader RtO"')), 'the display face, on narrow paper too');
    assert.match(text, /We are not Meta/);
    assert.match(text, /Checked on \d+ \w+ \d{4}/);
    assert.equal(await page.locator('.site-footer').isVisible(), false);
    await context.close();
  });
