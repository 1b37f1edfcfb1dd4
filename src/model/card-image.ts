/**
 * Preview cards as PNG. A card is drawn once and kept under .cache/ by the hash of what it shows. Drawing is the dearest
 * part of a first build, so it happens in threads beside the build, which asks for all cards before it needs the first.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { card, type CardFacts } from '../domain/card.ts';
import { LANGUAGE } from '../domain/t.ts';
import type { CardJob } from './card-draw.ts';

/** The faces of a card: the site's own has Latin letters only, and another face beside it would break the lines. */
const FACES: Readonly<Record<string, readonly string[]>> = {
  Cyrl: ['noto-serif-cyrillic', 'noto-serif-cyrillic-ext', 'noto-serif-latin', 'noto-serif-latin-ext'],
  Grek: ['noto-serif-greek', 'noto-serif-greek-ext', 'noto-serif-latin', 'noto-serif-latin-ext'],
  Arab: ['scheherazade-new-arabic', 'scheherazade-new-latin', 'scheherazade-new-latin-ext'],
};
const face = (part: string): string => `node_modules/@fontsource/${/^(newsreader|noto-serif|scheherazade-new)/.exec(part)?.[0] ?? ''}/files/${part}-600-normal.woff`;
const TYPEFACE = (FACES[new Intl.Locale(LANGUAGE).maximize().script ?? ''] ?? ['newsreader-latin', 'newsreader-latin-ext']).map(face);
const CACHE = '.cache/cards';
/** How the pictures are written; another way needs another number, or the kept ones stay. */
const WAY = '2';
/** Each thread takes some 100 MB. */
const THREADS = Math.min(availableParallelism(), 4);

const typeface = Buffer.concat(TYPEFACE.map((f) => readFileSync(f)));
interface Order extends CardJob {
  done: () => void;
  failed: (e: Error) => void;
}
const waiting: Order[] = [];
const idle: Worker[] = [];
let threads = 0;

/** Gives the next card to a thread; one with nothing to do does not keep the process alive. */
function next(worker: Worker): void {
  const order = waiting.shift();
  if (!order) {
    worker.unref();
    idle.push(worker);
    return;
  }
  const { done, failed, ...job } = order;
  const heard = (answer: { error?: string }): void => {
    worker.off('error', broken);
    if (answer.error === undefined) done();
    else failed(new Error(`a preview card could not be drawn: ${answer.error}`));
    next(worker);
  };
  const broken = (e: unknown): void => {
    threads -= 1;
    failed(new Error(`a preview card could not be drawn: ${String(e)}`));
    if (waiting.length > 0) start();
  };
  worker.ref();
  worker.once('message', heard);
  worker.once('error', broken);
  worker.postMessage(job);
}

function start(): void {
  threads += 1;
  // The source itself: Node reads it as it is, and the bundle of the build holds no file for a thread.
  next(new Worker(join(process.cwd(), 'src/model/card-draw.ts')));
}

/** Cards on their way, by their file. */
const ordered = new Map<string, Promise<void>>();

/** Sees to it that a card is drawn, and says in which file. The promise is kept, so that a card is drawn once. */
function order(facts: CardFacts): { file: string; drawn: Promise<void> } {
  const node = card(facts);
  const key = createHash('sha256').update(WAY).update(JSON.stringify(node)).update(typeface).digest('hex').slice(0, 32);
  const file = `${CACHE}/${key}.png`;
  const before = ordered.get(file);
  if (before) return { file, drawn: before };
  if (existsSync(file)) return { file, drawn: Promise.resolve() };
  mkdirSync(CACHE, { recursive: true });
  const drawn = new Promise<void>((done, failed) => waiting.push({ node, typeface: TYPEFACE, file, done, failed }));
  // Who asks for the picture hears of the failure; until then it is not lost.
  drawn.catch(() => undefined);
  ordered.set(file, drawn);
  const free = idle.pop();
  if (free) next(free);
  else if (threads < THREADS) start();
  return { file, drawn };
}

/** Begins to draw cards that will be asked for. */
export function drawAhead(list: readonly CardFacts[]): void {
  for (const facts of list) order(facts);
}

export async function cardImage(facts: CardFacts): Promise<Uint8Array> {
  const { file, drawn } = order(facts);
  await drawn;
  return new Uint8Array(readFileSync(file));
}
