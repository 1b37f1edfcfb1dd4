/**
 * Checks whether an outside address still answers. Polite: one request per host at a time with a pause between, HEAD
 * first. A page that wants a login is not a dead page. The network and the clock come in as arguments, for the tests.
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
  /** Pause between two requests to one host, in milliseconds. */
  pause: number;
  sleep: (ms: number) => Promise<void>;
}

export const USER_AGENT = 'RightToObject-link-check/1.0 (checks each link a few times a year)';
const MAX_REDIRECTS = 5;
/** Servers that refuse HEAD answer with these; a GET then decides. */
const HEAD_REFUSED = new Set([400, 403, 404, 405, 406, 501, 503]);

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

const verdict = (status: number): LinkResult => (status < 400 ? 'ok' : [401, 403, 407, 429, 451].includes(status) ? 'blocked' : [404, 410].includes(status) ? 'gone' : 'error');

/** Checks one address. Never throws: what went wrong is in the report. */
export async function checkLink(url: string, options: LinkOptions): Promise<LinkReport> {
  let at = url;
  const seen = new Set<string>();
  try {
    for (let hops = 0; ; hops += 1) {
      if (seen.has(at)) return { url, result: 'error', to: at, detail: 'redirects in a circle' };
      if (hops > MAX_REDIRECTS) return { url, result: 'error', to: at, detail: `more than ${MAX_REDIRECTS} redirects` };
      seen.add(at);
      let response = await ask(at, 'HEAD', options);
      if (HEAD_REFUSED.has(response.status)) {
        await options.sleep(options.pause);
        response = await ask(at, 'GET', options);
      }
      const next = response.headers.get('location');
      if (response.status >= 300 && response.status < 400 && next) {
        at = new URL(next, at).href;
        if (!/^https?:/.test(at)) return { url, result: 'error', to: at, detail: 'redirects to something that is no web address' };
        await options.sleep(options.pause);
        continue;
      }
      const result = verdict(response.status);
      return { url, result: result === 'ok' && at !== url ? 'redirected' : result, status: response.status, ...(at !== url && { to: at }) };
    }
  } catch (error) {
    const cause = (error as { cause?: { code?: string } }).cause?.code;
    if (error instanceof TimedOut) return { url, result: 'timeout', detail: error.message };
    return { url, result: 'error', detail: cause ?? (error as Error).message };
  }
}

/** Checks each distinct address once; hosts side by side, addresses of one host one after another. */
export async function checkLinks(urls: readonly string[], options: LinkOptions, atOnce = 6): Promise<LinkReport[]> {
  const hosts = new Map<string, string[]>();
  for (const url of new Set(urls)) {
    const host = new URL(url).host;
    hosts.set(host, [...(hosts.get(host) ?? []), url]);
  }
  const queue = [...hosts.values()];
  const reports = new Map<string, LinkReport>();
  const worker = async (): Promise<void> => {
    for (let list = queue.shift(); list; list = queue.shift())
      for (const [i, url] of list.entries()) {
        if (i > 0) await options.sleep(options.pause);
        reports.set(url, await checkLink(url, options));
      }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return [...new Set(urls)].map((u) => reports.get(u) as LinkReport);
}

/** No answer from anywhere says something about this machine, not about the links. */
export const looksOffline = (reports: readonly LinkReport[]): boolean =>
  reports.length > 0 && reports.every((r) => r.status === undefined && !r.to && (r.result === 'error' || r.result === 'timeout'));
