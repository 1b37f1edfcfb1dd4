/** Draws preview cards as PNG. A card is drawn once and kept under .cache/ by the hash of what it shows. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import satori from 'satori';
import sharp from 'sharp';
import { card, CARD, type CardFacts } from '../domain/card.ts';

const FONT = readFileSync('node_modules/@fontsource/newsreader/files/newsreader-latin-600-normal.woff');
const CACHE = '.cache/cards';

export async function cardImage(facts: CardFacts): Promise<Uint8Array> {
  const node = card(facts);
  const key = createHash('sha256').update(JSON.stringify(node)).update(FONT).digest('hex').slice(0, 32);
  const file = `${CACHE}/${key}.png`;
  if (existsSync(file)) return new Uint8Array(readFileSync(file));
  const svg = await satori(node as unknown as Parameters<typeof satori>[0], { ...CARD, fonts: [{ name: 'Newsreader', data: FONT, weight: 600, style: 'normal' }] });
  const png = await sharp(Buffer.from(svg)).png({ palette: true, colours: 32, compressionLevel: 9 }).toBuffer();
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(file, png);
  return new Uint8Array(png);
}
