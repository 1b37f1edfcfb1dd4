import { t, tn } from '../domain/t.ts';
import { dayError } from '../domain/deadline.ts';
import { longDate } from '../domain/dates.ts';
import { asText, clean, compose, fieldErrors, mailDraft, visibleFields, type Field, type FieldError, type Letter, type Values } from '../domain/letter.ts';
import { announce } from './announce.ts';
import { copy } from './copy.ts';
import { dom } from './dom.ts';
import { save, today } from './tools.ts';

/** Mail programs cut or refuse longer drafts; then the letter is copied first, and the draft says where to paste it. */
const LONGEST_DRAFT = 1800;
const PASTE_HERE = t('[The letter has been copied. Paste it here, in place of this line.]');

const message = (field: Field, error: FieldError, length: number, other = ''): string => {
  const limit = field.max ?? 200;
  if (error === 'missing') return field.kind === 'one' || field.kind === 'many' ? t('“{label}”: choose an answer.', { label: field.label }) : t('“{label}”: fill this in.', { label: field.label });
  if (error === 'too-long')
    return tn('“{label}”: {n} character, at most {limit} fit. Nothing was cut.', '“{label}”: {n} characters, at most {limit} fit. Nothing was cut.', length, { label: field.label, limit });
  if (error === 'day-order') return t('“{label}”: this day lies before “{other}”. Check both.', { label: field.label, other });
  if (error === 'day-future') return t('“{label}”: this day lies in the future.', { label: field.label });
  if (error === 'day-too-old') return t('“{label}”: this day is before 2024, when Meta first announced its AI training. Check the year.', { label: field.label });
  return t('“{label}”: this day is not in the calendar. Use day, month and year.', { label: field.label });
};

/** `<letter-form>`: shows the letter as it is typed. All that is typed becomes text nodes, never markup. */
export class LetterForm extends HTMLElement {
  #stop = new AbortController();
  #letter = JSON.parse(this.dataset['letter'] ?? '{}') as Letter;
  #addressee = JSON.parse(this.dataset['addressee'] ?? '[]') as string[];
  #tried = false;

