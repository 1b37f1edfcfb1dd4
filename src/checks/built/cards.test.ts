import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import sharp from 'sharp';

const FOLDER = 'dist/og';
const cards = readdirSync(FOLDER).filter((f) => f.endsWith('.png'));

/** True when every pixel of the strip has one colour: nothing runs over the card's edge. */
async function plain(file: string | Buffer, strip: { left: number; top: number; width: number; height: number }): Promise<boolean> {
  // `stats()` would look at the whole picture: it reads what came in, not what was cut out.
  const pixels = await sharp(file).extract(strip).greyscale().raw().toBuffer();
  return Math.max(...pixels) - Math.min(...pixels) < 12;
}
const EDGES = [
  { left: 1160, top: 0, width: 40, height: 630 },
  { left: 0, top: 600, width: 1200, height: 30 },
  { left: 0, top: 0, width: 1200, height: 30 },
];

test('no preview card runs over its edges, and each ends with its line', async () => {
  assert.ok(cards.length > 500);
  for (const c of cards) {
    const file = `${FOLDER}/${c}`;
    for (const e of EDGES) assert.ok(await plain(file, e), `${c}: something stands at ${JSON.stringify(e)}`);
    assert.ok(!(await plain(file, { left: 64, top: 540, width: 500, height: 50 })), `${c}: the last line is missing`);
  }
});

test('every title fits its card: the strip between title and foot is free', async () => {
  // Where a title set too large would run into what stands below it; figures have their drawing there.
  for (const c of cards.filter((x) => !x.startsWith('figures--'))) assert.ok(await plain(`${FOLDER}/${c}`, { left: 64, top: 484, width: 700, height: 6 }), `${c}: the title reaches the foot`);
});

test('a card that runs over its edge is seen', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"><rect width="1200" height="630" fill="#faf6ec"/><rect x="1100" y="300" width="100" height="40"/></svg>';
  assert.equal(await plain(Buffer.from(svg), EDGES[0] as (typeof EDGES)[number]), false);
  assert.equal(await plain(Buffer.from(svg), EDGES[1] as (typeof EDGES)[number]), true);
});
