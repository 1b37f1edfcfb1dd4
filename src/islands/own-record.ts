import { t, tn } from '../domain/t.ts';
import { longDate } from '../domain/dates.ts';
import {
  allowedType,
  emptyRecord,
  entryErrors,
  inOrder,
  LIMITS,
  merge,
  readRecord,
  STEPS,
  totalSize,
  withEntry,
  withoutEntry,
  type Attachment,
  type Entry,
  type EntryError,
  type RecordData,
  type RecordError,
  type StepName,
} from '../domain/record.ts';
import { fromBase64, seal, sha256, SHORTEST_PASSPHRASE, toBase64, unseal, type VaultError } from '../domain/vault.ts';
import { kB } from '../domain/offline.ts';
import { announce } from './announce.ts';
import { dom } from './dom.ts';
import { destroy, load, save } from './record-store.ts';
import { remove as removeCopy, siteBase } from './offline-store.ts';
import { save as download, today } from './tools.ts';

const STEP_NAMES: Record<StepName, string> = {
  message: t('Got a message from Meta'),
  objected: t('Objected'),
  confirmed: t('Got a confirmation'),
  answered: t('Got an answer'),
  reminded: t('Sent a reminder'),
  complained: t('Complained to an authority'),
  settings: t('Changed settings'),
  friends: t('Asked a friend'),
  other: t('Something else'),
};
const ENTRY_ERRORS: Record<EntryError, [field: string, text: string]> = {
  'account-missing': ['account', t('Name the account or the person it is about.')],
  'account-long': ['account', tn('At most {n} character fits. Nothing was cut.', 'At most {n} characters fit. Nothing was cut.', LIMITS.account)],
  'day-missing': ['day', t('Enter a day.')],
  'day-impossible': ['day', t('This day is not in the calendar. Use day, month and year.')],
  'day-future': ['day', t('This day lies in the future.')],
  'day-too-old': ['day', t('This day is before 2024. Check the year.')],
  'note-long': ['note', tn('At most {n} character fits. Nothing was cut.', 'At most {n} characters fit. Nothing was cut.', LIMITS.note)],
};
const IMPORT_ERRORS: Record<VaultError | RecordError, string> = {
  'passphrase-short': tn('Use at least {n} character.', 'Use at least {n} characters.', SHORTEST_PASSPHRASE),
  'not-a-record-file': t('This is not a record of this site. Nothing was changed.'),
  'not-a-record': t('This file holds no record. Nothing was changed.'),
  'newer-version': t('This file was made by a newer version of this page. Reload the page and try again. Nothing was changed.'),
  'damaged-or-wrong-passphrase': t('The passphrase is wrong, or the file is damaged. Nothing was changed.'),
  'damaged-entry': t('The file opens, but an entry in it is damaged. Nothing was changed.'),
  'too-large': t('The record would be too large for this page. Nothing was changed.'),
};
const NOT_KEPT = t('Your browser did not keep this. It can be full, or set to keep nothing. Save an encrypted file before you leave.');

/** Deletes what letters kept on this device. False when the browser refused. */
function forgetLetters(): boolean {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith('letter:')) localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

class OwnRecord extends HTMLElement {
  #record: RecordData = emptyRecord();
  /** Something here is not in the browser's store: it was refused. */
  #unsaved = false;
  #editing: Entry | undefined;

