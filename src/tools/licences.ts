/** npm run licences: every package with its licence, those in the finished site first. Ends with an error on a licence we cannot keep. */
import { forbidden, packages, type Package } from './packages.ts';

const all = packages(process.cwd());
const line = (p: Package): string => `${p.name} ${p.version}  ${p.licence}${p.inSite ? `  ${p.inSite}` : ''}`;
const [site, tools] = [all.filter((p) => p.inSite), all.filter((p) => !p.inSite)];
console.log(`In the finished site (${site.length}):\n${site.map(line).join('\n')}\n\nOnly to build and test (${tools.length}):\n${tools.map(line).join('\n')}\n`);
const counts = [...Map.groupBy(all, (p) => p.licence)].sort((a, b) => b[1].length - a[1].length);
console.log(counts.map(([licence, list]) => `${list.length} ${licence}`).join(', '));
const wrong = forbidden(all);
for (const w of wrong) console.error(w);
process.exitCode = wrong.length > 0 ? 1 : 0;
