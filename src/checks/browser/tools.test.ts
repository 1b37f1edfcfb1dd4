import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import ICAL from 'ical.js';
import type { Page } from 'playwright-core';
import { beside, rig, type Rig } from './browser.ts';

let r: Rig;
before(async () => (r = await rig()));
after(() => r.stop());

const sheet = (page: Page) => page.locator('[data-sheet]').innerText();
const ready = (page: Page, name: string) => page.waitForSelector(`${name}:defined`);

async function fillObjection(page: Page): Promise<void> {
  await page.check('input[name="role"][value="holder"]');
  await page.fill('#field-name', 'Ada Example');
  await page.fill('#field-contact', 'ada@example.org');
  await page.fill('#field-accounts', 'facebook.com/ada.example');
}

test('the letter is shown as it is typed, and nothing typed leaves the page or enters its address', async () => {
  const { page, context, requests } = await r.open();
  await page.goto(`${r.url}/letters/objection/`);
  await ready(page, 'letter-form');
  const before = requests.length;
  await fillObjection(page);
  await page.check('input[name="grounds"][value="profession"]');
  const text = await sheet(page);
  for (const part of ['Ada Example', 'ada@example.org', 'facebook.com/ada.example', 'My profession obliges me', 'Meta Platforms Ireland Limited', 'Article 21(1) GDPR'])
    assert.ok(text.includes(part), part);
  assert.ok(!/[{}]|undefined/.test(text));
  assert.equal(page.url(), `${r.url}/letters/objection/`);
  assert.deepEqual(beside(requests.slice(before)), []);
  await context.close();
});

test('a complaint is addressed to the authority, in the place of the address', async () => {
  const { page, context } = await r.open();
  await page.goto(`${r.url}/letters/complaint/`);
  await ready(page, 'letter-form');
  assert.match(await page.locator('[data-sheet] .to').innerText(), /^\[name and address of the authority\]$/);
  await page.fill('#field-authority', 'Data Protection Commission\n6 Pembroke Row, Dublin 2');
  assert.match(await page.locator('[data-sheet] .to').innerText(), /^Data Protection Commission\n6 Pembroke Row, Dublin 2$/);
  await context.close();
});

test('an empty letter: the message stands at the field, the focus moves there, nothing is lost', async () => {
  const { page, context } = await r.open();
  await page.goto(`${r.url}/letters/objection/`);
  await ready(page, 'letter-form');
  await page.fill('#field-contact', 'ada@example.org');
  await page.focus('letter-form [data-do="copy"]');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field')), 'role');
  assert.match(await page.locator('#field-role-error').innerText(), /choose an answer/);
  assert.match(await page.locator('#field-name-error').innerText(), /fill this in/);
  assert.equal(await page.inputValue('#field-contact'), 'ada@example.org');
  assert.equal(await page.getAttribute('#field-name', 'aria-invalid'), 'true');
  await page.click('.errors a[href="#field-name"]');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'field-name');
  await page.keyboard.type('Ada');
  assert.ok(await page.locator('#field-name-error').isHidden(), 'the message goes when the field is filled');
  await context.close();
});

test('fields that do not apply are hidden, and do not stand in the letter', async () => {
  const { page, context } = await r.open();
  await page.goto(`${r.url}/letters/objection/`);
  await ready(page, 'letter-form');
  assert.ok(await page.locator('#field-child').isHidden());
  await page.check('input[name="role"][value="parent"]');
  await page.fill('#field-child', 'Kim, my daughter');
  assert.match(await sheet(page), /Kim, my daughter/);
  await page.check('input[name="role"][value="none"]');
  assert.ok(!(await sheet(page)).includes('Kim'));
  await page.check('input[name="role"][value="parent"]');
  assert.equal(await page.inputValue('#field-child'), 'Kim, my daughter', 'what was typed is still there');
  await context.close();
});

