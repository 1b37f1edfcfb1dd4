/** A real nginx as a child process, on a free port of this machine, for the test and the load run. */
import { spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { nginxMain, type NginxOptions } from '../../domain/nginx.ts';
import type { Move } from '../../domain/moves.ts';
import { BROTLI_MODULE, forNginx } from './assemble.ts';
import { compress } from './compress.ts';

const canRun = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
/** Debian keeps it in /usr/sbin, which is not on everybody's path. */
export const findNginx = (): string | undefined => [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin'].map((d) => join(d, 'nginx')).find(canRun);
export const hasBrotli = (): boolean => existsSync(BROTLI_MODULE);

export const freePort = (): Promise<number> =>
  new Promise((done, failed) => {
    const server = createServer();
    server.on('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });

export interface Running {
  port: number;
  url: string;
  /** Holds `www/`, `site.conf` and `nginx.conf`. */
  dir: string;
  stop(): Promise<void>;
}

/** Waits until nginx answers, and says what it wrote when it ends instead. */
async function answers(child: ChildProcess, url: string): Promise<void> {
  let said = '';
  child.stderr?.on('data', (d: Buffer) => (said += d.toString()));
  for (let i = 0; i < 100; i += 1) {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}: ${said}`);
    const up = await fetch(url).then(
      () => true,
      () => false,
    );
    if (up) return;
    await wait(50);
  }
  throw new Error(`nginx does not answer at ${url}: ${said}`);
}

/** Starts nginx with this whole configuration file. */
export async function run(nginx: string, conf: string, dir: string, port: number): Promise<Running> {
  const child = spawn(nginx, ['-e', 'stderr', '-p', dir, '-c', conf], { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  try {
    await answers(child, `http://127.0.0.1:${port}/`);
  } catch (error) {
    if (child.exitCode === null) await stop();
    throw error;
  }
  // Not 127.0.0.1: browsers ask for the name, and treat it as they treat https.
  return { port, url: `http://localhost:${port}`, dir, stop };
}

export interface ServeOptions {
  moves?: readonly Move[];
  nginx?: Partial<NginxOptions>;
  /** Puts more files beside the site's, before they are compressed. */
  plant?: (www: string) => void;
  /** Leaves out the compressed siblings, which take seconds. */
  plain?: boolean;
}

/** Assembles the built site as `npm run host -- nginx` does, in a folder of its own, and serves it. */
export async function serve(nginx: string, dist: string, options: ServeOptions = {}): Promise<Running> {
  const dir = mkdtempSync(join(tmpdir(), 'rto-nginx-'));
  try {
    const port = await freePort();
    const root = join(dir, 'www');
    const site = { root, listen: [`127.0.0.1:${port}`, `[::1]:${port}`], serverName: '_', brotli: hasBrotli(), ...options.nginx };
    forNginx(dist, dir, options.moves ?? [], site);
    options.plant?.(root);
    if (!options.plain) await compress(root);
    return await startSite(nginx, dir, port, site.brotli);
  } catch (error) {
    rmSync(dir, { recursive: true, force: true });
    throw error;
  }
}

async function startSite(nginx: string, dir: string, port: number, brotli: boolean): Promise<Running> {
  const temp = join(dir, 'temp');
  mkdirSync(temp);
  const conf = join(dir, 'nginx.conf');
  // Started by root, nginx would give its workers a user who cannot read a temporary folder.
  const user = process.getuid?.() === 0 ? { user: 'root' } : {};
  writeFileSync(conf, nginxMain(readFileSync(join(dir, 'site.conf'), 'utf8'), { modules: brotli ? [BROTLI_MODULE] : [], temp, ...user }));
  const running = await run(nginx, conf, dir, port);
  return {
    ...running,
    async stop() {
      await running.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
