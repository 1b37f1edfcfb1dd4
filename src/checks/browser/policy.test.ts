/** The policy in the pages: everything works under it, and it stops what it should. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { KINDS, rig, type Rig } from './browser.ts';
import { listen, useTools } from './violations.ts';

let r: Rig;
before(async () => (r = await rig()));
after(() => r.stop());

test('no kind of page breaks its own policy, nor says an error', async () => {
  const { page, context } = await r.open();
  const heard = await listen(page);
  for (const path of KINDS) await page.goto(r.url + path, { waitUntil: 'networkidle' });
  assert.deepEqual(heard, []);
  await context.close();
});

test('search with its worker, a letter, the plan, a deadline and the record work under the policy', async () => {
  const { page, context } = await r.open();
  const heard = await listen(page);
  const { workers } = await useTools(page, r.url);
  assert.deepEqual(heard, []);
  assert.ok(workers.includes('/pagefind/pagefind-worker.js'), 'the search runs in its worker, not in the page');
  await context.close();
});

/** What a mistake or an attacker would try in the page. Each returns the error's name, or `did it`. */
const FORBIDDEN: [name: string, directive: string, attempt: () => unknown][] = [
  ['text as markup', 'require-trusted-types-for', () => (document.body.innerHTML = '<p>x</p>')],
  ['text as a script’s address', 'require-trusted-types-for', () => (document.createElement('script').src = '/x.js')],
  ['text as a script', 'require-trusted-types-for', () => document.createElement('script').append('x') === undefined && (document.createElement('script').text = 'alert(1)')],
  ['a worker of another address', 'require-trusted-types-for', () => new Worker('/pagefind/pagefind.js')],
  ['a worker from a text', 'require-trusted-types-for', () => new Worker('data:text/javascript,1')],
  // From a timer: what the test itself evaluates is not the page's own script.
  [
    'eval',
    'require-trusted-types-for',
    () =>
      new Promise((done, failed) =>
        setTimeout(() => {
          try {
            done((0, eval)('1'));
          } catch (e) {
            failed(e);
          }
        }),
      ),
  ],
  [
    'a policy of one’s own',
    'trusted-types',
    () => (globalThis as unknown as { trustedTypes: { createPolicy(n: string, r: object): unknown } }).trustedTypes.createPolicy('mine', { createHTML: (s: string) => s }),
  ],
  [
    'the default policy again',
    'trusted-types',
    () => (globalThis as unknown as { trustedTypes: { createPolicy(n: string, r: object): unknown } }).trustedTypes.createPolicy('default', { createHTML: (s: string) => s }),
  ],
];
for (const [name, directive, attempt] of FORBIDDEN)
  test(`blocked, and heard: ${name}`, async () => {
    const { page, context } = await r.open();
    const heard = await listen(page);
    await page.goto(`${r.url}/about/`, { waitUntil: 'networkidle' });
    heard.length = 0;
    const outcome = await page.evaluate(attempt as () => unknown).then(
      () => 'did it',
      (e: Error) => e.message,
    );
    assert.notEqual(outcome, 'did it');
    await page.waitForTimeout(50);
    assert.ok(
      heard.some((h) => h.includes(`${directive} blocked`)),
      `${outcome}; ${heard.join('\n')}`,
    );
    await context.close();
  });

test('a form is sent nowhere, so nothing typed enters an address', async () => {
  const { page, context, requests } = await r.open();
  const heard = await listen(page);
  await page.goto(`${r.url}/about/`, { waitUntil: 'networkidle' });
  const before = requests.length;
  await page.evaluate(() => {
    const form = document.createElement('form');
    const input = document.createElement('input');
    input.name = 'name';
    input.value = 'Ada Example';
    form.append(input);
    document.body.append(form);
    form.submit();
  });
  await page.waitForTimeout(200);
  assert.deepEqual(requests.slice(before), []);
  assert.equal(page.url(), `${r.url}/about/`);
  assert.ok(heard.some((h) => h.includes('form-action blocked')));
  await context.close();
});
