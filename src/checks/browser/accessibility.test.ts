import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { violations } from './axe.ts';
import { KINDS, rig, type Rig } from './browser.ts';

let r: Rig;
before(async () => (r = await rig()));
after(() => r.stop());

test('axe sees a planted fault', async () => {
  const { page, context } = await r.open();
  await page.goto(`${r.url}/about/`);
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')));
  assert.ok((await violations(page)).some((v) => v.startsWith('button-name')));
  await context.close();
});

// Every kind in both themes and at both widths, in two looks instead of four: wide in one theme, narrow in the other.
for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on any kind of page: ${colorScheme}`, async () => {
    const { page, context } = await r.open({ colorScheme });
    const found: string[] = [];
    for (const [i, path] of KINDS.entries()) {
      const width = (i % 2 === 0) === (colorScheme === 'light') ? 1280 : 360;
      await page.setViewportSize({ width, height: 800 });
      await page.goto(r.url + path);
      found.push(...(await violations(page)).map((v) => `${path} at ${width} px: ${v}`));
    }
    assert.deepEqual(found, []);
    await context.close();
  });

// It is long, so it is looked at once in each theme.
for (const [colorScheme, width] of [
  ['light', 360],
  ['dark', 1280],
] as const)
  test(`axe finds nothing in the book: ${colorScheme}, ${width} px`, async () => {
    const { page, context } = await r.open({ colorScheme, viewport: { width, height: 800 } });
    await page.goto(`${r.url}/book/`);
    assert.deepEqual(await violations(page), []);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)) <= 0, 'nothing hangs out at the side');
    await context.close();
  });

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing in the open search: ${colorScheme}`, async () => {
    const { page, context } = await r.open({ colorScheme });
    await page.goto(`${r.url}/about/`);
    await page.keyboard.press('/');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.type('photos');
    await page.waitForSelector('dialog .hits a');
    assert.deepEqual(await violations(page), []);
    await context.close();
  });

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing in the tools at work: ${colorScheme}`, async () => {
    const { page, context } = await r.open({ colorScheme });
    const found: string[] = [];
    const look = async (what: string) => found.push(...(await violations(page)).map((v) => `${what}: ${v}`));
    await page.goto(`${r.url}/letters/objection/`);
    await page.waitForSelector('letter-form:defined');
    await page.click('letter-form [data-do="copy"]');
    await look('a letter with its errors');
    await page.goto(`${r.url}/deadline/`);
    await page.waitForSelector('deadline-form:defined');
    await page.fill('#received', '2025-05-30');
    await page.click('deadline-form button[type="submit"]');
    await page.waitForSelector('.deadline-result .due');
    await look('a counted deadline');
    await page.goto(`${r.url}/plan/eu-eea/yes/nothing/#facebook`);
    await page.waitForSelector('plan-steps:defined');
    await look('a question of the plan');
    await page.goto(`${r.url}/my-record/`);
    await page.waitForSelector('own-record[data-ready]');
    await page.click('[data-do="start"]');
    await page.click('[data-form="add"] button[type="submit"]');
    await page.fill('#own-account', 'Facebook');
    await page.click('[data-form="add"] button[type="submit"]');
    await page.waitForSelector('.entries li');
    await page.click('[data-do="ask-delete"]');
    await look('a record');
    await page.goto(`${r.url}/offline/`);
    await page.waitForSelector('offline-copy[data-ready]');
    await look('no copy yet');
    await page.click('[data-part="keep"]');
    await page.waitForSelector('[data-part="remove"]:not([hidden]):not([disabled])');
    await look('a kept copy');
    await page.click('[data-part="remove"]');
    await page.waitForSelector('[data-part="keep"]:not([hidden])');
    assert.deepEqual(found, []);
    await context.close();
  });

test('no page scrolls sideways at 320 px, nor with text at twice its size', async () => {
  const { page, context } = await r.open({ viewport: { width: 320, height: 700 } });
  const wide: string[] = [];
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  for (const path of KINDS) {
    // A change of the fragment alone would keep the page, and with it the text size set below.
    await page.goto('about:blank');
    await page.goto(r.url + path);
    if ((await overflow()) > 0) wide.push(`${path} at 320 px`);
    await page.setViewportSize({ width: 640, height: 700 });
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    if ((await overflow()) > 0) wide.push(`${path} at 200 %`);
    await page.setViewportSize({ width: 320, height: 700 });
  }
  assert.deepEqual(wide, []);
  await context.close();
});

test('the keyboard reaches every link of a page in order, starting with the two skip links', async () => {
  const { page, context } = await r.open();
  await page.goto(`${r.url}/about/`);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Skip to content');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'content');
  await page.goto(`${r.url}/about/`);
  const stops = await page.evaluate(() => [...document.querySelectorAll('a[href], button, input')].filter((e) => e.checkVisibility()).length);
  const seen = new Set<string>();
  for (let i = 0; i < stops + 2; i += 1) {
    await page.keyboard.press('Tab');
    seen.add(
      await page.evaluate(() => {
        const e = document.activeElement as HTMLElement;
        e.dataset['n'] ??= String(Math.random());
        const outline = e === document.body ? 'leaving' : getComputedStyle(e).outlineStyle;
        return `${e.dataset['n']} ${outline === 'none' ? 'INVISIBLE' : ''}`;
      }),
    );
  }
  // The three radio buttons of the theme are one stop.
  assert.ok(seen.size >= stops - 3, `${seen.size} of ${stops}`);
  assert.deepEqual(
    [...seen].filter((s) => s.includes('INVISIBLE')),
    [],
    'each stop shows its focus',
  );
  await context.close();
});