test('a day in the future and a text that is too long are said at the field; the text is not cut', async () => {
  const { page, context } = await r.open();
  await page.goto(`${r.url}/letters/follow-up/`);
  await ready(page, 'letter-form');
  await page.fill('#field-sent-on', '2031-01-01');
  await page.fill('#field-name', 'N'.repeat(10_000));
  await page.click('letter-form [data-do="copy"]');
  assert.match(await page.locator('#field-sent-on-error').innerText(), /lies in the future/);
  assert.match(await page.locator('#field-name-error').innerText(), /10,000 characters, at most 200/);
  assert.equal((await page.inputValue('#field-name')).length, 10_000);
  await context.close();
});

test('markup, emoji and right-to-left text are shown as typed and never run', async () => {
  const { page, context } = await r.open();
  const errors: string[] = [];
  page.on('pageerror', (e) => errors.push(e.message));
  page.on('dialog', (d) => {
    errors.push(`dialog: ${d.message()}`);
    void d.dismiss();
  });
  await page.goto(`${r.url}/letters/objection/`);
  await ready(page, 'letter-form');
  await page.check('input[name="role"][value="holder"]');
  const strings = [
    '<script>alert(1)</script>',
    '<img src=x onerror="alert(1)">',
    '"><svg/onload=alert(1)>',
    'javascript:alert(1)',
    '{accounts} {{7*7}} ${7*7}',
    '$& $1',
    'مرحبا بالعالم',
    '👩‍👩‍👧‍👦🏳️‍🌈',
    '&lt;b&gt;',
    "Robert'); DROP TABLE--",
  ];
  for (const s of strings) {
    await page.fill('#field-name', s);
    await page.fill('#field-own-ground', s);
    assert.ok((await sheet(page)).includes(s), s);
  }
  assert.equal(await page.locator('[data-sheet] :is(script, img, svg, b)').count(), 0);
  assert.deepEqual(errors, []);
  await context.close();
});

test('what was typed survives a reload only when asked for, and one button deletes it', async () => {
  const { page, context } = await r.open();
  await page.goto(`${r.url}/letters/objection/`);
  await ready(page, 'letter-form');
  await fillObjection(page);
  assert.equal(await page.evaluate(() => localStorage.length), 0, 'nothing is stored unasked');
  await page.reload();
  await ready(page, 'letter-form');
  assert.ok(!(await sheet(page)).includes('Ada'));
  await fillObjection(page);
  await page.check('input[name="-keep"]');
  await page.reload();
  await ready(page, 'letter-form');
  assert.match(await sheet(page), /Ada Example/);
  await page.click('letter-form [data-do="delete"]');
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  assert.ok(!(await sheet(page)).includes('Ada'));
  await page.evaluate(() => localStorage.setItem('letter:objection:gdpr', '{broken'));
  await page.reload();
  await ready(page, 'letter-form');
  assert.match(await sheet(page), /your name/, 'damaged storage is as good as none');
  await context.close();
});

test('the text file holds the letter; the print shows the letter alone; a long draft keeps the text out of the address', async () => {
  const { page, context } = await r.open({ acceptDownloads: true, permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(`${r.url}/letters/objection/`);
  await ready(page, 'letter-form');
  await fillObjection(page);
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('letter-form [data-do="text"]')]);
  const file = readFileSync(await download.path(), 'utf8');
  assert.match(download.suggestedFilename(), /^objection-\d{4}-\d\d-\d\d\.txt$/);
  assert.match(file, /^Ada Example\nada@example\.org\n\nMeta Platforms Ireland Limited\n/);
  assert.match(file, /Yours faithfully\n\nAda Example\n$/);
  await page.click('letter-form [data-do="copy"]');
  assert.equal((await page.evaluate(() => navigator.clipboard.readText())).replaceAll('\r\n', '\n'), file);
  await page.evaluate(() => (window.print = () => document.body.setAttribute('data-printed', '')));
  await page.click('letter-form [data-do="print"]');
  await page.emulateMedia({ media: 'print' });
  const seen = await page.evaluate(() => document.body.innerText);
  assert.match(seen, /Ada Example/);
  assert.ok(!/When to send it|What comes next|Fill in|Right to Object/.test(seen), seen.slice(0, 200));
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(255, 255, 255)', 'paper is white in the dark theme too');
  await context.close();
});

