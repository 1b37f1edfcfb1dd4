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
import { announce } from './announce.ts';
import { dom } from './dom.ts';
import { destroy, load, save } from './record-store.ts';
import { save as download, today } from './tools.ts';

const STEP_NAMES: Record<StepName, string> = {
  message: 'Got a message from Meta',
  objected: 'Objected',
  confirmed: 'Got a confirmation',
  answered: 'Got an answer',
  reminded: 'Sent a reminder',
  complained: 'Complained to an authority',
  settings: 'Changed settings',
  friends: 'Asked a friend',
  other: 'Something else',
};
const ENTRY_ERRORS: Record<EntryError, [field: string, text: string]> = {
  'account-missing': ['account', 'Name the account or the person it is about.'],
  'account-long': ['account', `At most ${LIMITS.account} characters fit. Nothing was cut.`],
  'day-missing': ['day', 'Enter a day.'],
  'day-impossible': ['day', 'This day is not in the calendar. Use day, month and year.'],
  'day-future': ['day', 'This day lies in the future.'],
  'day-too-old': ['day', 'This day is before 2024. Check the year.'],
  'note-long': ['note', `At most ${LIMITS.note} characters fit. Nothing was cut.`],
};
const IMPORT_ERRORS: Record<VaultError | RecordError, string> = {
  'passphrase-short': `Use at least ${SHORTEST_PASSPHRASE} characters.`,
  'not-a-record-file': 'This is not a record of this site. Nothing was changed.',
  'not-a-record': 'This file holds no record. Nothing was changed.',
  'newer-version': 'This file was made by a newer version of this page. Reload the page and try again. Nothing was changed.',
  'damaged-or-wrong-passphrase': 'The passphrase is wrong, or the file is damaged. Nothing was changed.',
  'damaged-entry': 'The file opens, but an entry in it is damaged. Nothing was changed.',
  'too-large': 'The record would be too large for this page. Nothing was changed.',
};
const NOT_KEPT = 'Your browser did not keep this. It can be full, or set to keep nothing. Save an encrypted file before you leave.';

class OwnRecord extends HTMLElement {
  #record: RecordData = emptyRecord();
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
    if (kept.state === 'damaged') this.#say('The record in this browser is damaged and was left as it is. Import your last file, or delete everything to start anew.');
    this.#show(kept.state === 'kept');
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
      const edit = dom('button', { type: 'button', class: 'button' }, ['Change']);
      edit.addEventListener('click', () => this.#edit(this.#record.entries.find((x) => x.id === e.id) ?? e));
      const remove = dom('button', { type: 'button', class: 'button' }, ['Remove']);
      remove.addEventListener('click', () => {
        void this.#keep(withoutEntry(this.#record, e.id)).then(() => {
          announce('Entry removed');
          this.#input('account').focus();
        });
      });
      const what = `${STEP_NAMES[e.step]}: ${e.account}`;
      edit.setAttribute('aria-label', `Change: ${what}`);
      remove.setAttribute('aria-label', `Remove: ${what}`);
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
    const button = dom('button', { type: 'button', class: 'button' }, ['Save a copy']);
    button.setAttribute('aria-label', `Save a copy of ${f.name}`);
    button.addEventListener('click', () => download(f.name, f.type, fromBase64(f.data)));
    return dom('li', {}, [dom('span', { dir: 'auto' }, [f.name]), ` (${Math.ceil(f.size / 1000)} kB) `, button, dom('small', {}, [`SHA-256 ${f.sha256}`])]);
  }

  /** Keeps a tick without drawing the list anew, so that the focus stays where it is. */
  async #tick(e: Entry, done: boolean): Promise<void> {
    this.#record = withEntry(this.#record, { ...(this.#record.entries.find((x) => x.id === e.id) ?? e), done });
    this.#say((await save(this.#record)) ? '' : NOT_KEPT);
    this.toggleAttribute('data-kept', true);
  }

  async #keep(record: RecordData): Promise<void> {
    this.#record = record;
    this.#say((await save(record)) ? '' : NOT_KEPT);
    this.#draw();
  }

  #edit(e: Entry): void {
    this.#editing = e;
    this.#input('account').value = e.account;
    this.#input('step').value = e.step;
    this.#input('day').value = e.day;
    this.#input('note').value = e.note;
    this.#part('adding').textContent = 'Change the entry';
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
    if (chosen.some((f) => !allowedType(f.type))) errors.push(['files', 'Only pictures and PDF files can be attached.']);
    else if (chosen.some((f) => f.size > LIMITS.file) || chosen.reduce((n, f) => n + f.size, totalSize(this.#record)) > LIMITS.files)
      errors.push(['files', 'A file may have 10 MB, all files together 50 MB.']);
    else if (this.#record.entries.length >= LIMITS.entries) errors.push(['account', `The record holds ${LIMITS.entries} entries at most. Remove one first.`]);
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
    await this.#keep(withEntry(this.#record, { ...draft, account: draft.account.trim(), id: old?.id ?? crypto.randomUUID(), done: old?.done ?? false, files: [...(old?.files ?? []), ...files] }));
    this.#editing = undefined;
    this.#part('adding').textContent = 'Add an entry';
    this.querySelector<HTMLFormElement>('[data-form="add"]')?.reset();
    announce(old ? 'Entry changed' : 'Entry added');
    this.#input('account').focus();
  }

  async #export(): Promise<void> {
    this.#fail('export', '');
    const sealed = await seal(new TextEncoder().encode(JSON.stringify(this.#record)), this.#input('export').value);
    if (!sealed.ok) {
      this.#fail('export', IMPORT_ERRORS[sealed.error]);
      this.#input('export').focus();
      return;
    }
    download(`my-record-${today()}.rto`, 'application/octet-stream', sealed.value);
    this.#input('export').value = '';
    announce('Saved to your downloads. Without the passphrase nobody can open it, and we cannot help.');
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
    if (!file) return stop('import', 'Choose the file first.');
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
    const joined = readRecord(merge(this.#record, read.value, () => crypto.randomUUID()));
    if (!joined.ok) return stop('import', IMPORT_ERRORS[joined.error]);
    await this.#keep(joined.value);
    this.#show(true);
    this.querySelector<HTMLFormElement>('[data-form="import"]')?.reset();
    announce(`${read.value.entries.length} entries imported`);
    return undefined;
  }

  async #act(action: string): Promise<void> {
    if (action === 'start') {
      const kept = await save(this.#record);
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
      this.#record = emptyRecord();
      this.#editing = undefined;
      this.#part('confirm').hidden = true;
      for (const f of this.querySelectorAll('form')) f.reset();
      this.#show(false);
      this.#say(gone ? 'Everything was deleted from this browser.' : 'Your browser did not delete it. Close other tabs of this site and try again, or clear this site’s data in the settings.');
      this.querySelector<HTMLElement>('[data-do="start"]')?.focus();
    }
  }
}

export const start = (): void => customElements.define('own-record', OwnRecord);
