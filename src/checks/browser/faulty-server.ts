/** Serves the finished site, with faults on demand: for the tests of the kept copy. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { extension, TYPES } from '../../domain/hosting.ts';

/** What stands at an address instead of the file: other bytes, a status, a connection cut after half of it, silence. */
export type Fault = Uint8Array | number | 'cut' | 'silent';
export interface Faulty {
  url: string;
  faults: Map<string, Fault>;
  /** Paths asked for, in order. */
  asked: string[];
  /** No connection is taken any more; those open are closed. */
  stop(): Promise<void>;
}

export async function faulty(dir = 'dist'): Promise<Faulty> {
  const faults = new Map<string, Fault>();
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    asked.push(path);
    const fault = faults.get(path);
    if (fault === 'silent') return;
    let file = join(dir, path.endsWith('/') ? `${path}index.html` : path);
    const there = existsSync(file) && statSync(file).isFile();
    if (!there) file = join(dir, '404.html');
    const body = fault instanceof Uint8Array ? fault : readFileSync(file);
    const type = TYPES[extension(file)];
    response.writeHead(typeof fault === 'number' ? fault : there || fault instanceof Uint8Array ? 200 : 404, {
      'Content-Type': type ? `${type.type}${type.text ? '; charset=utf-8' : ''}` : 'application/octet-stream',
      'Content-Length': body.length,
      'Cache-Control': 'no-cache',
    });
    if (fault !== 'cut') response.end(body);
    else response.write(body.subarray(0, body.length / 2), () => response.destroy());
  });
  await new Promise<void>((done) => server.listen(0, done));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    faults,
    asked,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
