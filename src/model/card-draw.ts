/** Draws one card into its place among the kept ones. Runs in threads of its own: model/card-image.ts starts them. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { parentPort, threadId } from 'node:worker_threads';
import satori from 'satori';
import sharp from 'sharp';
import { CARD, COLOURS } from '../domain/card.ts';
import { between, colour, indexedPng } from './png.ts';

export interface CardJob {
  /** What `card` of domain/card.ts made. */
  node: unknown;
  /** Files of the typeface: a letter the first does not have is taken from the next. */
  typeface: readonly string[];
  /** The file to write. */
  file: string;
}

const base = Object.values(COLOURS).map(colour);
const [ink, paper, pen, marker] = [COLOURS.ink, COLOURS.paper, COLOURS.pen, COLOURS.marker].map(colour) as [Colour, Colour, Colour, Colour];
type Colour = ReturnType<typeof colour>;
/** The soft ink's edges are close to the ink's. */
const encode = indexedPng([...base, ...between(paper, ink, 4), ...between(paper, pen, 3), ...between(marker, ink, 3)]);

/** Resolves when the picture is whole in its place: another build may read it meanwhile. */
export async function drawCard({ node, typeface, file }: CardJob): Promise<void> {
  const fonts = typeface.map((font, i) => ({ name: i === 0 ? 'Newsreader' : `Newsreader ${i}`, data: readFileSync(font), weight: 600 as const, style: 'normal' as const }));
  const svg = await satori(node as Parameters<typeof satori>[0], { ...CARD, fonts });
  const { data, info } = await sharp(Buffer.from(svg)).raw().toBuffer({ resolveWithObject: true });
  const half = `${file}.${process.pid}-${threadId}`;
  writeFileSync(half, encode({ data, width: info.width, height: info.height, channels: info.channels }));
  renameSync(half, file);
}

parentPort?.on('message', (job: CardJob) => {
  drawCard(job).then(
    () => parentPort?.postMessage({}),
    (e: unknown) => parentPort?.postMessage({ error: e instanceof Error ? (e.stack ?? e.message) : String(e) }),
  );
});