  connectedCallback(): void {
    for (const b of this.querySelectorAll<HTMLButtonElement>('button[data-do]')) b.addEventListener('click', () => void this.#act(b.dataset['do'] ?? ''));
    for (const f of this.querySelectorAll('form'))
      f.addEventListener('submit', (e) => {
        e.preventDefault();
        void this.#act((f as HTMLFormElement).dataset['form'] ?? '');
      });
    void this.#begin();
  }

  async #begin(): Promise<void> {
    const kept = await load();
    if (kept.state === 'kept') this.#record = kept.record;
    this.#show(kept.state === 'kept');
    if (kept.state === 'damaged') {
      this.#say(t('The record in this browser is damaged and was left as it is. Open your last saved file, which takes its place, or delete everything to start anew.'));
      // A new record would overwrite it.
      this.#part('start').hidden = true;
    }
    // Another tab may have changed or deleted the record meanwhile.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible' && !this.#part('record').hidden) void this.#reread().then(() => this.#draw());
    });
    this.toggleAttribute('data-ready', true);
  }

  #part(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-part="${name}"]`) as HTMLElement;
  }
  #input(name: string): HTMLInputElement {
    return this.querySelector<HTMLInputElement>(`#own-${name}`) as HTMLInputElement;
  }
  #say(text: string): void {
    const box = this.#part('message');
    box.textContent = text;
    box.hidden = text === '';
    if (text) announce(text);
  }

  #show(started: boolean): void {
    this.#part('start').hidden = started;
    this.#part('record').hidden = !started;
    this.#draw();
  }

  #draw(): void {
    const list = this.#part('entries');
    const rows = inOrder(this.#record).map((e) => {
      const box = dom('input', { type: 'checkbox' });
      box.checked = e.done;
      box.addEventListener('change', () => void this.#tick(e, box.checked));
      const edit = dom('button', { type: 'button', class: 'button' }, [t('Change')]);
      edit.addEventListener('click', () => this.#edit(this.#record.entries.find((x) => x.id === e.id) ?? e));
      const remove = dom('button', { type: 'button', class: 'button' }, [t('Remove')]);
      remove.addEventListener('click', () => {
        void this.#keep((record) => withoutEntry(record, e.id)).then(() => {
          announce(t('Entry removed'));
          this.#input('account').focus();
        });
      });
      const what = `${STEP_NAMES[e.step]}: ${e.account}`;
      edit.setAttribute('aria-label', t('Change: {what}', { what }));
      remove.setAttribute('aria-label', t('Remove: {what}', { what }));
      return dom('li', {}, [
        dom('label', { class: 'choice' }, [box, dom('span', { dir: 'auto' }, [dom('b', {}, [what]), e.day ? `, ${longDate(e.day)}` : ''])]),
        ...(e.note ? [dom('p', { class: 'lines', dir: 'auto' }, [e.note])] : []),
        ...(e.files.length > 0
          ? [
              dom(
                'ul',
                { class: 'files' },
                e.files.map((f) => this.#fileLine(f)),
              ),
            ]
          : []),
        dom('p', { class: 'actions' }, [edit, remove]),
      ]);
    });
    list.replaceChildren(...rows);
    this.#part('none').hidden = rows.length > 0;
  }

  #fileLine(f: Attachment): HTMLElement {
    const button = dom('button', { type: 'button', class: 'button' }, [t('Save a copy')]);
    button.setAttribute('aria-label', t('Save a copy of {name}', { name: f.name }));
    button.addEventListener('click', () => download(f.name, f.type, fromBase64(f.data)));
    return dom('li', {}, [dom('span', { dir: 'auto' }, [f.name]), ` (${kB(f.size)}) `, button, dom('small', {}, [`SHA-256 ${f.sha256}`])]);
  }

  /** What is in the store counts, unless it refused something. */
  async #reread(): Promise<void> {
    if (this.#unsaved) return;
    const kept = await load();
    if (kept.state === 'kept') this.#record = kept.record;
    else if (kept.state === 'none') this.#record = emptyRecord();
  }

  /** Changes the record as it is now, also where another tab changed it, and keeps it. */
  async #change(how: (record: RecordData) => RecordData): Promise<void> {
    await this.#reread();
    this.#record = how(this.#record);
    this.#unsaved = !(await save(this.#record));
    this.#say(this.#unsaved ? NOT_KEPT : '');
  }

  /** Keeps a tick without drawing the list anew, so that the focus stays where it is. */
  async #tick(e: Entry, done: boolean): Promise<void> {
    await this.#change((record) => withEntry(record, { ...(record.entries.find((x) => x.id === e.id) ?? e), done }));
    this.toggleAttribute('data-kept', true);
  }

  async #keep(how: (record: RecordData) => RecordData): Promise<void> {
    await this.#change(how);
    this.#draw();
  }

  #edit(e: Entry): void {
    this.#editing = e;
    this.#input('account').value = e.account;
    this.#input('step').value = e.step;
    this.#input('day').value = e.day;
    this.#input('note').value = e.note;
    this.#part('adding').textContent = t('Change the entry');
    this.#input('account').focus();
  }

  #fail(field: string, text: string): void {
    const note = this.querySelector<HTMLElement>(`#own-${field}-error`);
    const input = this.#input(field);
    if (note) {
      note.textContent = text;
      note.hidden = text === '';
    }
    if (text) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
  }

  async #add(): Promise<void> {
    const day = this.#input('day').validity.badInput ? 'impossible' : this.#input('day').value;
    const draft = { account: this.#input('account').value, step: this.#input('step').value as StepName, day, note: this.#input('note').value };
    for (const field of ['account', 'day', 'note', 'files']) this.#fail(field, '');
    const errors = entryErrors(draft, today()).map((e) => ENTRY_ERRORS[e]);
    const chosen = [...(this.#input('files').files ?? [])];
    if (chosen.some((f) => !allowedType(f.type))) errors.push(['files', t('Only pictures and PDF files can be attached.')]);
    else if (chosen.some((f) => f.size > LIMITS.file) || chosen.reduce((n, f) => n + f.size, totalSize(this.#record)) > LIMITS.files)
      errors.push(['files', t('A file may have 10 MB, all files together 50 MB.')]);
    else if (this.#record.entries.length >= LIMITS.entries)
      errors.push(['account', tn('The record holds {n} entry at most. Remove one first.', 'The record holds {n} entries at most. Remove one first.', LIMITS.entries)]);
    for (const [field, text] of errors) this.#fail(field, text);
    const first = errors[0];
    if (first) {
      this.#input(first[0]).focus();
      announce(first[1]);
      return;
    }
    const files: Attachment[] = [];
    for (const f of chosen) {
      const bytes = new Uint8Array(await f.arrayBuffer());
      files.push({ name: f.name.slice(0, 300), type: f.type, size: bytes.length, sha256: await sha256(bytes), data: toBase64(bytes) });
    }
    const old = this.#editing;
    if (!(STEPS as readonly string[]).includes(draft.step)) draft.step = 'other';
    await this.#keep((record) =>
      withEntry(record, { ...draft, account: draft.account.trim(), id: old?.id ?? crypto.randomUUID(), done: old?.done ?? false, files: [...(old?.files ?? []), ...files] }),
    );
    this.#editing = undefined;
    this.#part('adding').textContent = t('Add an entry');
    this.querySelector<HTMLFormElement>('[data-form="add"]')?.reset();
    announce(old ? t('Entry changed') : t('Entry added'));
    this.#input('account').focus();
  }

  async #export(): Promise<void> {
    this.#fail('export', '');
    this.#fail('export-again', '');
    const pass = this.#input('export').value;
    // A slip of the finger would lock the file for ever.
    if (pass.length >= SHORTEST_PASSPHRASE && pass !== this.#input('export-again').value) {
      this.#fail('export-again', t('The two passphrases differ. Nothing was saved.'));
      this.#input('export-again').focus();
      return;
    }
    await this.#reread();
    const sealed = await seal(new TextEncoder().encode(JSON.stringify(this.#record)), pass);
    if (!sealed.ok) {
      this.#fail('export', IMPORT_ERRORS[sealed.error]);
      this.#input('export').focus();
      return;
    }
    download(`my-record-${today()}.rto`, 'application/octet-stream', sealed.value);
    this.#input('export').value = '';
    this.#input('export-again').value = '';
    announce(t('Saved to your downloads. Without the passphrase nobody can open it, and we cannot help.'));
  }

  async #import(): Promise<void> {
    this.#fail('import', '');
    this.#fail('import-pass', '');
    const file = this.#input('import').files?.[0];
    const stop = (field: string, text: string) => {
      this.#fail(field, text);
      this.#input(field).focus();
      announce(text);
    };
    if (!file) return stop('import', t('Choose the file first.'));
    if (file.size > LIMITS.files * 2) return stop('import', IMPORT_ERRORS['too-large']);
    const open = await unseal(new Uint8Array(await file.arrayBuffer()), this.#input('import-pass').value);
    if (!open.ok) return stop(open.error === 'damaged-or-wrong-passphrase' ? 'import-pass' : 'import', IMPORT_ERRORS[open.error]);
    let value: unknown;
    try {
      value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(open.value));
    } catch {
      return stop('import', IMPORT_ERRORS['not-a-record']);
    }
    const read = readRecord(value);
    if (!read.ok) return stop('import', IMPORT_ERRORS[read.error]);
    await this.#reread();
    const joined = readRecord(merge(this.#record, read.value, () => crypto.randomUUID()));
    if (!joined.ok) return stop('import', IMPORT_ERRORS[joined.error]);
    await this.#keep(() => joined.value);
    this.#show(true);
    this.querySelector<HTMLFormElement>('[data-form="import"]')?.reset();
    announce(tn('{n} entry imported', '{n} entries imported', read.value.entries.length));
    return undefined;
  }

  async #act(action: string): Promise<void> {
    if (action === 'start') {
      const kept = await save(this.#record);
      this.#unsaved = !kept;
      this.#show(true);
      if (!kept) this.#say(NOT_KEPT);
      this.#input('account').focus();
    } else if (action === 'add') await this.#add();
    else if (action === 'export') await this.#export();
    else if (action === 'import') await this.#import();
    else if (action === 'ask-delete') {
      this.#part('confirm').hidden = false;
      this.#part('confirm').querySelector('button')?.focus();
    } else if (action === 'keep') {
      this.#part('confirm').hidden = true;
      this.querySelector<HTMLElement>('[data-do="ask-delete"]')?.focus();
    } else if (action === 'delete') {
      const gone = await destroy();
      const letters = forgetLetters();
      const copy = await removeCopy(siteBase());
      this.#record = emptyRecord();
      this.#unsaved = false;
      this.#editing = undefined;
      this.#part('confirm').hidden = true;
      for (const f of this.querySelectorAll('form')) f.reset();
      this.#show(false);
      this.#say(
        gone && letters && copy
          ? t('Everything was deleted from this browser.')
          : t('Your browser did not delete it. Close other tabs of this site and try again, or clear this site’s data in the settings.'),
      );
      this.querySelector<HTMLElement>('[data-do="start"]')?.focus();
    }
  }
}

export const start = (): void => customElements.define('own-record', OwnRecord);
