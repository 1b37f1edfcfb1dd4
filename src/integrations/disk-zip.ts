/** Makes the single file that opens from disk, from the finished pages. */
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { readPage } from '../checks/site.ts';
import { diskPage, diskStyles, fileOf, type Disk } from '../domain/disk-copy.ts';
import { isKept } from '../domain/offline.ts';
import { withoutBase } from '../domain/routes.ts';

/** The folder inside the file. */
const FOLDER = 'right-to-object';
const isDiskPage = (file: string): boolean => file.endsWith('/index.html') && ((isKept(file) && !file.startsWith('/offline/')) || file === '/book/index.html');

/**
 * `files`: every file of the site as an address; `out`: its folder. Pages come in whole; other files only where a page
 * of the copy links to one. Equal pages give equal bytes: each file has the day of the build as its date.
 */
export function diskZip(out: string, files: readonly string[], site: { site: string; base: string; built: string }): Uint8Array {
  const there = new Set(files);
  const pages = files
    .filter(isDiskPage)
    .map((file) => {
      const html = readFileSync(join(out, file), 'utf8');
      return { file, html, page: readPage(html, file.slice(1), site.base) };
    })
    // Not the pages that only send on to where another has moved.
    .filter(({ page }) => !page.meta.has('refresh'));
  const inCopy = new Set(pages.map((p) => p.file));
  for (const { page } of pages)
    for (const href of [...page.assets.filter((a) => a.endsWith('.css')), ...page.images.map((i) => i.src), ...page.links.map((l) => l.href), '/favicon.svg']) {
      const file = fileOf(withoutBase(site.base, href.replace(/[?#].*$/, '')));
      if (there.has(file) && !file.endsWith('.html') && !/\.zip$/.test(file)) inCopy.add(file);
    }
  const [y = 0, m = 1, d = 1] = site.built.split('-').map(Number);
  // ZIP dates have no time zone: fflate writes the machine's own time, so this is noon everywhere.
  const options = { level: 9 as const, mtime: new Date(y, m - 1, d, 12) };
  const zip: Zippable = {};
  const add = (file: string, data: Uint8Array) => (zip[FOLDER + file] = [data, options]);
  for (const { file, html, page } of pages) add(file, Buffer.from(diskPage(html, { ...site, path: page.path, files: inCopy } satisfies Disk)));
  for (const file of [...inCopy].filter((f) => !f.endsWith('.html')).sort()) {
    const data = readFileSync(join(out, file));
    const font = (url: string) => `data:font/woff2;base64,${readFileSync(join(out, url.startsWith('/') ? withoutBase(site.base, url) : posix.join(posix.dirname(file), url))).toString('base64')}`;
    add(file, file.endsWith('.css') ? Buffer.from(diskStyles(data.toString('utf8'), font)) : data);
  }
  return zipSync(zip);
}
