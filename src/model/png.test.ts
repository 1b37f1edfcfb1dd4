import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { between, colour, indexedPng } from './png.ts';

const [paper, ink, pen] = ['#faf6ec', '#1c1a16', '#9c2f1c'].map(colour) as [ReturnType<typeof colour>, ReturnType<typeof colour>, ReturnType<typeof colour>];

test('a decoder reads the picture that was written, odd widths and rows included', async () => {
  const palette = [paper, ink, pen];
  const encode = indexedPng(palette);
  for (const [width, height] of [
    [5, 3],
    [6, 2],
    [1, 1],
  ] as const)
    for (const channels of [3, 4] as const) {
      const pixels = Array.from({ length: width * height }, (_, i) => palette[i % 3] as (typeof palette)[number]);
      const data = Uint8Array.from(pixels.flatMap((p) => (channels === 4 ? [...p, 255] : [...p])));
      const { data: read, info } = await sharp(encode({ data, width, height, channels })).raw().toBuffer({ resolveWithObject: true });
      assert.deepEqual([info.width, info.height, info.channels], [width, height, 3]);
      assert.deepEqual([...read], pixels.flat());
    }
});

test('a colour that is not in the palette becomes the nearest', async () => {
  const encode = indexedPng([paper, ink]);
  const read = await sharp(encode({ data: Uint8Array.from([200, 200, 200, 60, 40, 30]), width: 2, height: 1, channels: 3 }))
    .raw()
    .toBuffer();
  assert.deepEqual([...read], [...paper, ...ink]);
});

test('mixtures stand evenly between two colours; more than 16 colours are refused', () => {
  assert.deepEqual(between([0, 0, 0], [100, 200, 40], 3), [
    [25, 50, 10],
    [50, 100, 20],
    [75, 150, 30],
  ]);
  assert.throws(() => indexedPng(between(paper, ink, 17)), /17 colours/);
});
