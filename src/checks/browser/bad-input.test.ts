/** What people type, paste or throw at the forms: generated, really entered, in the built site. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { rig, type Rig } from './browser.ts';

let r: Rig;
let tried = 0;
before(async () => (r = await rig()));
after(async () => {
  await r.stop();
});

/** With a seed, so that a failing input can be made again. */
function random(seed: number): () => number {
  let x = seed;
  return () => {
    x = (Math.imul(x, 1664525) + 1013904223) >>> 0;
    return x / 2 ** 32;
  };
}
const next = random(2026);
const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;

const RUN = 'window.__ran=1';
const PARTS = [
  `<script>${RUN}</script>`,
  `<img src=x onerror="${RUN}">`,
  `"><svg onload=${RUN}>`,
  `<iframe srcdoc="<script>parent.__ran=1</script>"></iframe>`,
  `javascript:${RUN}`,
  `</textarea></p><style>*{display:none}</style>`,
  `{name} {{constructor.constructor('${RUN}')()}} \${${RUN}}`,
  '<b>bold</b>&lt;i&gt;',
  'مرحبا بالعالم',
  'שלום \u202eevil\u202c',
  '👩‍👩‍👧‍👦🏳️‍🌈🇪🇺',
  'é\u0301\u0301\u0301 Z̷̢a̵l̸',
  '\u0001\u0007\u001b[31m',
  'A\u00a0B\u200bC\ufeff',
  "'; DROP TABLE x; --",
  '%00%0a%0d&body=x&cc=a@b.c',
  '$& $1 $` $$',
  '__proto__ constructor toString',
  'line\n\n\n\nline\r\nline',
  '   \t ',
  'Łukasz Ñandú Đorđević 王小明',
];
const text = (): string => {
  const made = Array.from({ length: 1 + Math.floor(next() * 4) }, () => pick(PARTS)).join(next() < 0.5 ? ' ' : '');
  return next() < 0.06 ? made + 'x'.repeat(10_000) : made;
};
const DAYS = ['', '0001-01-01', '1969-12-31', '2023-12-31', '2024-02-29', '2026-11-01', '2026-11-24', '2031-01-01', '9999-12-31', '275760-09-13'];

/** Opens a page that would notice if anything typed were run. */
async function guarded(path: string, element: string): Promise<{ page: Page; close: () => Promise<void>; faults: string[] }> {
  const { page, context, requests } = await r.open();
  const faults: string[] = [];
  page.on('pageerror', (e) => faults.push(e.message));
  page.on('dialog', (d) => {
    faults.push(`dialog: ${d.message()}`);
    void d.dismiss();
  });
  await page.clock.setFixedTime(new Date('2026-11-25T12:00:00'));
  await page.goto(r.url + path);
  await page.waitForSelector(`${element}:defined`);
  const address = page.url();
  return {
    page,
    faults,
    close: async () => {
      assert.equal(await page.evaluate(() => (window as { __ran?: number }).__ran), undefined, 'nothing typed was run');
      assert.equal(page.url(), address, 'nothing typed is in the address');
      assert.ok(
        requests.every((u) => u.startsWith(r.url) && !u.includes('?')),
        'nothing typed was sent',
      );
      assert.deepEqual(faults, []);
      await context.close();
    },
  };
}

/** Enters text or a day and gives back what the field then holds. */
async function enter(page: Page, selector: string, value: string): Promise<string> {
  tried += 1;
  return page.locator(selector).evaluate((node, v) => {
    const field = node as HTMLInputElement;
    field.value = v;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    return field.value;
  }, value);
}