test('without script the letter stands there to be filled in by hand', async () => {
  const { page, context } = await r.open({ javaScriptEnabled: false });
  await page.goto(`${r.url}/letters/objection/`);
  const text = await sheet(page);
  assert.match(text, /\[your name\]/);
  assert.match(text, /Only if this is so: “I have no account”/);
  assert.ok(await page.locator('letter-form form').isHidden());
  assert.ok(await page.locator('letter-form [data-do="copy"]').isHidden());
  await page.goto(`${r.url}/deadline/`);
  assert.ok(await page.locator('deadline-form form').isHidden());
  assert.match(await page.locator('main').innerText(), /Count it by hand/);
  await context.close();
});

test('the deadline: the count by keyboard, holidays and month ends as the rule says', async () => {
  const { page, context } = await r.open();
  await page.clock.setFixedTime(new Date('2027-06-01T12:00:00'));
  await page.goto(`${r.url}/deadline/`);
  await ready(page, 'deadline-form');
  await page.focus('#received');
  await page.fill('#received', '2026-11-25');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.deadline-result .due');
  assert.equal(await page.locator('.due').innerText(), 'Monday, 28 December 2026');
  const text = await page.locator('.deadline-result').innerText();
  assert.match(text, /this day does not count/);
  assert.match(text, /Christmas Day/);
  assert.match(text, /Art\. 12\(3\) GDPR/);
  assert.match(text, /Thursday, 25 February 2027/);
  assert.equal(await page.evaluate(() => document.activeElement?.className), 'deadline-result');
  await page.goto(`${r.url}/deadline/#br`);
  await ready(page, 'deadline-form');
  assert.ok(await page.locator('input[value="br"]').isChecked());
  assert.ok(await page.locator('#country').isHidden(), 'no holidays where they move nothing');
  await page.fill('#received', '2026-11-23');
  await page.click('deadline-form button[type="submit"]');
  await page.waitForSelector('.deadline-result .due');
  assert.equal(await page.locator('.due').innerText(), 'Tuesday, 8 December 2026');
  assert.equal(new URL(page.url()).search, '');
  await context.close();
});

test('the deadline: wrong days are said at the field and the entry stays', async () => {
  const { page, context } = await r.open();
  await page.clock.setFixedTime(new Date('2026-11-24T12:00:00'));
  await page.goto(`${r.url}/deadline/`);
  await ready(page, 'deadline-form');
  for (const [day, message] of [
    ['', /Enter the day/],
    ['2026-11-25', /future/],
    ['2023-05-01', /before 2024/],
  ] as const) {
    await page.fill('#received', day);
    await page.click('deadline-form button[type="submit"]');
    assert.match(await page.locator('#received-error').innerText(), message);
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'received');
    assert.equal(await page.inputValue('#received'), day);
    assert.ok(await page.locator('.deadline-result').isHidden());
  }
  await context.close();
});

test('the calendar file has the day, the reminder and the latest day', async () => {
  const { page, context } = await r.open({ acceptDownloads: true });
  await page.clock.setFixedTime(new Date('2026-11-24T12:00:00'));
  await page.goto(`${r.url}/deadline/`);
  await ready(page, 'deadline-form');
  await page.fill('#received', '2026-11-23');
  await page.click('deadline-form button[type="submit"]');
  await page.waitForSelector('.deadline-result .due');
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('.deadline-result button')]);
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(await download.path(), 'utf8')) as never);
  const days = calendar.getAllSubcomponents('vevent').map((e) => new ICAL.Event(e).startDate.toString());
  assert.deepEqual(days, ['2026-12-23', '2026-12-28', '2027-02-23']);
  await context.close();
});

