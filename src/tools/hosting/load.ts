/**
 * `npm run bench:load`: a real nginx with our configuration, or Astro's preview server where there is none, asked by
 * 200 connections at once for 10 seconds, on this machine. Prints requests per second, times and errors; ends with 1
 * when there was an error.
 */
import autocannon from 'autocannon';
import { cpus } from 'node:os';
import { hostMoves } from '../../model/host-moves.ts';
import { addressesIn } from '../../model/files.ts';
import { findNginx, hasBrotli, serve } from './nginx-server.ts';

const CONNECTIONS = 200;
const SECONDS = 10;

/** What a reader's visits ask for: pages of several kinds and sizes, and the files that come with them. */
function mix(): string[] {
  const assets = addressesIn('dist').filter((f) => /^\/_astro\/(main|Base|index)[^/]*\.(js|css)$/.test(f) || /^\/_astro\/.*\.woff2$/.test(f));
  return [
    '/',
    '/object/',
    '/object/facebook/',
    '/friend-photos/',
    '/claims/',
    '/questions/is-it-too-late/',
    '/letters/objection/',
    '/plan/eu-eea/yes/nothing/',
    '/countries/de/',
    ...assets,
    '/og/home.png',
    '/none/',
  ];
}

interface Server {
  name: string;
  url: string;
  stop(): Promise<void>;
}
async function start(): Promise<Server> {
  const nginx = findNginx();
  if (nginx) {
    const { url, stop } = await serve(nginx, 'dist', { moves: hostMoves(process.cwd()) });
    return { name: `nginx${hasBrotli() ? ' with brotli files' : ' with gzip files'}`, url: url.replace('localhost', '127.0.0.1'), stop };
  }
  process.env['ASTRO_PREVIEW_BACKGROUND'] = '0';
  const { preview } = await import('astro');
  const server = await preview({ root: process.cwd(), logLevel: 'error', server: { port: 0, host: '127.0.0.1' } });
  return { name: 'astro preview (no nginx here)', url: `http://127.0.0.1:${server.port}`, stop: () => server.stop() };
}

const server = await start();
try {
  const paths = mix();
  const result = await autocannon({
    url: server.url,
    connections: CONNECTIONS,
    duration: SECONDS,
    requests: paths.map((path) => ({ method: 'GET', path, headers: { 'accept-encoding': 'gzip, br' } })),
  });
  const { requests, latency, errors, timeouts, throughput } = result;
  // /none/ is in the mix: the 404 page under load is a page like others.
  const server5xx = result['5xx'];
  const share404 = result['4xx'] / requests.total;
  console.log(`${server.name}, ${CONNECTIONS} connections, ${SECONDS} s, ${paths.length} addresses, on ${cpus().length} cores that also make the load:`);
  console.log(`${Math.round(requests.average).toLocaleString('en')} requests/s, ${requests.total.toLocaleString('en')} in all, ${(throughput.average / 1e6).toFixed(0)} MB/s`);
  console.log(`latency p50 ${latency.p50} ms, p99 ${latency.p99} ms, longest ${latency.max} ms`);
  console.log(`errors ${errors}, timeouts ${timeouts}, answers 5xx ${server5xx}`);
  const expected = 1 / paths.length;
  if (errors + timeouts + server5xx > 0 || Math.abs(share404 - expected) > expected / 2) {
    console.error(`The load run failed: ${(share404 * 100).toFixed(1)} % answers 4xx, ${(expected * 100).toFixed(1)} % expected.`);
    process.exitCode = 1;
  }
} finally {
  await server.stop();
}