  get #form(): HTMLFormElement {
    return this.querySelector('form') as HTMLFormElement;
  }
  get #key(): string {
    return `letter:${this.#letter.id}:${this.#letter.law}`;
  }

  connectedCallback(): void {
    const on = { signal: this.#stop.signal };
    this.#restore();
    this.#form.addEventListener('input', () => this.#update(), on);
    this.#form.addEventListener('submit', (e) => e.preventDefault(), on);
    for (const b of this.querySelectorAll<HTMLButtonElement>('button[data-do]')) b.addEventListener('click', () => void this.#act(b), on);
    this.#update();
  }
  disconnectedCallback(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
  }

  #values(): Values {
    const values: Record<string, string | string[]> = {};
    for (const field of this.#letter.fields) {
      const inputs = [...this.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(`[name="${field.id}"]`)];
      if (field.kind === 'many') values[field.id] = inputs.filter((i) => (i as HTMLInputElement).checked).map((i) => i.value);
      else if (field.kind === 'one') values[field.id] = inputs.find((i) => (i as HTMLInputElement).checked)?.value ?? '';
      // A day the calendar does not know reads as empty; the browser keeps what was typed.
      else values[field.id] = inputs[0]?.validity.badInput ? 'impossible' : (inputs[0]?.value ?? '');
    }
    return values;
  }

  /** Hidden fields keep what they hold, but do not count. */
  #counted(): Values {
    const values = this.#values();
    const shown = new Set(visibleFields(this.#letter, values).map((f) => f.id));
    return Object.fromEntries(Object.entries(values).filter(([id]) => shown.has(id)));
  }

  #update(): void {
    const values = this.#counted();
    for (const box of this.querySelectorAll<HTMLElement>('[data-field]')) box.hidden = !((box.dataset['field'] as string) in values);
    this.#draw(values);
    if (this.#tried) this.#check(false);
    this.#remember();
  }

  #composed(values: Values) {
    return compose(this.#letter, values, { date: (day) => (day === 'impossible' ? '[date]' : longDate(day)) });
  }

  /** Sender, addressee and date, as blocks of lines. */
  #head(values: Values): string[] {
    if (this.dataset['to'] === 'friend') return [];
    const line = (id: string, gap: string) => clean((values[id] as string | undefined) ?? '', true) || gap;
    return [
      `${line('name', t('[your name]'))}\n${line('contact', t('[your email or postal address]'))}`,
      this.dataset['to'] === 'authority' ? line('authority', t('[name and address of the authority]')) : this.#addressee.join('\n'),
      longDate(today()),
    ];
  }

  #draw(values: Values): void {
    const c = this.#composed(values);
    const block = (text: string, name: string) => dom('p', { class: name, dir: 'auto' }, [text]);
    const list = (items: string[]) =>
      dom(
        'ul',
        {},
        items.map((i) => dom('li', { dir: 'auto' }, [i])),
      );
    const [from = '', to = '', date = ''] = this.#head(values);
    const nodes: Node[] = [];
    if (from) nodes.push(block(from, 'from'));
    if (to) nodes.push(block(to, 'to'));
    if (date) nodes.push(block(date, 'date'));
    if (c.subject && this.dataset['to'] !== 'friend') nodes.push(block(c.subject, 'subject'));
    for (const p of c.body) nodes.push(Array.isArray(p) ? list(p) : block(p, 'lines'));
    if (c.attachments.length > 0) nodes.push(block(t('Attached:'), 'lines'), list(c.attachments));
    this.querySelector('[data-sheet]')?.replaceChildren(...nodes);
  }

  /** Writes each error at its field and, with `focus`, a summary that takes the focus. True when all is well. */
  #check(focus: boolean): boolean {
    const values = this.#counted();
    const errors = fieldErrors(this.#letter, values, (text) => dayError(text, today()));
    const lines: Node[] = [];
    let firstText = '';
    for (const field of this.#letter.fields) {
      const error = errors.get(field.id);
      const other = this.#letter.fields.find((f) => f.id === field.after)?.label;
      const text = error ? message(field, error, (values[field.id] as string).length, other) : '';
      firstText ||= text;
      const note = this.querySelector<HTMLElement>(`#field-${field.id}-error`);
      if (note) {
        note.textContent = text;
        note.hidden = !error;
      }
      const input = this.querySelector<HTMLElement>(`#field-${field.id}`);
      if (error) input?.setAttribute('aria-invalid', 'true');
      else input?.removeAttribute('aria-invalid');
      if (error) lines.push(dom('li', {}, [dom('a', { href: `#field-${field.id}` }, [text])]));
    }
    const box = this.querySelector<HTMLElement>('.errors');
    if (box) {
      box.hidden = lines.length === 0;
      box.replaceChildren(dom('p', {}, [dom('b', {}, [tn('One thing is missing or not right:', '{n} things are missing or not right:', lines.length)])]), dom('ul', {}, lines as (string | Node)[]));
      for (const a of box.querySelectorAll('a'))
        a.addEventListener('click', (e) => {
          e.preventDefault();
          this.#focus(a.hash.slice(1));
        });
    }
    if (focus && lines.length > 0) {
      const first = this.#letter.fields.find((f) => errors.has(f.id));
      this.#focus(`field-${first?.id ?? ''}`);
      announce(firstText);
    }
    return lines.length === 0;
  }

  #focus(id: string): void {
    const field = this.querySelector<HTMLElement>(`#${id}`);
    const target = field?.querySelector<HTMLElement>('input') ?? field;
    target?.focus();
    target?.closest('.field')?.scrollIntoView({ block: 'center' });
  }

  async #act(button: HTMLButtonElement): Promise<void> {
    const action = button.dataset['do'];
    if (action === 'delete') {
      this.#form.reset();
      this.#forget();
      this.#tried = false;
      this.#check(false);
      for (const n of this.querySelectorAll<HTMLElement>('.field-error, .errors')) n.hidden = true;
      for (const n of this.querySelectorAll('[aria-invalid]')) n.removeAttribute('aria-invalid');
      this.#update();
      announce(t('Deleted'), button);
      return;
    }
    this.#tried = true;
    if (!this.#check(true)) return;
    const values = this.#counted();
    const c = this.#composed(values);
    const friend = this.dataset['to'] === 'friend';
    const text = asText(friend ? { ...c, subject: '' } : c, this.#head(values), t('Attached:')).replace(/^\n+/, '');
    if (action === 'copy') announce((await copy(text)) ? t('Copied') : t('Your browser does not allow copying'), button);
    else if (action === 'text') {
      save(`${this.#letter.id}-${today()}.txt`, 'text/plain', text);
      announce(t('Saved to your downloads'), button);
    } else if (action === 'print') {
      document.body.classList.add('print-letter');
      addEventListener('afterprint', () => document.body.classList.remove('print-letter'), { once: true });
      print();
    } else {
      const long = text.length > LONGEST_DRAFT;
      const copied = long && (await copy(text));
      const body = long ? (copied ? PASTE_HERE : '') : text;
      location.href = mailDraft(c.subject, body);
      announce(long ? (copied ? t('Letter copied: paste it into the draft') : t('Too long for a draft: copy it by hand')) : t('Draft opened'), button);
    }
  }

  #remember(): void {
    const keep = this.#form.querySelector<HTMLInputElement>('[name="-keep"]')?.checked;
    try {
      if (keep) localStorage.setItem(this.#key, JSON.stringify(this.#values()));
      else localStorage.removeItem(this.#key);
    } catch {
      // Storage is off or full: then nothing is kept, as the box says it is only kept here.
      if (keep) announce(t('This browser does not let the page keep anything'));
    }
  }
  #forget(): void {
    try {
      localStorage.removeItem(this.#key);
    } catch {
      // Nothing can be stored, so nothing is.
    }
  }
  #restore(): void {
    let kept: unknown;
    try {
      kept = JSON.parse(localStorage.getItem(this.#key) ?? 'null');
    } catch {
      return;
    }
    if (typeof kept !== 'object' || kept === null) return;
    for (const [id, value] of Object.entries(kept as Record<string, unknown>)) {
      if (!this.#letter.fields.some((f) => f.id === id)) continue;
      for (const input of this.querySelectorAll<HTMLInputElement>(`[name="${id}"]`)) {
        if (input.type === 'radio' || input.type === 'checkbox') input.checked = Array.isArray(value) ? value.includes(input.value) : value === input.value;
        else if (typeof value === 'string') input.value = value;
      }
    }
    const box = this.#form.querySelector<HTMLInputElement>('[name="-keep"]');
    if (box) box.checked = true;
  }
}