for (const letter of ['objection', 'no-account', 'erasure', 'access', 'follow-up', 'refusal', 'complaint', 'friend'])
  test(`letter ${letter}: whatever is typed stays text, stays there, and what is wrong is said where the focus goes`, async () => {
    const { page, close } = await guarded(`/letters/${letter}/`, 'letter-form');
    const choices = await page.locator('letter-form form :is(input[type="radio"], input[type="checkbox"]):not([name="-keep"])').all();
    for (let round = 0; round < 8; round += 1) {
      const choice = pick(choices);
      if (await choice.isVisible()) await choice.click();
      const held = new Map<string, string>();
      for (const field of await page.locator('letter-form [data-field]:visible :is(input[type="text"], input[type="date"], textarea)').all()) {
        if (next() < 0.25) continue;
        const id = (await field.getAttribute('id')) as string;
        held.set(id, await enter(page, `#${id}`, (await field.getAttribute('type')) === 'date' ? pick(DAYS) : text()));
      }
      await page.click('letter-form [data-do="copy"]');
      for (const [id, value] of held) assert.equal(await page.inputValue(`#${id}`), value, `${id} kept what was typed`);
      const seen = await page.evaluate(() => ({
        strange: [...document.querySelectorAll('[data-sheet] *')].map((e) => e.nodeName).filter((n) => !['P', 'UL', 'LI', 'BR'].includes(n)),
        errors: [...document.querySelectorAll<HTMLElement>('[data-field]:not([hidden]) > .field-error:not([hidden])')].map((e) => [
          e.closest<HTMLElement>('[data-field]')?.dataset['field'],
          e.textContent,
        ]),
        focus: document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset['field'],
        sheet: document.querySelector('[data-sheet]')?.textContent ?? '',
      }));
      assert.deepEqual(seen.strange, [], 'the letter holds paragraphs and lists only');
      assert.doesNotMatch(seen.sheet, /undefined|\[object/);
      if (seen.errors.length > 0) {
        assert.equal(seen.focus, seen.errors[0]?.[0], 'the focus is at the first field that is wrong');
        assert.ok(seen.errors.every((e) => (e[1] ?? '').length > 10));
      }
    }
    await close();
  });

test('deadline: any day gives a result or a message at the field, and stays as entered', async () => {
  const { page, close } = await guarded('/deadline/', 'deadline-form');
  for (let i = 0; i < 40; i += 1) {
    const rules = page.locator('input[name="rule"]');
    await rules.nth(i % (await rules.count())).check();
    const day =
      i < DAYS.length ? (DAYS[i] as string) : `20${10 + Math.floor(next() * 40)}-${String(1 + Math.floor(next() * 12)).padStart(2, '0')}-${String(1 + Math.floor(next() * 31)).padStart(2, '0')}`;
    const held = await enter(page, '#received', day);
    await page.click('deadline-form button[type="submit"]');
    await page.waitForSelector('.deadline-result:visible, #received-error:visible');
    assert.equal(await page.inputValue('#received'), held);
    const wrong = await page.locator('#received-error').isVisible();
    assert.equal(await page.locator('.deadline-result').isVisible(), !wrong, 'a result or a message, never both');
    assert.equal(wrong, !(held >= '2024-01-01' && held <= '2026-11-25' && held.length === 10), held);
    assert.equal(await page.evaluate(() => document.activeElement?.id || document.activeElement?.className), wrong ? 'received' : 'deadline-result');
  }
  await close();
});

test('a day that no calendar has, typed by keyboard, is said and stays', async () => {
  const { page, close } = await guarded('/deadline/', 'deadline-form');
  await page.focus('#received');
  await page.keyboard.type('02302026');
  tried += 1;
  assert.ok(await page.locator('#received').evaluate((i) => (i as HTMLInputElement).validity.badInput), 'the browser knows the day is none');
  await page.click('deadline-form button[type="submit"]');
  assert.match(await page.locator('#received-error').innerText(), /not in the calendar/);
  assert.ok(await page.locator('#received').evaluate((i) => (i as HTMLInputElement).validity.badInput), 'what was typed is still there');
  await close();
});

test('own record: an entry is kept as typed or refused with a message; nothing is run', async () => {
  const { page, close } = await guarded('/my-record/', 'own-record');
  await page.click('[data-do="start"]');
  await page.waitForSelector('[data-form="add"]:visible');
  let kept = 0;
  for (let i = 0; i < 30; i += 1) {
    const account = await enter(page, '#own-account', text());
    const note = await enter(page, '#own-note', text());
    const day = await enter(page, '#own-day', pick(DAYS));
    await page.click('[data-form="add"] button[type="submit"]');
    await page.waitForFunction((n) => document.querySelectorAll('.entries > li').length > n || document.querySelector('[data-form="add"] .field-error:not([hidden])'), kept);
    if ((await page.locator('.entries > li').count()) > kept) {
      kept += 1;
      assert.ok((await page.locator('.entries').textContent())?.includes(account.trim()));
    } else {
      assert.deepEqual([await page.inputValue('#own-account'), await page.inputValue('#own-note'), await page.inputValue('#own-day')], [account, note, day]);
      assert.match(await page.evaluate(() => document.activeElement?.id ?? ''), /^own-(account|day|note)$/);
      assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid')), 'true');
    }
  }
  assert.ok(kept > 0);
  assert.equal(await page.locator('.entries :is(script, img, svg, iframe, style)').count(), 0);
  await close();
});

test('pasted message: found or not, it stays text', async () => {
  const { page, close } = await guarded('/metas-email/', 'email-check');
  for (let i = 0; i < 25; i += 1) {
    const value = await enter(page, '#message', i === 0 ? '' : text() + (i === 1 ? 'x'.repeat(30_000) : ''));
    await page.click('email-check button[type="submit"]');
    const wrong = await page.locator('#message-error').isVisible();
    assert.equal(await page.inputValue('#message'), value);
    assert.equal(await page.evaluate(() => document.activeElement?.id || document.activeElement?.className), wrong ? 'message' : 'tool-result');
  }
  assert.equal(await page.locator('email-check :is(script, img, svg, iframe, style)').count(), 0);
  await close();
});

test('at least 300 inputs were really entered', (t) => {
  t.diagnostic(`${tried} inputs`);
  assert.ok(tried >= 300, String(tried));
});
