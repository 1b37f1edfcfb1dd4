/** The faults of all letters, with file and line: skeletons, their fields, and their words in one language. */
import { letterFindings, type Skeleton, type SkeletonField, type Words } from './letter-check.ts';
import type { Problem } from './problems.ts';
import type { RawContent, RawRecord } from './raw.ts';

interface FieldText {
  id: string;
  options?: Record<string, unknown>;
}

const byId = <T extends { id: string }>(list: RawRecord[]): Map<string, { record: RawRecord; value: T }> =>
  new Map(list.map((record) => [(record.value as T | null)?.id ?? '', { record, value: record.value as T }]));

/** @param claims the known claim ids */
export function letterProblems(content: RawContent, claims: ReadonlySet<string>): Problem[] {
  const problems: Problem[] = [];
  const error = (at: RawRecord, what: string, mend: string) => problems.push({ file: at.file, line: at.line, what, mend, severity: 'error' });
  const fields = byId<SkeletonField>(content.letterFields);
  const texts = byId<FieldText>(content.fieldWords);
  const words = byId<Words>(content.letterWords);
  const letters = byId<Skeleton & { claims?: string[] }>(content.letters);
  const plain = new Map([...fields].map(([id, f]) => [id, f.value]));
  const used = new Set<string>();

  for (const [id, { record, value }] of letters) {
    // A record that does not fit its schema has been reported; its parts cannot be compared.
    if (!Array.isArray(value.fields) || !Array.isArray(value.paragraphs) || !Array.isArray(value.laws)) continue;
    for (const f of value.fields) used.add(f.id);
    const text = words.get(id);
    if (!text) error(record, `letter "${id}" has no words in "${content.lang}"`, `write content/${content.lang}/letters/${id}.yml`);
    const usable = text && typeof text.value.paragraphs === 'object' && typeof text.value.basis === 'object' ? text.value : undefined;
    for (const f of letterFindings(value, usable, plain)) error(f.in === 'words' && text ? text.record : record, f.what, f.mend);
    for (const c of value.claims ?? []) if (!claims.has(c)) error(record, `unknown claim "${c}"`, 'add it to content/data/claims/, or cite another');
  }
  for (const [id, { record }] of words) if (!letters.has(id)) error(record, `words for the unknown letter "${id}"`, 'add the letter to content/data/letters.yml, or remove the file');
  for (const [id, { record, value }] of fields) {
    if (!used.has(id)) error(record, `no letter asks for the field "${id}"`, 'use it in content/data/letters.yml, or remove it');
    const text = texts.get(id);
    if (!text) {
      error(record, `the field "${id}" has no words in "${content.lang}"`, `add it to content/${content.lang}/letters/fields.yml`);
      continue;
    }
    const said = Object.keys(text.value.options ?? {});
    for (const o of value.options ?? []) if (!said.includes(o)) error(text.record, `field "${id}": the option "${o}" has no words`, 'add it under "options"');
    for (const o of said) if (!value.options?.includes(o)) error(text.record, `field "${id}": unknown option "${o}"`, 'remove it, or add it to content/data/letter-fields.yml');
  }
  for (const [id, { record }] of texts) if (!fields.has(id)) error(record, `words for the unknown field "${id}"`, 'add it to content/data/letter-fields.yml, or remove it');
  return problems;
}
