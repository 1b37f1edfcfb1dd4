/**
 * npm run addresses:accept: adds the finished site's new addresses to the list of published ones, and gives each new page
 * a short code. Never removes one.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readSite, wholePages } from '../checks/site.ts';
import { shareable } from '../checks/rules/short-codes.ts';
import { addresses, LIST } from '../checks/rules/published.ts';
import { shortPath } from '../domain/routes.ts';
import { withNewCodes, writeCodes } from '../domain/short-codes.ts';
import { readRedirects } from '../model/moved.ts';
import { CODES, readCodes } from '../model/short-codes.ts';
import { address } from '../site.ts';

if (!existsSync('dist')) throw new Error('dist/ is missing: run "npm run build" first');
const site = readSite('dist', address(process.env['SITE_URL']).base);

const had = readCodes();
const codes = withNewCodes(had, readRedirects(), shareable(wholePages(site)));
writeFileSync(CODES, writeCodes(codes));

const before = existsSync(LIST) ? readFileSync(LIST, 'utf8').split('\n').filter(Boolean) : [];
// The pages of new codes are made by the next build; their addresses are given now.
const all = [...new Set([...before, ...addresses(site), ...codes.map((c) => shortPath(c.code))])].sort();
writeFileSync(LIST, `${all.join('\n')}\n`);
console.log(`${all.length} addresses, ${all.length - before.length} new; ${codes.length} short codes, ${codes.length - had.length} new`);
