/** What can be wrong with a letter before anyone fills it in. Pure: the content check prints it with file and remedy. */
import { placeholders, type When } from './letter.ts';

export interface SkeletonField {
  id: string;
  kind: string;
  options?: readonly string[] | undefined;
}
export interface Skeleton {
  id: string;
  laws: readonly string[];
  fields: readonly { id: string; after?: string | undefined; when?: When | undefined }[];
  paragraphs: readonly { id: string; as?: string | undefined; of?: string | undefined; when?: When | undefined }[];
}
export interface Words {
  id: string;
  basis: Readonly<Record<string, string | undefined>>;
  paragraphs: Readonly<Record<string, string>>;
}
export interface Finding {
  /** In the skeleton or in the words of a language. */
  in: 'skeleton' | 'words';
  what: string;
  mend: string;
}

/** Placeholders that the page fills in itself. */
export const GIVEN = ['law', 'controller', 'controller-address', 'guide'] as const;

/**
 * Why a condition can never hold, or undefined. Follows the conditions of the fields it asks about: a field that is
 * only asked without an account cannot be filled in together with one.
 */
export function neverHolds(when: When | undefined, letter: Skeleton, fields: ReadonlyMap<string, SkeletonField>, seen: readonly string[] = []): string | undefined {
  const allowed = new Map<string, readonly string[]>();
  const emptied = new Set<string>();
  const walk = (condition: When | undefined, path: readonly string[]): string | undefined => {
    for (const [key, want] of Object.entries(condition ?? {})) {
      const own = letter.fields.find((f) => f.id === key);
      const field = fields.get(key);
      if (key !== 'law' && (!own || !field)) return `it asks about "${key}", which is not a field of this letter`;
      if (want === 'empty') {
        emptied.add(key);
        continue;
      }
      const all = key === 'law' ? letter.laws : (field?.options ?? []);
      if (want !== 'filled') {
        if (key !== 'law' && field?.kind !== 'one' && field?.kind !== 'many') return `"${key}" has no options, so it can only be "filled" or "empty"`;
        const strange = want.find((w) => !all.includes(w));
        if (strange !== undefined) return `"${strange}" is not one of ${all.join(', ')} for "${key}"`;
        const before = allowed.get(key);
        const both = before && field?.kind !== 'many' ? before.filter((b) => want.includes(b)) : want;
        if (both.length === 0) return `it needs two different answers to "${key}" at once`;
        allowed.set(key, both);
      }
      if (!path.includes(key)) {
        const problem = walk(own?.when, [...path, key]);
        if (problem) return problem;
      }
      if (emptied.has(key)) return `"${key}" would have to be filled and empty`;
    }
    for (const key of emptied) if (allowed.has(key)) return `"${key}" would have to be filled and empty`;
    return undefined;
  };
  return walk(when, seen);
}

/** All findings about one letter in one language. */
export function letterFindings(letter: Skeleton, words: Words | undefined, fields: ReadonlyMap<string, SkeletonField>): Finding[] {
  const findings: Finding[] = [];
  const add = (where: Finding['in'], what: string, mend: string) => findings.push({ in: where, what, mend });
  const own = new Set(letter.fields.map((f) => f.id));
  for (const f of letter.fields) {
    if (!fields.has(f.id)) add('skeleton', `letter "${letter.id}" asks for the unknown field "${f.id}"`, 'add it to content/data/letter-fields.yml, or correct the name');
    if (f.after !== undefined && (!own.has(f.after) || fields.get(f.after)?.kind !== 'day' || fields.get(f.id)?.kind !== 'day'))
      add('skeleton', `letter "${letter.id}", field "${f.id}": "after" compares two days of this letter`, 'name a field of the kind "day" in "after", or remove it');
    const problem = neverHolds(f.when, letter, fields);
    if (problem) add('skeleton', `letter "${letter.id}", field "${f.id}": its condition is never true: ${problem}`, 'correct the condition or remove it');
  }
  const seen = new Set<string>();
  for (const p of letter.paragraphs) {
    if (seen.has(p.id)) add('skeleton', `letter "${letter.id}" has the paragraph "${p.id}" twice`, 'give each paragraph an id of its own');
    seen.add(p.id);
    const problem = neverHolds(p.when, letter, fields);
    if (problem) add('skeleton', `letter "${letter.id}", paragraph "${p.id}": its condition is never true: ${problem}`, 'correct the condition or remove the paragraph');
    if (p.as === 'list' && (!p.of || !own.has(p.of) || fields.get(p.of)?.kind !== 'many'))
      add('skeleton', `letter "${letter.id}", paragraph "${p.id}": a list needs "of" with a field of several choices`, 'name such a field in "of"');
    const text = words?.paragraphs[p.id];
    if (words && text === undefined) add('words', `letter "${letter.id}": the paragraph "${p.id}" is missing`, 'write it under "paragraphs"');
    for (const name of placeholders(text ?? ''))
      if (!own.has(name) && !(GIVEN as readonly string[]).includes(name))
        add('words', `letter "${letter.id}", paragraph "${p.id}": unknown placeholder {${name}}`, `use one of: ${[...own, ...GIVEN].join(', ')}`);
  }
  for (const id of Object.keys(words?.paragraphs ?? {}))
    if (!seen.has(id)) add('words', `letter "${letter.id}": the paragraph "${id}" is not in the letter's skeleton`, 'remove it, or add it to content/data/letters.yml');
  for (const law of letter.laws) {
    if (words && !words.basis[law]) add('words', `letter "${letter.id}": the provisions for "${law}" are missing`, `add "${law}" under "basis"`);
    if (!letter.paragraphs.some((p) => p.as === 'subject' && (p.when?.['law'] === undefined || (p.when['law'] as readonly string[]).includes(law))))
      add('skeleton', `letter "${letter.id}" has no subject line for "${law}"`, 'add a paragraph with "as: subject" for it');
  }
  return findings;
}
