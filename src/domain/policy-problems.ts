/** Faults between the phrases that are followed and the history that was made with them. */
import type { History, Tracked } from './policy-history.ts';
import type { Problem } from './problems.ts';
import type { RawContent } from './raw.ts';

export function policyProblems(content: RawContent): Problem[] {
  const problems: Problem[] = [];
  const error = (file: string, line: number, what: string, mend: string) => problems.push({ file, line, what, mend, severity: 'error' });
  const phrases = new Set(content.phrases.map((r) => (r.value as Tracked).id));
  for (const r of content.phrases) {
    const { id, before } = r.value as Tracked;
    if (before === id) error(r.file, r.line, `phrase "${id}" comes before itself`, 'name the phrase that stood for it earlier');
    else if (before && !phrases.has(before)) error(r.file, r.line, `phrase "${id}": unknown phrase "${before}" in "before"`, 'use the id of a phrase in this file');
  }
  const anew = 'make the file anew with “npm run policy-history”';
  for (const r of content.policyHistory)
    for (const [service, h] of Object.entries((r.value as { services: Record<string, History> }).services)) {
      const say = (what: string) => error(r.file, r.line, `${service}: ${what}`, anew);
      const commits = new Map(h.versions.map((v) => [v.commit, v.recorded]));
      if (commits.size !== h.versions.length) say('a version stands twice');
      for (const [i, v] of h.versions.entries()) if (i > 0 && v.recorded < (h.versions[i - 1]?.recorded ?? '')) say(`the version of ${v.recorded} stands after a later one`);
      if (h.captures < h.versions.length) say(`${h.captures} captures cannot hold ${h.versions.length} versions`);
      for (const [id, { first, last }] of Object.entries(h.phrases)) {
        if (!phrases.has(id)) say(`unknown phrase "${id}"`);
        for (const x of [first, last]) if (commits.get(x.commit) !== x.recorded) say(`phrase "${id}" stands in a version (${x.recorded}) that is not there`);
        if (first.recorded > last.recorded) say(`phrase "${id}" ends before it begins`);
      }
    }
  return problems;
}
