import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import type jsQR from 'jsqr';
import { qr, QUIET, type Qr } from './qr.ts';

const decode = createRequire(import.meta.url)('jsqr') as typeof jsQR;

/** What a reader sees in the code drawn at `mm` millimetres, printed at 150 dots per inch. */
async function readAt(code: Qr, mm: number): Promise<string | undefined> {
  const side = Math.round((mm / 25.4) * 150);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${code.box}" width="${side}" height="${side}"><path fill="#fff" d="${code.field}"/><path stroke="#000" shape-rendering="crispEdges" d="${code.d}"/></svg>`;
  const { data, info } = await sharp(Buffer.from(svg)).flatten({ background: '#8a8a8a' }).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return decode(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

for (const url of ['http://localhost:4321/s/x7kq/', 'https://example.org/sub/s/x7kq/', 'https://a-rather-long-name-of-a-foundation.example.org/right-to-object/s/x7kq2/'])
  test(`a code reads as ${url}`, async () => {
    assert.equal(await readAt(qr(url), 24), url);
    assert.equal(await readAt(qr(url, 'Q'), 46), url);
  });

test('a quiet zone of four modules stands around it, painted light', () => {
  const code = qr('https://example.org/s/x7kq/');
  assert.deepEqual(code.box.split(' ').map(Number), [-QUIET, -QUIET - 0.5, code.size + 8, code.size + 8]);
  assert.ok(code.field.startsWith(`M-4 -4.5h${code.size + 8}`));
});

test('a code that lost its modules is not read', async () => assert.equal(await readAt({ ...qr('https://example.org/'), d: 'M0 0h9' }, 24), undefined));
