import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import sharp from 'sharp';

const FOLDER = 'dist/og';
const cards = readdirSync(FOLDER).filter((f) => f.endsWith('.png'));

interface Strip {
  left: number;
  top: number;
  width: number;
  height: number;
}
interface Card {
  name: string;
  /** A byte a pixel, row by row. */
  grey: Uint8Array;
  width: number;
}
async function read(file: string | Buffer, name = ''): Promise<Card> {
  const { data, info } = await sharp(file).greyscale().raw().toBuffer({ resolveWithObject: true });
  return { name, grey: data, width: info.width };
}
/** True when every pixel of the strip has one colour: nothing runs over the card's edge. */
function plain({ grey, width }: Card, strip: Strip): boolean {
  let [least, most] = [255, 0];
  for (let y = strip.top; y < strip.top + strip.height; y += 1)
    for (const v of grey.subarray(y * width + strip.left, y * width + strip.left + strip.width)) {
      if (v < least) least = v;
      if (v > most) most = v;
    }
  return most - least < 12;
}
/** Each card is read once, some at a time, so that not all stand in memory. */
async function each(look: (card: Card) => void): Promise<void> {
  for (let i = 0; i < cards.length; i += 8) for (const card of await Promise.all(cards.slice(i, i + 8).map((c) => read(`${FOLDER}/${c}`, c)))) look(card);
}
const EDGES = [
  { left: 1160, top: 0, width: 40, height: 630 },
  { left: 0, top: 600, width: 1200, height: 30 },
  { left: 0, top: 0, width: 1200, height: 30 },
];

test('no preview card runs over its edges, each ends with its line, and every title fits: the strip between it and the foot is free', async () => {
  assert.ok(cards.length > 500);
  await each((card) => {
    for (const e of EDGES) assert.ok(plain(card, e), `${card.name}: something stands at ${JSON.stringify(e)}`);
    assert.ok(!plain(card, { left: 64, top: 540, width: 500, height: 50 }), `${card.name}: the last line is missing`);
    // Where a title set too large would run into what stands below it; figures have their drawing there.
    if (!card.name.startsWith('figures--')) assert.ok(plain(card, { left: 64, top: 484, width: 700, height: 6 }), `${card.name}: the title reaches the foot`);
  });
});

test('a card that runs over its edge is seen', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"><rect width="1200" height="630" fill="#faf6ec"/><rect x="1100" y="300" width="100" height="40"/></svg>';
  const card = await read(Buffer.from(svg));
  assert.equal(plain(card, EDGES[0] as Strip), false);
  assert.equal(plain(card, EDGES[1] as Strip), true);
});
