/** Loads an article like a slow phone and counts what a reader waits for and pays for. */
import { createServer, type Server } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import type { BenchSite } from './sites.ts';

export interface LoadFigures {
  /** Bytes over the wire of the first view, with headers. */
  bytes: number;
  requests: number;
  /** Milliseconds. */
  firstPaint: number;
  largestPaint: number;
  blocking: number;
  /** Cumulative layout shift. */
  shift: number;
  /** Bytes over the wire from opening the search to the first result. */
  searchBytes: number;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
};

/** Serves a folder with brotli, as a good host does. */
export async function serve(dir: string): Promise<{ url: string; server: Server }> {
  const packed = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    let file = join(dir, normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname)));
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    if (!file.startsWith(dir) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[extname(file)];
    response.setHeader('Content-Type', type ?? 'application/octet-stream');
    if (type && !/png|woff2/.test(type)) {
      const data = packed.get(file) ?? brotliCompressSync(readFileSync(file));
      packed.set(file, data);
      response.setHeader('Content-Encoding', 'br');
      response.end(data);
    } else response.end(readFileSync(file));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  return { url: `http://127.0.0.1:${port}`, server };
}

/** A phone of the lower middle: a quarter of this processor, 1.6 Mbit/s down, 150 ms to the server and back. */
export const SLOW_PHONE = { cpu: 4, latency: 150, download: (1.6 * 1024 * 1024) / 8, upload: (750 * 1024) / 8 };

const median = (list: number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

interface Painted {
  first: number;
  largest: number;
  blocking: number;
  shift: number;
}

async function once(browser: Browser, url: string, site: BenchSite, withSearch: boolean, query: string): Promise<LoadFigures> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
  let bytes = 0;
  let requests = 0;
  cdp.on('Network.responseReceived', () => (requests += 1));
  cdp.on('Network.loadingFinished', (e) => (bytes += e.encodedDataLength));
  await cdp.send('Network.emulateNetworkConditions', { offline: false, latency: SLOW_PHONE.latency, downloadThroughput: SLOW_PHONE.download, uploadThroughput: SLOW_PHONE.upload });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOW_PHONE.cpu });
  await page.addInitScript(() => {
    const seen = { largest: 0, blocking: 0, shift: 0 };
    (window as unknown as { seen: typeof seen }).seen = seen;
    new PerformanceObserver((l) => l.getEntries().forEach((e) => (seen.largest = e.startTime))).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((l) => l.getEntries().forEach((e) => (seen.blocking += Math.max(0, e.duration - 50)))).observe({ type: 'longtask', buffered: true });
    new PerformanceObserver((l) => l.getEntries().forEach((e) => (seen.shift += (e as unknown as { value: number }).value))).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(url + site.article, { waitUntil: 'networkidle' });
  await page.waitForTimeout(500);
  const painted = await page.evaluate((): Painted => {
    const seen = (window as unknown as { seen: Omit<Painted, 'first'> }).seen;
    return { ...seen, first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0 };
  });
  const view = { bytes, requests };
  let searchBytes = 0;
  if (withSearch) {
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await cdp.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
    await page.click(site.openSearch.click);
    const input = page.locator(site.openSearch.input).first();
    await input.waitFor();
    await input.pressSequentially(query, { delay: 20 });
    await page.waitForTimeout(2500);
    searchBytes = bytes - view.bytes;
  }
  await context.close();
  return { ...view, firstPaint: painted.first, largestPaint: painted.largest, blocking: painted.blocking, shift: painted.shift, searchBytes };
}

/** Medians of several loads, each with an empty cache. */
export async function measureLoad(browser: Browser, site: BenchSite, query: string, runs = 5): Promise<LoadFigures> {
  const { url, server } = await serve(site.out);
  try {
    const all: LoadFigures[] = [];
    for (let i = 0; i < runs; i += 1) all.push(await once(browser, url, site, i === 0, query));
    const of = (key: keyof LoadFigures) => median(all.map((f) => f[key]));
    return {
      bytes: of('bytes'),
      requests: of('requests'),
      firstPaint: of('firstPaint'),
      largestPaint: of('largestPaint'),
      blocking: of('blocking'),
      shift: of('shift'),
      searchBytes: all[0]?.searchBytes ?? 0,
    };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
