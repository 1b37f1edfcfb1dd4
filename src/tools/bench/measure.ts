/** Runs a build as its own process and says how long it took and how much memory it and its children held at most. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface BuildFigures {
  /** Seconds from start to exit. */
  seconds: number;
  /** Highest sum of the resident memory of the process and all its children, in MB, read four times a second. 0 where /proc is missing. */
  megabytes: number;
}

/** Resident memory of a process and its descendants, in kB. */
function residentTree(pid: number): number {
  const children = new Map<number, number[]>();
  const resident = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      const parent = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
      resident.set(Number(name), Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0));
    } catch {
      // It ended while being read.
    }
  }
  const sum = (p: number): number => (resident.get(p) ?? 0) + (children.get(p) ?? []).reduce((n, c) => n + sum(c), 0);
  return sum(pid);
}

export async function measureBuild(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = process.env): Promise<BuildFigures> {
  const start = performance.now();
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  const keep = (chunk: Buffer) => (log = (log + chunk.toString()).slice(-4000));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  let most = 0;
  const timer = setInterval(() => {
    try {
      most = Math.max(most, residentTree(child.pid ?? 0));
    } catch {
      // No /proc on this system: the figure stays 0.
    }
  }, 250);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
  clearInterval(timer);
  if (code !== 0) throw new Error(`the build in ${cwd} failed with ${code}:\n${log}`);
  return { seconds: (performance.now() - start) / 1000, megabytes: Math.round(most / 1024) };
}

/** Bytes of all files below a folder. */
export const folderBytes = (dir: string): number =>
  readdirSync(dir, { withFileTypes: true }).reduce((n, e) => n + (e.isDirectory() ? folderBytes(join(dir, e.name)) : statSync(join(dir, e.name)).size), 0);
