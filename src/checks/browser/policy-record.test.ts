/** The charts of the policy record as a reader sees them: large enough, apart from each other, and whole. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { rig, type Rig } from './browser.ts';

let r: Rig;
before(async () => (r = await rig()));
after(() => r.stop());

const FIGURES = ['policy-ai', 'policy-length', 'policy-ai-instagram', 'policy-ai-whatsapp', 'policy-length-others'];

for (const width of [360, 768, 1280])
  test(`at ${width} px every letter of a chart is at least 11 px high, whole, and on no other`, async () => {
    const { page, context } = await r.open({ viewport: { width, height: 800 } });
    for (const path of ['/policy-record/', ...FIGURES.map((f) => `/figures/${f}/`)]) {
      await page.goto(r.url + path);
      const found = await page.evaluate(() => {
        const faults: string[] = [];
        const shown = [...document.querySelectorAll<SVGSVGElement>('.chart svg')].filter((s) => s.getBoundingClientRect().width > 0);
        for (const svg of shown) {
          const frame = svg.getBoundingClientRect();
          if (svg.parentElement && svg.parentElement.scrollWidth > svg.parentElement.clientWidth) faults.push('the chart scrolls sideways');
          const scale = frame.width / svg.viewBox.baseVal.width;
          const boxes = [...svg.querySelectorAll('text')].map((t) => ({
            text: t.textContent?.trim() ?? '',
            size: Number.parseFloat(getComputedStyle(t).fontSize) * scale,
            ...t.getBoundingClientRect().toJSON(),
          }));
          for (const b of boxes) {
            if (b.size < 11) faults.push(`"${b.text}" is ${b.size.toFixed(1)} px high`);
            if (b.left < frame.left - 0.5 || b.right > frame.right + 0.5 || b.top < frame.top - 1 || b.bottom > frame.bottom + 1) faults.push(`"${b.text}" is cut off`);
          }
          for (const [i, a] of boxes.entries())
            for (const b of boxes.slice(i + 1))
              if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4) faults.push(`"${a.text}" stands on "${b.text}"`);
        }
        return { drawn: shown.length, faults };
      });
      assert.deepEqual(found.faults, [], path);
      assert.equal(found.drawn, path === '/policy-record/' ? FIGURES.length : 1, path);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${path} fits`);
    }
    await context.close();
  });

test('on paper each chart stands once, and every table is open', async () => {
  const { page, context } = await r.open({ viewport: { width: 360, height: 800 } });
  await page.goto(`${r.url}/policy-record/`);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.evaluate(() => [...document.querySelectorAll('.chart svg')].filter((s) => s.getBoundingClientRect().width > 0).length), FIGURES.length);
  for (const service of ['facebook', 'instagram', 'threads', 'whatsapp'])
    assert.ok(await page.evaluate((id) => document.getElementById(id)?.querySelector('td')?.checkVisibility({ contentVisibilityAuto: true }), `versions-${service}`), service);
  await context.close();
});

test('a link to the figures of a service opens its table', async () => {
  const { page, context } = await r.open();
  await page.goto(`${r.url}/policy-record/`);
  await page.click('a[href$="#versions-whatsapp"]');
  await page.waitForFunction(() => (document.querySelector('#versions-whatsapp')?.getBoundingClientRect().height ?? 0) > 50);
  await context.close();
});
