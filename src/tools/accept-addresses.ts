/** npm run addresses:accept: adds the finished site's new addresses to the list of published ones. Never removes one. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readSite } from '../checks/site.ts';
import { addresses, LIST } from '../checks/rules/published.ts';
import { address } from '../site.ts';

if (!existsSync('dist')) throw new Error('dist/ is missing: run "npm run build" first');
const before = existsSync(LIST) ? readFileSync(LIST, 'utf8').split('\n').filter(Boolean) : [];
const all = [...new Set([...before, ...addresses(readSite('dist', address(process.env['SITE_URL']).base))])].sort();
writeFileSync(LIST, `${all.join('\n')}\n`);
console.log(`${all.length} addresses, ${all.length - before.length} new`);
