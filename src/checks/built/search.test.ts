import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { evaluate, misses, openBuilt, rates, table } from '../../tools/search-eval/evaluate.ts';
import { FOLDER, HALVES } from '../../tools/search-eval/queries.ts';

for (const half of HALVES)
  test(
    `search answers the questions of the ${half} half: top 3 ≥ 95 %, top 1 ≥ 80 %, never nothing`,
    { skip: existsSync(join(FOLDER, `${half}.yml`)) ? false : `${half}.yml is kept away from this branch` },
    async () => {
      const outcomes = await evaluate('.', 'dist', half);
      const { top1, top3, zero } = rates(outcomes);
      // What was asked is only told for the half that is there to tune on.
      assert.ok(top3 >= 0.95 && top1 >= 0.8 && zero === 0, `${table(outcomes)}${half === 'tune' ? `\n${misses(outcomes)}` : ''}`);
    },
  );

test('a whole pasted chain post, a whole message and 10,000 characters find their page', async () => {
  const index = await openBuilt('dist');
  const first = async (q: string) => (await index.find(q)).hits.slice(0, 2).map((h) => h.path.replace(/#.*/, ''));
  const chain =
    'Goodbye Meta AI. Please note an attorney has advised us to put this on, failure to do so may result in legal consequences. As Meta is now a public entity all members must post a similar statement. If you do not post at least once it will be assumed you are okay with them using your information and photos. I do not give Meta or anyone else permission to use any of my personal data, profile information or photos.';
  const mail =
    'We’re getting ready to expand our AI at Meta experiences to your region. AI at Meta is our collection of generative AI features and experiences, like Meta AI and AI creative tools, along with the models that power them. To help bring these experiences to you, we’ll now rely on the legal basis called legitimate interests for using your information to develop and improve AI at Meta. This means that you have the right to object to how your information is used for these purposes. If your objection is honoured, it will be applied from then on.';
  assert.ok((await first(chain)).includes('/myths/'), String(await first(chain)));
  assert.ok((await first(mail)).includes('/metas-email/'), String(await first(mail)));
  assert.ok((await first(`${mail} `.repeat(30).slice(0, 10_000))).includes('/metas-email/'));
  assert.ok((await first(`Hi all, saw this in the parents’ group, is it true? ${chain}`)).includes('/myths/'));
});

test('every search word leads to its own page first', async () => {
  const index = await openBuilt('dist');
  const wrong: string[] = [];
  for (const [q, path] of [
    ['goodbye meta ai', '/myths/'],
    ['712876720715583', '/object/facebook/'],
    ['rayban', '/object/smart-glasses/'],
    ['ombudsman', '/complain/'],
    ['deutschland', '/countries/de/'],
    ['chronology', '/timeline/'],
    ['cookies', '/privacy/'],
  ] as const) {
    const top = (await index.find(q)).hits[0]?.path;
    if (top !== path) wrong.push(`${q}: ${top}, not ${path}`);
  }
  assert.deepEqual(wrong, []);
});