test('the plan: by keyboard, one question at a time, back works, the link carries the answers and nothing else', async () => {
  const { page, context, requests } = await r.open();
  await page.goto(`${r.url}/plan/`);
  for (const label of ['In the EU, Iceland', 'Yes, and I can log in', 'Nothing yet']) {
    const link = page.locator('.options a', { hasText: label });
    const to = new URL((await link.getAttribute('href')) as string, page.url()).href;
    await link.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(to);
  }
  assert.equal(new URL(page.url()).pathname, '/plan/eu-eea/yes/nothing/');
  await ready(page, 'plan-steps');
  assert.match(await page.locator('[data-ask]').innerText(), /Question 4 of 6\. Why we ask/);
  assert.match(await page.locator('h1').innerText(), /^Which of Meta’s services/, 'the question is the heading');
  assert.ok(await page.locator('share-bar').isHidden(), 'nothing to share yet');
  assert.ok(await page.locator('[data-plan]').isHidden(), 'one thing at a time');
  const asked = requests.length;
  for (const label of ['Instagram', 'For me, and I am 18', 'What others post about me']) {
    await page.locator('.options a', { hasText: label }).focus();
    await page.keyboard.press('Enter');
    await page.waitForTimeout(50);
  }
  assert.equal(new URL(page.url()).hash, '#instagram.adult.others');
  assert.deepEqual(beside(requests.slice(asked)), [], 'the last answers are not sent');
  assert.equal(await page.locator('h1').innerText(), 'Your plan');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'top');
  assert.match(await page.locator('.plan-end').innerText(), /due one month after[\s\S]*#instagram\.adult\.others/);
  const titles = await page.locator('.plan-list > li:visible h2').allInnerTexts();
  assert.match(titles[0] ?? '', /First step:\s*File the objection/);
  assert.ok(titles.some((t) => t.includes('Ask the people who post about you')));
  assert.ok(!titles.some((t) => t.includes('Watch what you tell an AI')));
  assert.ok(await page.locator('.plan-links a:visible', { hasText: /^Instagram$/ }).count());
  assert.equal(await page.locator('.plan-links a:visible', { hasText: /^Facebook$/ }).count(), 0);
  await page.goBack();
  await page.waitForTimeout(50);
  assert.match(await page.locator('[data-ask]').innerText(), /Question 6 of 6/);
  await context.close();
});

test('the copied link of a plan carries its answers', async () => {
  const { page, context } = await r.open({ permissions: ['clipboard-read', 'clipboard-write'] });
  const address = `${r.url}/plan/gb/no/sent/#instagram.adult.others`;
  await page.goto(address);
  await ready(page, 'share-bar');
  await page.click('share-bar [data-do="copy"]');
  await page.waitForFunction(async (wanted) => (await navigator.clipboard.readText()) === wanted, address);
  await context.close();
});

test('the plan without script: the same tree as plain pages, with the conditions in words', async () => {
  const { page, context } = await r.open({ javaScriptEnabled: false });
  await page.goto(`${r.url}/plan/`);
  for (const label of ['In the United Kingdom', 'No, or I deleted it', 'I got a message']) await Promise.all([page.waitForLoadState(), page.locator('.options a', { hasText: label }).click()]);
  const text = await page.locator('main').innerText();
  assert.match(text, /First step:\s*Object in the United Kingdom/);
  assert.match(text, /If you answer “What others post about me”/);
  await context.close();
});

test('odd answers in a plan link are as if nothing was said', async () => {
  const { page, context } = await r.open();
  const errors: string[] = [];
  page.on('pageerror', (e) => errors.push(e.message));
  for (const hash of ['#<script>alert(1)</script>', '#__proto__.x.y', '#facebook.<b>x</b>', `#${'x'.repeat(5000)}`, '#%E0%A4%A', '#constructor.toString']) {
    await page.goto('about:blank');
    await page.goto(`${r.url}/plan/gb/yes/sent/${hash}`);
    await ready(page, 'plan-steps');
    assert.match(await page.locator('[data-ask]').innerText(), /Question [45] of 6/);
  }
  assert.deepEqual(errors, []);
  await context.close();
});

test('a plan prints on two pages at most', async () => {
  const { page, context } = await r.open();
  // The longest of all 168 pages with their longest answers.
  for (const path of [
    '/plan/eu-eea/yes/message/#several.parent.all',
    '/plan/eu-eea/unknown/message/#several.parent.all',
    '/plan/gb/no/unknown/#several.under-18.all',
    '/plan/br/yes/message/#several.parent.all',
  ]) {
    await page.goto('about:blank');
    await page.goto(r.url + path);
    await ready(page, 'plan-steps');
    const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
    const pages = Math.max(...[...pdf.matchAll(/\/Count (\d+)/g)].map((m) => Number(m[1])));
    assert.ok(pages <= 2, `${path}: ${pages} pages`);
  }
  await context.close();
});
