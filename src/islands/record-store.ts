/** Keeps the record in this browser's own database. Every failure is a value: storage can be off, full or gone. */
import { readRecord, type RecordData } from '../domain/record.ts';

const NAME = 'rto-record';
const STORE = 'record';

const open = (): Promise<IDBDatabase> =>
  new Promise((done, fail) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error ?? new Error('storage'));
    request.onblocked = () => fail(new Error('blocked'));
  });

async function transact<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const db = await open();
  try {
    return await new Promise<T>((done, fail) => {
      const transaction = db.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      // Done when it is on disk, not when it is asked for.
      transaction.oncomplete = () => done(request.result);
      transaction.onerror = transaction.onabort = () => fail(transaction.error ?? new Error('storage'));
    });
  } finally {
    db.close();
  }
}

/** Whether a record exists, asked without making a database where there is none. */
async function exists(): Promise<boolean> {
  if (!('databases' in indexedDB)) return true;
  return (await indexedDB.databases()).some((d) => d.name === NAME);
}

export type Loaded = { state: 'none' } | { state: 'kept'; record: RecordData } | { state: 'damaged' } | { state: 'no-storage' };

export async function load(): Promise<Loaded> {
  try {
    if (!(await exists())) return { state: 'none' };
    const value = await transact<unknown>('readonly', (s) => s.get('record') as IDBRequest<unknown>);
    if (value === undefined) return { state: 'none' };
    const read = readRecord(value);
    return read.ok ? { state: 'kept', record: read.value } : { state: 'damaged' };
  } catch {
    return { state: 'no-storage' };
  }
}

/** False when the browser did not keep it. */
export async function save(record: RecordData): Promise<boolean> {
  try {
    await transact('readwrite', (s) => s.put(record, 'record'));
    return true;
  } catch {
    return false;
  }
}

export const destroy = (): Promise<boolean> =>
  new Promise((done) => {
    try {
      const request = indexedDB.deleteDatabase(NAME);
      request.onsuccess = () => done(true);
      request.onerror = request.onblocked = () => done(false);
    } catch {
      done(false);
    }
  });
