/**
 * Checks whether an outside address still answers. Polite: the requests to one host start a pause apart, HEAD first. A page that wants a login is not a dead page. The network and the clock come in as arguments, for the tests.
 */
import { LINK_RESULTS, type LinkResult } from '../schema/codes.ts';

export { LINK_RESULTS };

export interface LinkReport {
  url: string;
  result: LinkResult;
  /** The last answer's HTTP status. */
  status?: number;
  /** Where it ended, when it moved. */
  to?: string;
  detail?: string;
}

export interface LinkOptions {
  fetch: typeof fetch;
  /** Longest wait for one request, in milliseconds. */
  timeout: number;
  /** Shortest time from one request to a host to the next, in milliseconds. */
  pause: number;
  now: () => number;
  sleep: (ms: number) => Promise<void>;
}

export const USER_AGENT = 'RightToObject-link-check/1.0 (checks each link a few times a year)';
const MAX_REDIRECTS = 5;
/** Servers that refuse HEAD answer with these; a GET then decides. */
const HEAD_REFUSED = new Set([400, 403, 404, 405, 406, 501, 503]);

/** The wait for a connection can end before our own time-out. */
const TOO_SLOW = new Set(['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT']);
/** No server was reached: a GET would fare no better than the HEAD did. */
const NO_CONNECTION = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH', 'ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT']);

const isWebAddress = (url: string): boolean => /^https?:/.test(url) && URL.canParse(url);

class TimedOut extends Error {}

async function ask(url: string, method: 'HEAD' | 'GET', options: LinkOptions): Promise<Response> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), options.timeout);
  try {
    const response = await options.fetch(url, { method, redirect: 'manual', signal: stop.signal, headers: { 'user-agent': USER_AGENT } });
    // The body is of no interest; an unread one would keep the connection.
    await response.body?.cancel();
    return response;
  } catch (error) {
    if (stop.signal.aborted) throw new TimedOut(`no answer in ${options.timeout} ms`);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

const codeOf = (error: unknown): string | undefined => (error as { cause?: { code?: string } }).cause?.code;

const verdict = (status: number): LinkResult => (status >= 200 && status < 300 ? 'ok' : [401, 403, 407, 429, 451].includes(status) ? 'blocked' : [404, 410].includes(status) ? 'gone' : 'error');

type Turn = (url: string) => Promise<void>;

/** Gives out each host's turns. Shared by all checks of a run: redirects from several hosts may lead to one. */
function hostTurns({ now, sleep, pause }: LinkOptions): Turn {
  const free = new Map<string, number>();
  return async (url) => {
    const { host } = new URL(url);
    const at = Math.max(now(), free.get(host) ?? -Infinity);
    // Taken before the wait, so that two checks that wait at once do not get the same turn.
    free.set(host, at + pause);
    const wait = at - now();
    if (wait > 0) await sleep(wait);
  };
}

/** Checks one address. Never throws: what went wrong is in the report. */
export async function checkLink(url: string, options: LinkOptions, turn: Turn = hostTurns(options)): Promise<LinkReport> {
  let at = url;
  let status: number | undefined;
  const report = (result: LinkResult, detail?: string): LinkReport => ({
    url,
    result,
    ...(status !== undefined && { status }),
    ...(at !== url && { to: at }),
    ...(detail !== undefined && { detail }),
  });
  const request = async (method: 'HEAD' | 'GET'): Promise<Response> => {
    await turn(at);
    const response = await ask(at, method, options);
    status = response.status;
    return response;
  };
  /** Undefined where a GET has to decide. */
  const head = async (): Promise<Response | undefined> => {
    try {
      const response = await request('HEAD');
      return HEAD_REFUSED.has(response.status) ? undefined : response;
    } catch (error) {
      if (NO_CONNECTION.has(codeOf(error) ?? '')) throw error;
      // Some servers drop a HEAD, or leave it without an answer.
      return undefined;
    }
  };
  if (!isWebAddress(url)) return report('error', 'is no web address');
  const seen = new Set<string>();
  try {
    for (let hops = 0; ; hops += 1) {
      if (seen.has(at)) return report('error', 'redirects in a circle');
      if (hops > MAX_REDIRECTS) return report('error', `more than ${MAX_REDIRECTS} redirects`);
      seen.add(at);
      const response = (await head()) ?? (await request('GET'));
      const next = response.headers.get('location');
      if (response.status < 300 || response.status >= 400 || !next) {
        const result = verdict(response.status);
        return report(result === 'ok' && at !== url ? 'redirected' : result);
      }
      const target = URL.canParse(next, at) ? new URL(next, at).href : next;
      if (!isWebAddress(target)) return report('error', `redirects to something that is no web address: ${target}`);
      at = target;
    }
  } catch (error) {
    if (error instanceof TimedOut) return report('timeout', error.message);
    const code = codeOf(error);
    return report(code && TOO_SLOW.has(code) ? 'timeout' : 'error', code ?? (error as Error).message);
  }
}

/** Checks each distinct address once; hosts side by side, addresses of one host one after another. */
export async function checkLinks(urls: readonly string[], options: LinkOptions, atOnce = 6): Promise<LinkReport[]> {
  const hosts = new Map<string, string[]>();
  for (const url of new Set(urls)) {
    const host = URL.canParse(url) ? new URL(url).host : '';
    hosts.set(host, [...(hosts.get(host) ?? []), url]);
  }
  const queue = [...hosts.values()];
  const reports = new Map<string, LinkReport>();
  const turn = hostTurns(options);
  const worker = async (): Promise<void> => {
    for (let list = queue.shift(); list; list = queue.shift()) for (const url of list) reports.set(url, await checkLink(url, options, turn));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return [...new Set(urls)].map((u) => reports.get(u) as LinkReport);
}

/** No answer from anywhere says something about this machine, not about the links. */
export const looksOffline = (reports: readonly LinkReport[]): boolean => reports.length > 0 && reports.every((r) => r.status === undefined);
