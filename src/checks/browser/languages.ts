/** A language in the browser: accessible, fits, switches to the same place, and is offered to who prefers it. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { hasPage, localAddress } from '../../domain/addresses.ts';
import { addressWords } from '../../model/addresses.ts';
import { languages } from '../../model/languages.ts';
import { violations } from './axe.ts';
import { rig, type Rig } from './browser.ts';

/** One page of each layout, by its English address. */
const LAYOUTS = [
  '/',
  '/friend-photos/',
  '/object/facebook/',
  '/questions/is-it-too-late/',
  '/letters/objection/',
  '/deadline/',
  '/plan/',
  '/countries/de/',
  '/search/',
  '/claims/late-objection-scope/',
  '/dark-patterns/walkthrough/',
  '/policy-record/',
  '/my-record/',
  '/object/',
  '/countries/eu-eea/',
];

/** Tests of each language that says so much of the site. In files of their own they run side by side. */
export function testLanguages(extent: 'whole' | 'letters'): void {
  const others = languages(process.cwd()).filter((l) => l.code !== 'en' && l.extent === extent && existsSync(`dist/${l.code}`));
  let r: Rig;
  // Without another language there is nothing to test, and nothing would stop what a hook started.
  if (others.length === 0) return;
  before(async () => (r = await rig()));
  after(() => r.stop());
  /** A page with a heading that every language of this extent has. */
  const [path, heading] = extent === 'whole' ? ['/friend-photos/', '#what-each-action-changes'] : ['/object/', '#what-no-objection-does'];

  for (const language of others) {
    const { code, name } = language;
    const own = (path: string): string => `/${code}${localAddress(path, addressWords(process.cwd(), code))}`;

    test(`${name}: axe finds nothing and nothing hangs out at the side, on a page of each layout`, async () => {
      const { page, context } = await r.open();
      const found: string[] = [];
      for (const [i, path] of LAYOUTS.filter((p) => hasPage(language, p)).entries()) {
        for (const width of [320, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          await page.goto(r.url + own(path));
          const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          if (over > 0) found.push(`${own(path)} at ${width} px: ${over} px too wide`);
        }
        await page.emulateMedia({ colorScheme: i % 2 === 0 ? 'light' : 'dark' });
        found.push(...(await violations(page)).map((v) => `${own(path)}: ${v}`));
      }
      assert.deepEqual(found, []);
      await context.close();
    });

    test(`${name}: a letter is written in the language, and the deadline counts in it`, async () => {
      const { page, context } = await r.open();
      await page.goto(r.url + own('/letters/objection/'));
      await page.waitForSelector('letter-form [name=name]');
      await page.fill('letter-form [name=name]', 'Æsa Müller-Łoś');
      await page.waitForFunction(() => document.querySelector('.sheet')?.textContent?.includes('Æsa Müller-Łoś'));
      await page.goto(r.url + own('/deadline/'));
      await page.fill('#received', '2026-06-01');
      await page.press('#received', 'Enter');
      await page.waitForSelector('.deadline-result:not([hidden])');
      const month = new Intl.DateTimeFormat(code, { month: 'long', day: 'numeric' }).format(Date.UTC(2026, 6, 1));
      assert.ok((await page.textContent('.deadline-result'))?.includes(month.replace(/^1 /, '1 ')) || (await page.textContent('.deadline-result'))?.includes('2026'), 'the day due');
      await context.close();
    });

    // How one language is left for another is the same code for all: of those with the letters alone, one from right to left, one with another code in browsers, and one more.
    if (extent === 'letters' && !['ar', 'no', 'bg'].includes(code)) continue;
    test(`${name}: the switcher leads from a heading to the same heading, and back`, async () => {
      const { page, context } = await r.open({ viewport: { width: 360, height: 800 } });
      await page.goto(`${r.url}${path}${heading}`);
      await page.click('.languages summary');
      await page.click(`.languages a[hreflang=${code}]`);
      await page.waitForURL(`${r.url}${own(path)}${heading}`);
      assert.equal(await page.getAttribute('html', 'lang'), code);
      assert.ok(await page.isVisible(heading));
      await page.click('.languages summary');
      await page.click('.languages a[hreflang=en]');
      await page.waitForURL(`${r.url}${path}${heading}`);
      await context.close();
    });

    test(`${name}: a browser that prefers it is offered the page, and sent nowhere`, async () => {
      const { page, context } = await r.open({ locale: code === 'no' ? 'nb-NO' : code });
      await page.goto(r.url + path);
      const offer = page.locator('.main-nav .offer a');
      await offer.waitFor();
      assert.equal(await offer.getAttribute('lang'), code);
      assert.equal(await offer.textContent(), language.notice);
      assert.equal(new URL(page.url()).pathname, path);
      await offer.click();
      await page.waitForURL(r.url + own(path));
      assert.equal(await page.locator('.main-nav .offer').count(), 0);
      await context.close();
    });

    if (extent === 'whole')
      test(`${name}: the search answers in the language`, async () => {
        const { page, context } = await r.open();
        await page.goto(r.url + own('/about/'));
        await page.keyboard.press('/');
        await page.waitForSelector('dialog[open] input');
        const title = await page.evaluate(async (href) => /<h1[^>]*>([^<]*)</.exec(await (await fetch(href)).text())?.[1] ?? '', own('/questions/is-it-too-late/'));
        await page.fill('dialog input', title);
        await page.waitForSelector('dialog .hits a');
        assert.equal(new URL((await page.getAttribute('dialog .hits a', 'href')) ?? '', r.url).pathname, own('/questions/is-it-too-late/'));
        await context.close();
      });
  }
}
