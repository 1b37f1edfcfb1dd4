/** Writes what a link check found into a YAML list, and leaves every other byte as it is. */
import { parseDocument, isMap, isSeq, LineCounter, type YAMLMap } from 'yaml';
import type { LinkReport } from '../domain/link-check.ts';

/**
 * @param text the file
 * @param path the keys that lead to the address: `['url']`, or `['complaint', 'url']`; the result stands beside it
 * @param reports by address
 * @param day `YYYY-MM-DD`
 */
export function withResults(text: string, path: readonly string[], reports: ReadonlyMap<string, LinkReport>, day: string): string {
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines });
  if (!isSeq(doc.contents)) return text;
  const out = text.split('\n');
  const drop = new Set<number>();
  const add = new Map<number, string>();
  const field = path.at(-1) ?? '';
  for (const item of doc.contents.items) {
    if (!isMap(item) || !item.range || item.flow) continue;
    const map: unknown = path.length > 1 ? item.getIn(path.slice(0, -1)) : item;
    if (!isMap(map) || map.flow) continue;
    const report = reports.get(String(map.get(field)));
    if (!report) continue;
    const place = (name: string): { line: number; col: number } | undefined => {
      const key = (map as YAMLMap).items.find((p) => String(p.key) === name)?.key as { range?: [number, number, number] } | undefined;
      return key?.range ? lines.linePos(key.range[0]) : undefined;
    };
    const old = place('link_checked');
    const at = place(field);
    if (at === undefined) continue;
    if (old !== undefined) drop.add(old.line - 1);
    add.set(at.line - 1, `${' '.repeat(at.col - 1)}link_checked: {date: ${day}, result: ${report.result}}`);
  }
  return out
    .flatMap((l, i) => {
      const own = drop.has(i) ? [] : [l];
      const extra = add.get(i);
      return extra === undefined ? own : [...own, extra];
    })
    .join('\n');
}
