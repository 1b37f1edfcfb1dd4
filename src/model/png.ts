/**
 * Writes a picture of a few known colours as an indexed PNG. A general encoder first looks for the best palette, which
 * takes three quarters of a card's time; a card's colours are known before it is drawn.
 */
import { crc32, deflateSync } from 'node:zlib';

/** Red, green, blue: 0 to 255 each. */
export type Colour = readonly [number, number, number];

/** `#rrggbb` as numbers. */
export const colour = (hex: string): Colour => [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)) as unknown as Colour;

/** What edges of one colour on another look like: `steps` mixtures between the two, without the two themselves. */
export const between = (a: Colour, b: Colour, steps: number): Colour[] =>
  Array.from({ length: steps }, (_, i) => a.map((v, c) => Math.round(v + (((b[c] as number) - v) * (i + 1)) / (steps + 1))) as unknown as Colour);

/** W3C PNG, 5.3: length, type, data, checksum of type and data. */
function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** Gives the index of the nearest colour; each colour, to 5 bits a channel, is looked for once. */
function nearest(palette: readonly Colour[]): (r: number, g: number, b: number) => number {
  const known = new Int16Array(32768).fill(-1);
  return (r, g, b) => {
    const key = ((r >> 3) << 10) | ((g >> 3) << 5) | (b >> 3);
    const before = known[key] as number;
    if (before >= 0) return before;
    let [best, distance] = [0, Infinity];
    palette.forEach((c, i) => {
      const d = (c[0] - r) ** 2 + (c[1] - g) ** 2 + (c[2] - b) ** 2;
      if (d < distance) [best, distance] = [i, d];
    });
    known[key] = best;
    return best;
  };
}

export interface Pixels {
  /** Row by row, `channels` bytes a pixel, the first three red, green and blue. */
  data: Uint8Array;
  width: number;
  height: number;
  channels: number;
}

/** A palette's look-up, made once for many pictures. At most 16 colours: two pixels share a byte. */
export function indexedPng(palette: readonly Colour[]): (pixels: Pixels) => Uint8Array {
  if (palette.length > 16) throw new Error(`${palette.length} colours, an indexed picture of 4 bits has 16`);
  const find = nearest(palette);
  return ({ data, width, height, channels }) => {
    const row = 1 + Math.ceil(width / 2);
    // Each row begins with the number of its filter: 0, none, which suits plain areas of an index best.
    const packed = Buffer.alloc(row * height);
    for (let y = 0, at = 0; y < height; y += 1)
      for (let x = 0; x < width; x += 1, at += channels) {
        const i = find(data[at] as number, data[at + 1] as number, data[at + 2] as number);
        const byte = y * row + 1 + (x >> 1);
        packed[byte] = (packed[byte] as number) | (x % 2 === 0 ? i << 4 : i);
      }
    const head = Buffer.alloc(13);
    head.writeUInt32BE(width, 0);
    head.writeUInt32BE(height, 4);
    head.set([4, 3, 0, 0, 0], 8);
    return Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', head),
      chunk('PLTE', Uint8Array.from(palette.flat())),
      chunk('IDAT', deflateSync(packed, { level: 6 })),
      chunk('IEND', new Uint8Array()),
    ]);
  };
}
