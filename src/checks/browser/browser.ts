/** A headless Chromium and the built site on a local port, for the browser tests. */
import { existsSync } from 'node:fs';
import packaged from '@sparticuz/chromium';
import { preview } from 'astro';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';

const SYSTEM = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The machine's own Chromium where there is one, else the one that ships inside an npm package. */
export async function launch(extra: readonly string[] = []): Promise<Browser> {
  const system = SYSTEM.find((p) => p && existsSync(p));
  const quiet = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', ...extra];
  if (system) return chromium.launch({ executablePath: system, args: quiet });
  // The packaged defaults are for one-process cloud functions; these would weaken or slow what is tested.
  const args = packaged.args.filter((a) => !/single-process|no-zygote|web-security|site-isolation|IsolateOrigins/.test(a));
  return chromium.launch({ executablePath: await packaged.executablePath(), args: [...args, ...quiet] });
}

/** Requests beside the page's own scripts, some of which wait for the reader's first key or press. They carry nothing: their addresses are fixed. */
export const beside = (requests: readonly string[]): string[] => requests.filter((url) => !/\/_astro\/[\w.-]+\.js$/.test(url));

export interface Rig {
  /** Where the site is served, without a trailing slash. */
  url: string;
  open(options?: BrowserContextOptions): Promise<{ context: BrowserContext; page: Page; requests: string[] }>;
  stop(): Promise<void>;
}

/** `debugging`: a port on which other tools may drive the same browser. */
export async function rig({ debugging }: { debugging?: number } = {}): Promise<Rig> {
  process.env['ASTRO_PREVIEW_BACKGROUND'] = '0';
  const server = await preview({ root: process.cwd(), logLevel: 'error', server: { port: 0 } });
  const browser = await launch(debugging === undefined ? [] : [`--remote-debugging-port=${debugging}`]);
  const url = `http://localhost:${server.port}`;
  return {
    url,
    async open(options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      const page = await context.newPage();
      const requests: string[] = [];
      page.on('request', (r) => requests.push(r.url()));
      return { context, page, requests };
    },
    async stop() {
      await browser.close();
      await server.stop();
    },
  };
}

/** One address of each kind of page. */
export const KINDS = [
  '/',
  '/policy-change/',
  '/dark-patterns/',
  '/myths/',
  '/object/',
  '/object/facebook/',
  '/questions/',
  '/questions/is-it-too-late/',
  '/plan/',
  '/plan/eu-eea/',
  '/plan/eu-eea/yes/nothing/',
  '/plan/eu-eea/yes/nothing/#facebook.adult.all',
  '/letters/',
  '/letters/objection/',
  '/letters/complaint/uk/',
  '/letters/friend/',
  '/deadline/',
  '/countries/',
  '/countries/gb/',
  '/complain/',
  '/routes/',
  '/my-record/',
  '/offline/',
  '/offline/missing/',
  '/policy-record/',
  '/figures/',
  '/figures/steps-to-no/',
  '/dark-patterns/walkthrough/',
  '/dark-patterns/this-site/',
  '/friend-photos/',
  '/friend-photos/try/',
  '/what-counts-as-public/',
  '/metas-email/',
  '/after-objecting/',
  '/policy-record/facebook/2025-05-28/',
  '/policy-record/instagram/2026-07-24/',
  '/figures/policy-ai-instagram/',
  '/glossary/',
  '/timeline/',
  '/claims/',
  '/claims/late-objection-scope/',
  '/sources/',
  '/sources/press/',
  '/search/',
  '/changes/',
  '/about/',
  '/about/the-first-article/',
  '/privacy/',
  '/share/',
  '/share/poster/',
  '/share/leaflet/',
  '/s/',
  '/accessibility/',
  '/easy/',
  '/data/',
  '/feeds/',
  '/embed/claim/late-objection-scope/',
  '/embed/figure/policy-ai/',
  '/no-such-page/',
];

/** Kinds of page that want to be found. A search, a plan, a frame and the error pages ask engines to stay away, which costs points by design. */
export const FINDABLE = KINDS.filter((p) => !/^\/(search|no-such-page|offline\/missing)\/$|^\/(plan|embed)\/./.test(p));

/**
 * Kinds that share their template with another one above: the same head, landmarks and parts with other words. Lighthouse
 * takes seconds for each page and judges the template; axe, which judges what stands on it, looks at all of them.
 */
const SAME_TEMPLATE = [
  '/dark-patterns/',
  '/myths/',
  '/after-objecting/',
  '/plan/eu-eea/',
  '/letters/complaint/uk/',
  '/letters/friend/',
  '/figures/policy-ai-instagram/',
  '/policy-record/instagram/2026-07-24/',
  '/privacy/',
  '/accessibility/',
];

/** One address of each template that wants to be found. */
export const TEMPLATES = FINDABLE.filter((p) => !SAME_TEMPLATE.includes(p));
