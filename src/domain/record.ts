/**
 * A reader's own record of what they did: accounts, steps, days, notes, screenshots. Pure. It lives on the reader's
 * device only; a record read from a file is checked here before anything is changed.
 */
import { dayError, type DayError } from './deadline.ts';

export const STEPS = ['message', 'objected', 'confirmed', 'answered', 'reminded', 'complained', 'settings', 'friends', 'other'] as const;
export type StepName = (typeof STEPS)[number];

export interface Attachment {
  name: string;
  /** Media type: an image or a PDF. */
  type: string;
  /** In bytes. */
  size: number;
  /** Of the bytes, in lower-case hex. */
  sha256: string;
  /** The bytes, in base64. */
  data: string;
}
export interface Entry {
  id: string;
  /** Which account, in the reader's words. */
  account: string;
  step: StepName;
  /** `YYYY-MM-DD`, or empty. */
  day: string;
  note: string;
  done: boolean;
  files: Attachment[];
}
export interface RecordData {
  version: 1;
  entries: Entry[];
}

export const LIMITS = { account: 200, note: 5000, entries: 500, file: 10_000_000, files: 50_000_000 } as const;

export const emptyRecord = (): RecordData => ({ version: 1, entries: [] });

export type RecordError = 'not-a-record' | 'newer-version' | 'damaged-entry' | 'too-large';
export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E };

const text = (v: unknown, max: number): v is string => typeof v === 'string' && v.length <= max;
const own = (o: object): Record<string, unknown> => o as Record<string, unknown>;

function attachment(v: unknown): Attachment | undefined {
  if (typeof v !== 'object' || v === null) return undefined;
  const { name, type, size, sha256, data } = own(v);
  if (!text(name, 300) || !text(type, 100) || !allowedType(type)) return undefined;
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 0 || size > LIMITS.file) return undefined;
  if (!text(sha256, 64) || !/^[0-9a-f]{64}$/.test(sha256)) return undefined;
  if (typeof data !== 'string' || !/^[A-Za-z0-9+/]*={0,2}$/.test(data) || data.length > Math.ceil(LIMITS.file / 3) * 4) return undefined;
  // Its bytes are made only when someone asks for a copy; then it is too late to find that they cannot be.
  if (data.length % 4 !== 0 || (data.length / 4) * 3 - (/=*$/.exec(data)?.[0].length ?? 0) !== size) return undefined;
  return { name, type, size, sha256, data };
}

function entry(v: unknown): Entry | undefined {
  if (typeof v !== 'object' || v === null) return undefined;
  const { id, account, step, day, note, done, files } = own(v);
  if (!text(id, 64) || id === '' || !text(account, LIMITS.account) || !text(note, LIMITS.note)) return undefined;
  if (!(STEPS as readonly unknown[]).includes(step) || typeof done !== 'boolean') return undefined;
  if (typeof day !== 'string' || (day !== '' && dayError(day, '9999-12-31') !== undefined)) return undefined;
  if (!Array.isArray(files)) return undefined;
  const checked = files.map(attachment);
  if (checked.includes(undefined)) return undefined;
  return { id, account, step: step as StepName, day, note, done, files: checked as Attachment[] };
}

/** Checks something of unknown origin. Unknown fields are left out, never kept. */
export function readRecord(value: unknown): Result<RecordData, RecordError> {
  if (typeof value !== 'object' || value === null || !Array.isArray(own(value)['entries'])) return { ok: false, error: 'not-a-record' };
  const { version, entries } = own(value) as { version: unknown; entries: unknown[] };
  if (typeof version === 'number' && version > 1) return { ok: false, error: 'newer-version' };
  if (version !== 1) return { ok: false, error: 'not-a-record' };
  if (entries.length > LIMITS.entries) return { ok: false, error: 'too-large' };
  const checked = entries.map(entry);
  if (checked.includes(undefined)) return { ok: false, error: 'damaged-entry' };
  const record = { version: 1 as const, entries: checked as Entry[] };
  if (totalSize(record) > LIMITS.files) return { ok: false, error: 'too-large' };
  return { ok: true, value: record };
}

export const totalSize = (record: RecordData): number => record.entries.reduce((n, e) => n + e.files.reduce((m, f) => m + f.size, 0), 0);
export const allowedType = (type: string): boolean => /^image\/(png|jpeg|webp|gif|avif|heic)$/.test(type) || type === 'application/pdf';

export const withEntry = (record: RecordData, e: Entry): RecordData => ({
  ...record,
  entries: record.entries.some((x) => x.id === e.id) ? record.entries.map((x) => (x.id === e.id ? e : x)) : [...record.entries, e],
});
export const withoutEntry = (record: RecordData, id: string): RecordData => ({ ...record, entries: record.entries.filter((e) => e.id !== id) });

/** Oldest first; entries without a day at the end. */
export const inOrder = (record: RecordData): Entry[] => [...record.entries].sort((a, b) => (a.day || '9999').localeCompare(b.day || '9999'));

/**
 * Joins an imported record with the one here. The same entry stands once; where both know an entry and it differs,
 * both are kept, because nobody can say which is right.
 */
export function merge(here: RecordData, other: RecordData, newId: () => string): RecordData {
  const known = new Map(here.entries.map((e) => [e.id, JSON.stringify(e)]));
  const added = other.entries.flatMap((e) => {
    const mine = known.get(e.id);
    if (mine === undefined) return [e];
    return mine === JSON.stringify(e) ? [] : [{ ...e, id: newId() }];
  });
  return { version: 1, entries: [...here.entries, ...added] };
}

export type EntryError = 'account-missing' | 'account-long' | 'note-long' | `day-${DayError}`;

/** What is wrong with an entry the reader wants to add, in the order of the form. */
export function entryErrors(e: Pick<Entry, 'account' | 'day' | 'note'>, today: string): EntryError[] {
  const errors: EntryError[] = [];
  if (e.account.trim() === '') errors.push('account-missing');
  else if (e.account.length > LIMITS.account) errors.push('account-long');
  const wrong = e.day === '' ? undefined : dayError(e.day, today);
  if (wrong) errors.push(`day-${wrong}`);
  if (e.note.length > LIMITS.note) errors.push('note-long');
  return errors;
}
