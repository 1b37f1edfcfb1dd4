/** Writes what a link check found into a YAML list, and leaves every other byte as it is. */
import { parseDocument, isMap, isSeq, LineCounter } from 'yaml';
import type { LinkReport } from '../domain/link-check.ts';

/**
 * @param text the file
 * @param field the field that holds the address: `url` or `website`
 * @param reports by address
 * @param day `YYYY-MM-DD`
 */
export function withResults(text: string, field: string, reports: ReadonlyMap<string, LinkReport>, day: string): string {
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines });
  if (!isSeq(doc.contents)) return text;
  const out = text.split('\n');
  const drop = new Set<number>();
  const add = new Map<number, string>();
  for (const item of doc.contents.items) {
    if (!isMap(item) || !item.range || item.flow) continue;
    const report = reports.get(String(item.get(field)));
    if (!report) continue;
    const pair = (name: string) => item.items.find((p) => String(p.key) === name);
    const line = (name: string): number | undefined => {
      const key = pair(name)?.key as { range?: [number, number, number] } | undefined;
      return key?.range ? lines.linePos(key.range[0]).line - 1 : undefined;
    };
    const old = line('link_checked');
    const at = line(field);
    if (at === undefined) continue;
    if (old !== undefined) drop.add(old);
    add.set(at, `  link_checked: {date: ${day}, result: ${report.result}}`);
  }
  return out
    .flatMap((l, i) => {
      const own = drop.has(i) ? [] : [l];
      const extra = add.get(i);
      return extra === undefined ? own : [...own, extra];
    })
    .join('\n');
}
