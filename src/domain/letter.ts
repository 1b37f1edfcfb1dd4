/**
 * Letters: a skeleton (which fields, which paragraphs, under which conditions) and words in a language make, with
 * what the reader typed, a finished text. Pure; the same code builds the page and runs in the browser. Everything
 * typed is text: it is put into the letter as it is, and shown as text nodes.
 */

export type When = Readonly<Record<string, 'filled' | 'empty' | readonly string[]>>;

export interface Field {
  id: string;
  kind: 'line' | 'text' | 'day' | 'one' | 'many';
  options?: readonly string[] | undefined;
  max?: number | undefined;
  required?: boolean | undefined;
  /** Another day of the letter that this one cannot lie before. */
  after?: string | undefined;
  when?: When | undefined;
  label: string;
  hint?: string | undefined;
  gap?: string | undefined;
  says?: Readonly<Record<string, { label: string; says: string }>> | undefined;
}

export interface Paragraph {
  id: string;
  as: 'subject' | 'text' | 'list' | 'attachments';
  of?: string | undefined;
  when?: When | undefined;
  text: string;
}

/** A letter in one language for one law, ready to be filled in. */
export interface Letter {
  id: string;
  law: string;
  fields: readonly Field[];
  paragraphs: readonly Paragraph[];
  /** Values the page knows: the law's name, the addressee. */
  given: Readonly<Record<string, string>>;
}

/** What the reader entered: text, or ids of chosen options. */
export type Values = Readonly<Record<string, string | readonly string[]>>;

export interface Composed {
  subject: string;
  /** A paragraph is text with line breaks, or a list. */
  body: (string | string[])[];
  attachments: string[];
  /** Required fields still empty, in the order of the form. */
  missing: string[];
}

const isFilled = (value: string | readonly string[] | undefined): boolean => (typeof value === 'string' ? value.trim() !== '' : (value?.length ?? 0) > 0);

/** Whether a condition holds. `law` is a key like any field. */
export function holds(when: When | undefined, values: Values, law: string): boolean {
  return Object.entries(when ?? {}).every(([key, want]) => {
    const value = key === 'law' ? law : values[key];
    if (want === 'filled') return isFilled(value);
    if (want === 'empty') return !isFilled(value);
    return typeof value === 'string' ? want.includes(value) : want.some((w) => value?.includes(w));
  });
}

/**
 * Mends what pasting brings along and keeps every letter the reader typed: line ends, non-breaking spaces, invisible
 * and control characters. Joiners stay (emoji and several scripts need them).
 */
export function clean(text: string, lines: boolean): string {
  const plain = text
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\u00a0\u2007\u202f\t]/g, ' ')
    // Written as codes: an invisible character in a pattern is easy to lose.

    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g, '');
  return (lines ? plain.replace(/[^\S\n]+\n/g, '\n').replace(/\n{3,}/g, '\n\n') : plain.replace(/\s+/g, ' ')).trim();
}

/** The visible fields, given what is filled in so far. */
export const visibleFields = (letter: Letter, values: Values): Field[] => letter.fields.filter((f) => holds(f.when, values, letter.law));

/** What stands in the letter for a field. */
function shown(field: Field, values: Values): string {
  const value = values[field.id];
  if (!isFilled(value)) return field.gap ? `[${field.gap}]` : '';
  if (typeof value === 'string') return field.kind === 'one' ? (field.says?.[value]?.says ?? value) : clean(value, field.kind === 'text');
  return (value ?? []).map((v) => field.says?.[v]?.says ?? v).join(', ');
}

const PLACEHOLDER = /\{([a-z][a-z0-9-]*)\}/g;

/** The names of the placeholders a text uses. */
export const placeholders = (text: string): string[] => [...text.matchAll(PLACEHOLDER)].map((m) => m[1] ?? '');

export interface Formats {
  /** ISO day -> the language's long date. */
  date: (day: string) => string;
}

export function compose(letter: Letter, values: Values, formats: Formats): Composed {
  const fields = new Map(letter.fields.map((f) => [f.id, f]));
  const fill = (text: string): string =>
    text.replace(PLACEHOLDER, (whole, name: string) => {
      const field = fields.get(name);
      if (!field) return letter.given[name] ?? whole;
      const value = shown(field, values);
      return field.kind === 'day' && isFilled(values[name]) ? formats.date(value) : value;
    });
  const out: Composed = {
    subject: '',
    body: [],
    attachments: [],
    missing: visibleFields(letter, values)
      .filter((f) => f.required && !isFilled(values[f.id]))
      .map((f) => f.id),
  };
  for (const p of letter.paragraphs) {
    if (!holds(p.when, values, letter.law)) continue;
    if (p.as === 'subject') out.subject = fill(p.text);
    else if (p.as === 'attachments') out.attachments.push(...fill(p.text).split('\n').filter(Boolean));
    else if (p.as === 'list') {
      const field = fields.get(p.of ?? '');
      const chosen = values[p.of ?? ''];
      const items = (Array.isArray(chosen) ? (chosen as string[]) : []).map((v) => field?.says?.[v]?.says ?? v);
      if (items.length > 0) {
        if (p.text.trim() !== '') out.body.push(fill(p.text));
        out.body.push(items.map(fill));
      }
    } else {
      const text = fill(p.text).trim();
      if (text !== '') out.body.push(text);
    }
  }
  return out;
}

/** The letter as one plain text: for copying, a text file, a mail draft. */
export function asText(c: Composed, head: readonly string[], attachmentsLabel: string): string {
  const parts = [...head.filter((h) => h !== ''), c.subject, ...c.body.map((p) => (Array.isArray(p) ? p.map((i) => `- ${i}`).join('\n') : p))];
  if (c.attachments.length > 0) parts.push([attachmentsLabel, ...c.attachments.map((a) => `- ${a}`)].join('\n'));
  return `${parts.join('\n\n')}\n`;
}

/**
 * Address that opens a mail draft. Everything typed is encoded, so that no line of it can become a header; half a
 * character (a lone surrogate, as cutting text in the middle of an emoji leaves) becomes a replacement mark.
 */
export const mailDraft = (subject: string, body: string): string => {
  const part = (text: string): string => encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd').replaceAll('\n', '\r\n'));
  return `mailto:?subject=${part(subject.replace(/\s+/g, ' '))}${body ? `&body=${part(body)}` : ''}`;
};

export type FieldError = 'missing' | 'too-long' | 'day-impossible' | 'day-future' | 'day-too-old' | 'day-order';

/** What is wrong with each visible field; nothing is changed or cut. */
export function fieldErrors(letter: Letter, values: Values, dayError: (text: string) => string | undefined): Map<string, FieldError> {
  const errors = new Map<string, FieldError>();
  for (const field of visibleFields(letter, values)) {
    const value = values[field.id];
    if (!isFilled(value)) {
      if (field.required) errors.set(field.id, 'missing');
      continue;
    }
    if (typeof value !== 'string') continue;
    if (value.length > (field.max ?? (field.kind === 'text' ? 4000 : 200))) errors.set(field.id, 'too-long');
    else if (field.kind === 'day') {
      const wrong = dayError(value);
      const before = field.after === undefined ? '' : values[field.after];
      if (wrong) errors.set(field.id, `day-${wrong}` as FieldError);
      else if (typeof before === 'string' && isFilled(before) && !dayError(before) && value.trim() < before.trim()) errors.set(field.id, 'day-order');
    }
  }
  return errors;
}
