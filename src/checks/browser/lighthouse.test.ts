import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { audit } from '../../tools/bench/lighthouse.ts';
import { rig, TEMPLATES, type Rig } from './browser.ts';

// Performance depends on the machine: it stands in the bench.
let site: Rig;
const PORT = 9334;
before(async () => {
  site = await rig({ debugging: PORT });
});
after(() => site.stop());

test('Lighthouse: 100 for accessibility, best practices and being found, on every template of a page', async () => {
  const short: string[] = [];
  for (const path of TEMPLATES) {
    const { scores, lost } = await audit(site.url, path, PORT, ['accessibility', 'best-practices', 'seo']);
    if (Object.values(scores).some((s) => s !== 100)) short.push(`${path} ${JSON.stringify(scores)} ${lost.join('; ')}`);
  }
  assert.deepEqual(short, []);
});
