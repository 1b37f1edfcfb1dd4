/**
 * npm run addresses:accept: adds the finished site's new addresses to the list of published ones, and gives each new page
 * a short code. Never removes one.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { englishPages } from '../checks/english.ts';
import { wholePages } from '../checks/site.ts';
import { PAGES, shareable } from '../checks/rules/short-codes.ts';
import { addresses, LIST } from '../checks/rules/published.ts';
import { shortPath } from '../domain/routes.ts';
import { withNewCodes, writeCodes } from '../domain/short-codes.ts';
import { readRedirects } from '../model/moved.ts';
import { CODES, readCodes } from '../model/short-codes.ts';
import { address } from '../site.ts';

/** A first build that stops for a missing code leaves no site, but the list of the pages it made. */
function accept(): void {
  const site = existsSync('dist') ? englishPages('dist', address(process.env['SITE_URL']).base) : undefined;
  const pages = existsSync(PAGES) ? readFileSync(PAGES, 'utf8').split('\n').filter(Boolean) : site && shareable(wholePages(site));
  if (!pages) {
    console.error('no pages are known yet: run "npm run build" first. It may stop because new pages have no short code; this command gives them one');
    process.exitCode = 1;
    return;
  }
  const had = readCodes();
  const codes = withNewCodes(had, readRedirects(), pages);
  writeFileSync(CODES, writeCodes(codes));

  const before = existsSync(LIST) ? readFileSync(LIST, 'utf8').split('\n').filter(Boolean) : [];
  // The pages of new codes are made by the next build; their addresses are given now.
  const all = [...new Set([...before, ...(site ? addresses(site) : []), ...codes.map((c) => shortPath(c.code))])].sort();
  writeFileSync(LIST, `${all.join('\n')}\n`);
  console.log(`${all.length} addresses, ${all.length - before.length} new; ${codes.length} short codes, ${codes.length - had.length} new`);
  if (codes.length > had.length) console.log('Now build again and run this once more: it then sees the new pages and their headings.');
}

accept();
