import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { FIGURE_IDS } from '#src/domain/figure-ids.ts';
import { beside, KINDS, rig, type Rig } from './browser.ts';

let r: Rig;
before(async () => (r = await rig()));
after(() => r.stop());
const ready = (page: Page, name: string) => page.waitForSelector(`${name}:defined`, { state: 'attached' });
const HOSTILE = ['<img src=x onerror="window.hit=1">', '"><script>window.hit=1</script>', 'javascript:window.hit=1', '\u202Eabc', '😀'.repeat(500), 'a'.repeat(10_000), '{{x}}', "' or 1=1 --"];

test('the flow of 2024 by keyboard alone: the counts are those of the table', async () => {
  const { page, context, requests } = await r.open();
  await page.goto(`${r.url}/dark-patterns/walkthrough/`);
  await ready(page, 'flow-play');
  const sent = requests.length;
  const press = async (name: string) => {
    await page.getByRole('button', { name, exact: true }).focus();
    await page.keyboard.press('Enter');
  };
  await press('Start: The message of 2024');
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'A line among the notifications', 'the focus is on the screen');
  await press('Open the line about new features');
  await press('object');
  await press('Log in again');
  await press('Send');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'play-country', 'the first empty required field has the focus');
  assert.match(await page.locator('#play-country-error').innerText(), /required/);
  for (const id of ['country', 'email', 'reason']) await page.fill(`#play-${id}`, HOSTILE[0] ?? '');
  await press('Send');
  await page.fill('#play-code', '123456');
  await press('Confirm');
  await press('See how it ended');
  const text = await page.locator('flow-play').innerText();
  assert.match(text, /You said no/);
  assert.match(text, /Re-enactment in our own words, not Meta’s screen/, 'labelled to the end');
  assert.match(text, /Screens 6 · Clicks 5 · Fields filled 4 · Waits 2/);
  const said = await page.locator('#counts ~ .table-box').first().locator('tbody').first().locator('tr td:nth-child(2)').allInnerTexts();
  assert.deepEqual(said, ['6', 'at least 5', 'at least 4', '1', '2', 'not known']);
  assert.deepEqual(beside(requests.slice(sent)), [], 'nothing is sent');
  assert.equal(await page.evaluate(() => (window as unknown as { hit?: number }).hit), undefined);
  assert.deepEqual(await page.evaluate(() => [localStorage.length, document.cookie]), [0, '']);
  await context.close();
});

test('the counts of the way to no are the same in table, storyboard, figure, its own page and preview text', async () => {
  const { page, context } = await r.open({ javaScriptEnabled: false });
  await page.goto(`${r.url}/dark-patterns/walkthrough/`);
  const column = (n: number) => page.locator(`#counts ~ .table-box >> nth=0 >> tbody >> nth=0 >> tr td:nth-child(${n + 2})`).allInnerTexts();
  const figure = (path: string) =>
    page.goto(r.url + path).then(() => page.locator('#fig-steps-to-no tbody tr').evaluateAll((rows) => rows.map((row) => [...row.children].slice(1).map((c) => c.textContent?.trim() ?? ''))));
  const table = await Promise.all([0, 1, 2].map(column));
  const frames = await page.locator('.frames').evaluateAll((lists) =>
    lists.map((list) => {
      const sum = (of: RegExp) => [...list.querySelectorAll('.tally')].reduce((n, t) => n + Number(of.exec(t.textContent ?? '')?.[1] ?? 0), 0);
      return [list.children.length, sum(/(\d+) clicks?/), sum(/(\d+) fields? to fill in/), sum(/(\d+) optional/), sum(/(\d+) waits?/)];
    }),
  );
  const plain = (cells: string[]) => cells.slice(0, 5).map((c) => Number(c.replace('at least ', '')));
  assert.deepEqual(table.map(plain), frames, 'table and storyboard');
  const inFigure = table.map(([screens, clicks, fields, , waits]) => [screens, clicks, fields, waits]);
  for (const path of ['/dark-patterns/walkthrough/', '/dark-patterns/', '/figures/steps-to-no/']) assert.deepEqual(await figure(path), inFigure, path);
  const text = (await page.locator('#fig-steps-to-no desc').textContent()) ?? '';
  for (const [, clicks, fields] of table) assert.ok(text.includes(`${clicks} click`) && text.includes(`${fields} fields to fill in`), text);
  await context.close();
});

