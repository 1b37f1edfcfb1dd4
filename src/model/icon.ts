import { readFileSync } from 'node:fs';
import sharp from 'sharp';

/** The favicon as a PNG of `size` pixels, for home screens. */
export async function icon(size: number): Promise<Response> {
  const png = await sharp(readFileSync('public/favicon.svg'), { density: 600 }).resize(size, size).png({ compressionLevel: 9 }).toBuffer();
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
}
