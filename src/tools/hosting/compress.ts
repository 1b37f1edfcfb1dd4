/** Writes `.br` and `.gz` beside each text file, so that a server never compresses while a reader waits. */
import { readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { TYPES, extension } from '../../domain/hosting.ts';
import { addressesIn } from '../../model/files.ts';

/** Below this a packet is a packet. */
const SMALLEST = 256;
/** Files under way at once; zlib works in Node's own threads. */
const AT_ONCE = 8;

const squeeze: [end: string, make: (data: Buffer) => Promise<Buffer>][] = [
  ['br', (data) => promisify(brotliCompress)(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: data.length } })],
  ['gz', (data) => promisify(gzip)(data, { level: 9 })],
];

export interface Squeezed {
  files: number;
  /** Bytes of the text files as they are, and of what a reader loads. */
  plain: number;
  br: number;
  gz: number;
}

/** The same files give the same bytes. A sibling that saves nothing is not written. */
export async function compress(dir: string): Promise<Squeezed> {
  const queue = addressesIn(dir).filter((a) => TYPES[extension(a)]?.text);
  const sum: Squeezed = { files: queue.length, plain: 0, br: 0, gz: 0 };
  const work = async (): Promise<void> => {
    for (let address = queue.pop(); address; address = queue.pop()) {
      const file = join(dir, address);
      const data = await readFile(file);
      const { mtime } = await stat(file);
      sum.plain += data.length;
      for (const [end, make] of squeeze) {
        const small = data.length < SMALLEST ? data : await make(data);
        const worth = small.length < data.length;
        if (worth) {
          await writeFile(`${file}.${end}`, small);
          // nginx answers with the sibling's own date: it has to be the page's.
          await utimes(`${file}.${end}`, mtime, mtime);
        }
        sum[end as 'br' | 'gz'] += worth ? small.length : data.length;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return sum;
}