test('on a phone no table of numbers hides a column, and the companies stand one below the other with their labels', async () => {
  const { page, context } = await r.open({ viewport: { width: 360, height: 800 } });
  for (const path of ['/dark-patterns/walkthrough/', '/dark-patterns/', '/friend-photos/try/']) {
    await page.goto(r.url + path);
    const cut = await page
      .locator('.table-box')
      .evaluateAll((boxes) => boxes.filter((b) => b.querySelector('[data-fit], [data-stack]') && b.scrollWidth > b.clientWidth).map((b) => b.getAttribute('aria-label')));
    assert.deepEqual(cut, [], path);
    const charts = await page
      .locator('figure.chart svg')
      .evaluateAll((list) =>
        list.map((s) => [
          s.getBoundingClientRect().right <= innerWidth,
          Number(/([\d.]+)px/.exec(getComputedStyle(s).fontSize)?.[1]) * (s.getBoundingClientRect().width / (s as SVGSVGElement).viewBox.baseVal.width),
        ]),
      );
    for (const [inside, size] of charts) assert.ok(inside && Number(size) >= 9.5, `${path}: letters of ${size} px`);
  }
  await page.goto(`${r.url}/dark-patterns/walkthrough/`);
  const cell = page.locator('[data-stack] tbody tr').nth(1).locator('td').nth(3);
  assert.match(await cell.evaluate((c) => getComputedStyle(c, '::before').content), /Steps once in the settings/);
  assert.match(await page.locator('.table-box:has([data-stack])').ariaSnapshot(), /columnheader "Company"[\s\S]*rowheader "LinkedIn[\s\S]*cell "(Steps once in the settings )?3: Data privacy/);
  await context.close();
});

test('friends’ photos on a phone: the result stays in view while it is set, and only its one line is announced', async () => {
  const { page, context } = await r.open({ viewport: { width: 360, height: 800 } });
  await page.goto(`${r.url}/friend-photos/try/`);
  await ready(page, 'photo-model');
  await page.locator('fieldset.person').nth(1).getByLabel('Has objected').check();
  const verdict = page.locator('photo-model .verdict');
  const box = await verdict.boundingBox();
  assert.ok(box && box.y >= 0 && box.y + box.height <= 800, JSON.stringify(box));
  assert.equal(await verdict.getAttribute('role'), 'status');
  assert.equal(await page.locator('photo-model [aria-live]').count(), 0);
  await context.close();
});

test('giving up asks for nothing, and the fair design takes one click either way', async () => {
  const { page, context } = await r.open();
  await page.goto(`${r.url}/dark-patterns/walkthrough/`);
  await ready(page, 'flow-play');
  const go = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await go('Start: The message of 2025');
  await go('object');
  await go('Log in again');
  await go('Give up');
  assert.match(await page.locator('flow-play').innerText(), /Your posts would be used/);
  await go('Choose another version');
  await go('Start: A fair design');
  await go('No, do not use them');
  await go('See how it ended');
  assert.match(await page.locator('flow-play').innerText(), /That took you 1 click and 0 fields/);
  await context.close();
});

