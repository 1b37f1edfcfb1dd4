/** Faults in the lists that keep published addresses alive. */
import { ADDRESS } from '../schema/moved.ts';
import type { Problem } from './problems.ts';
import type { RawContent } from './raw.ts';

/**
 * @param places which fragments stand on a page, by the file or address it is made from, where the content alone tells
 * @param paths addresses of pages that exist, with the file each is made from
 */
export function movedProblems(content: RawContent, places: ReadonlyMap<string, (fragment: string) => boolean>, paths: ReadonlyMap<string, string>): Problem[] {
  const problems: Problem[] = [];
  const error = (file: string, line: number, what: string, mend: string) => problems.push({ file, line, what, mend, severity: 'error' });
  const published = new Set(content.published.map((r) => String(r.value)));
  const seen = new Map<string, number>();
  for (const r of content.published) {
    const at = String(r.value);
    if (!ADDRESS.test(at)) error(r.file, r.line, `“${at.slice(0, 80)}” is no address of this site`, 'write one address a line, such as /page/ or /page/#place, without spaces');
    const first = seen.get(at);
    if (first !== undefined) error(r.file, r.line, `${at} stands twice (first in line ${first})`, 'remove one of the lines');
    else seen.set(at, r.line);
  }
  const exists = (address: string): boolean => {
    const [path = '', id] = address.split('#');
    if (published.has(address)) return true;
    if (!paths.has(path)) return false;
    // Of other pages only the finished site knows the places; a rule looks there.
    return id === undefined || (places.get(paths.get(path) ?? '') ?? places.get(path))?.(id) !== false;
  };
  const from = new Map<string, number>();
  const pages = new Map(content.redirects.map((r) => r.value as { from: string; to: string }).flatMap((m) => (m.from.includes('#') ? [] : [[m.from, m.to.replace(/#.*$/, '')] as const])));
  for (const r of content.redirects) {
    const v = r.value as { from: string; to: string };
    const [fromPath, fromId] = v.from.split('#');
    const [toPath, toId] = v.to.split('#');
    const first = from.get(v.from);
    if (first !== undefined) error(r.file, r.line, `${v.from} is sent to two places (first in line ${first})`, 'remove one of the entries');
    from.set(v.from, r.line);
    if (v.from === v.to) error(r.file, r.line, `${v.from} is sent to itself`, 'remove the entry');
    if (!exists(v.to)) error(r.file, r.line, `${v.from} is sent to ${v.to}, which does not exist`, 'name a page or place that exists');
    if (fromId && !published.has(v.from)) error(r.file, r.line, `the place ${v.from} was never published`, 'correct it; content/data/published-addresses.txt lists what was');
    // Where the whole page moved, browsers carry the place along to the new one.
    const carried = pages.get(fromPath ?? '') === toPath && fromId === toId;
    if (fromId && !carried && !(toId && fromPath === toPath)) error(r.file, r.line, `${v.from} is sent to ${v.to}: a place moves within its page only`, 'name a place on the same page');
  }
  for (const r of content.redirects) {
    const { to, from: own } = r.value as { from: string; to: string };
    if (from.has(to) && to !== own) error(r.file, r.line, `${own} is sent to ${to}, which moved too`, 'send it to the last place');
  }
  return problems;
}
