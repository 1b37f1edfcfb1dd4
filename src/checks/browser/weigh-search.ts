/** What a search costs over the network: the built site behind a server that compresses, a browser, and a count. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { launch } from './browser.ts';

/** What hosts compress; Pagefind's own files are compressed already. */
const TEXT: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.txt': 'text/plain', '.svg': 'image/svg+xml' };
/** For the headers of one answer over HTTP/2 or 3, generously. */
const HEADERS = 200;

export interface SearchCost {
  question: string;
  /** Bodies as sent, with brotli where it applies, and 200 bytes of headers for each. */
  bytes: number;
  requests: number;
  /** Files asked for, with the bytes of each. */
  files: [string, number][];
}

/**
 * Opens the search on a page and puts the questions one after another, as a reader would in one visit. The first cost
 * includes everything that opening the search loads.
 * @param dist a finished site, built for the root of a domain
 * @param visits the questions of each visit; each visit begins with nothing cached
 * @param fullTexts ask the full texts after the last question, as one more cost
 */
export async function weighSearch(dist: string, visits: readonly (readonly string[])[], fullTexts = false): Promise<SearchCost[][]> {
  let sent: [string, number][] = [];
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
    let file = join(dist, path);
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const type = TEXT[extname(file)];
    const body = type ? brotliCompressSync(readFileSync(file)) : readFileSync(file);
    sent.push([path, body.length + HEADERS]);
    response.writeHead(200, { 'content-type': type ?? 'application/octet-stream', ...(type ? { 'content-encoding': 'br' } : {}), 'cache-control': 'max-age=3600' }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, done));
  const browser = await launch();
  try {
    const costs: SearchCost[][] = [];
    for (const questions of visits) {
      const context = await browser.newContext();
      const tab = await context.newPage();
      const own: SearchCost[] = [];
      const settled = async (question: string) => {
        await tab.waitForLoadState('networkidle');
        await tab.waitForTimeout(400);
        own.push({ question, bytes: sent.reduce((n, [, b]) => n + b, 0), requests: sent.length, files: sent });
        sent = [];
      };
      await tab.goto(`http://localhost:${(server.address() as AddressInfo).port}/about/`, { waitUntil: 'networkidle' });
      sent = [];
      await tab.keyboard.press('/');
      await tab.waitForSelector('dialog[open] input');
      for (const question of questions) {
        await tab.fill('dialog input[type=search]', '');
        await tab.waitForFunction(() => document.querySelector('dialog [role=status]')?.textContent === '');
        await tab.fill('dialog input[type=search]', question);
        await tab.waitForFunction(() => (document.querySelector('dialog [role=status]')?.textContent ?? '') !== '');
        await settled(question);
      }
      if (fullTexts) {
        await tab.click('dialog .more button');
        await tab.waitForSelector('dialog .more-title');
        await settled('full texts');
      }
      costs.push(own);
      await context.close();
    }
    return costs;
  } finally {
    await browser.close();
    server.close();
  }
}