test('friends’ photos: own objection, a friend’s objection, and a link that brings the setting back', async () => {
  const { page, context } = await r.open();
  await page.goto(`${r.url}/friend-photos/try/`);
  await ready(page, 'photo-model');
  const verdict = () => page.locator('photo-model .verdict').innerText();
  assert.equal(await verdict(), '30 of 34 public photos and posts with you are left');
  const friend = page.locator('fieldset.person').nth(1);
  await friend.getByLabel('Has objected').focus();
  await page.keyboard.press('Space');
  assert.equal(await verdict(), '20 of 34 public photos and posts with you are left');
  await friend.getByLabel('Photos and posts of theirs with you').fill('99');
  assert.match(await friend.locator('.field-error').innerText(), /0 to 20/);
  assert.equal(await friend.getByLabel('Photos and posts of theirs with you').getAttribute('aria-invalid'), 'true');
  assert.equal(await verdict(), '20 of 34 public photos and posts with you are left', 'a wrong number changes nothing');
  await page.getByRole('button', { name: 'Add a friend' }).click();
  assert.match(await verdict(), /of 44 public/);
  await page.goto('about:blank');
  await page.goto(`${r.url}/friend-photos/try/#4oy-10oy-10oy-10oy`);
  await ready(page, 'photo-model');
  assert.equal(await verdict(), '0 of 34 public photos and posts with you are left');
  for (const bad of ['#4oy-99oy', '#<b>', '#%F0%9F%98%80']) {
    await page.goto('about:blank');
    await page.goto(`${r.url}/friend-photos/try/${bad}`);
    await ready(page, 'photo-model');
    assert.equal(await verdict(), '30 of 34 public photos and posts with you are left', bad);
  }
  await context.close();
});

test('the presets on the page and the model agree, person by person', async () => {
  const { page, context } = await r.open();
  await page.goto(`${r.url}/friend-photos/try/`);
  await ready(page, 'photo-model');
  const codes = await page.locator('section.preset').evaluateAll((list) => list.map((s) => s.id));
  assert.ok(codes.length >= 6);
  for (const code of codes) {
    await page.click(`section.preset a[href$="#${code}"]`);
    const cells = (selector: string) => page.locator(selector).evaluateAll((rows) => rows.map((row) => [...row.children].map((c) => c.textContent?.trim())));
    const said = await cells(`section.preset[id="${code}"] tbody tr`);
    // The model follows the address a moment after the click.
    await page.waitForFunction((c) => document.querySelector('photo-model')?.getAttribute('data-code') === c, code);
    assert.deepEqual(await cells('photo-model tbody tr'), said, code);
  }
  await context.close();
});

test('what counts as public: the choice and the table say the same, for every case', async () => {
  const { page, context } = await r.open();
  await page.goto(`${r.url}/what-counts-as-public/`);
  await ready(page, 'public-choice');
  const cells = await page.locator('td[id]').evaluateAll((list) => list.map((td) => [td.id, td.textContent?.trim().replace(/\s+/g, ' ') ?? '']));
  assert.equal(cells.length, 120);
  for (const [id, text] of cells) {
    const shown = await page.evaluate(
      (values) => {
        for (const [i, name] of ['kind', 'audience', 'account', 'age'].entries()) (document.querySelector(`public-choice select[name="${name}"]`) as HTMLSelectElement).value = values[i] ?? '';
        document.querySelector('public-choice select')?.dispatchEvent(new Event('change', { bubbles: true }));
        return document.querySelector('public-choice .verdict')?.textContent?.trim();
      },
      (id ?? '').split('.'),
    );
    assert.equal(shown, text, id);
  }
  await context.close();
});

test('the message: known passages are found, hostile text stays text, nothing is sent', async () => {
  const { page, context, requests } = await r.open();
  await page.goto(`${r.url}/metas-email/`);
  await ready(page, 'email-check');
  const sent = requests.length;
  const result = page.locator('email-check .tool-result');
  const find = page.getByRole('button', { name: 'Find the passages' });
  await find.click();
  assert.match(await page.locator('#message-error').innerText(), /Paste the text/);
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'message');
  await page.fill('#message', 'Hello! If your objection is honoured, it will be applied from then on.');
  await find.click();
  assert.match(await result.innerText(), /2 passages found[\s\S]*message of 2024/);
  for (const href of await result.locator('a').evaluateAll((list) => list.map((a) => a.getAttribute('href') ?? ''))) assert.equal(await page.locator(href).count(), 1);
  for (const text of HOSTILE) {
    await page.fill('#message', text);
    await find.click();
    assert.match(await result.innerText(), /No passage found/);
    assert.equal(await page.inputValue('#message'), text);
  }
  await page.fill('#message', 'x'.repeat(20_001));
  await find.click();
  assert.match(await page.locator('#message-error').innerText(), /20,001 characters/);
  assert.equal((await page.inputValue('#message')).length, 20_001, 'nothing typed is lost');
  assert.equal(await page.evaluate(() => (window as unknown as { hit?: number }).hit), undefined);
  assert.deepEqual(beside(requests.slice(sent)), []);
  await context.close();
});

test('nothing covers a page or asks before it shows', async () => {
  const { page, context } = await r.open({ viewport: { width: 360, height: 700 } });
  for (const path of KINDS) {
    await page.goto(r.url + path);
    const covering = await page.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .filter((e) => getComputedStyle(e).position === 'fixed' && e.getClientRects().length > 0 && e.getBoundingClientRect().width > 40 && e.getBoundingClientRect().bottom > 0)
        .concat([...document.querySelectorAll('dialog[open]')])
        .map((e) => e.outerHTML.slice(0, 80)),
    );
    assert.deepEqual(covering, [], path);
  }
  await context.close();
});

test('without script the pages say the same', async () => {
  const { page, context } = await r.open({ javaScriptEnabled: false });
  for (const [path, words] of [
    ['/dark-patterns/walkthrough/', ['Code from the email field, required', 'The re-enactment needs script']],
    ['/friend-photos/try/', ['Of 34 that show you in public, 30 are left']],
    ['/what-counts-as-public/', ['Covered', 'Not settled']],
    ['/metas-email/', ['It leaves out:', 'If your objection is honoured']],
  ] as const) {
    await page.goto(`${r.url}${path}`);
    const text = await page.locator('main').innerText();
    for (const w of words) assert.ok(text.includes(w), `${path}: ${w}`);
    assert.equal(await page.locator('main form:visible').count(), 0, `${path}: no dead form`);
  }
  await context.close();
});

test('a figure has a title, a description, a table and a card of its own', async () => {
  const { page, context } = await r.open();
  await page.goto(`${r.url}/figures/`);
  const links = await page.locator('figcaption a[href^="/figures/"]').evaluateAll((list) => list.map((a) => a.getAttribute('href') ?? ''));
  assert.equal(new Set(links).size, FIGURE_IDS.length);
  const cards = new Set<string>();
  for (const path of links) {
    await page.goto(r.url + path);
    const svg = page.locator('figure.chart svg[role="img"]').first();
    assert.ok(((await svg.locator('desc').textContent()) ?? '').length > 40, path);
    assert.ok((await page.locator('figure.chart tbody tr').count()) >= 3, path);
    assert.ok((await svg.locator('path').count()) >= 2, path);
    const card = (await page.getAttribute('meta[property="og:image"]', 'content')) ?? '';
    assert.match(card, new RegExp(`figures--${path.split('/').at(-2)}\\.png$`));
    const file = await page.request.get(`${r.url}${new URL(card).pathname}`);
    assert.equal(file.status(), 200);
    cards.add((await file.body()).toString('base64'));
  }
  assert.equal(cards.size, links.length);
  await context.close();
});

test('on paper the storyboard and the tables of the figures are read, and nothing is left of what can only be tried', async () => {
  const { page, context } = await r.open();
  await page.goto(`${r.url}/dark-patterns/walkthrough/`);
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.locator('.figure-table tbody tr').first().isVisible(), 'the folded table is open');
  assert.equal(await page.locator('.frame:visible').count(), await page.locator('.frame').count());
  for (const gone of ['flow-play', '#try']) assert.equal(await page.locator(gone).isVisible(), false, gone);
  await context.close();
});
