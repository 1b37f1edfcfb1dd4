import { calendarFile } from '../domain/calendar-file.ts';
import { fullDate as written, longDate } from '../domain/dates.ts';
import { ASSUMED_POST_DAYS, assumedArrival, dayError, deadline, RULES, ruleIds, type DayError, type Deadline, type Holidays, type RuleId, type Step } from '../domain/deadline.ts';
import { announce } from './announce.ts';
import { dom } from './dom.ts';
import { holidaysOf } from './holidays.ts';
import { save, today } from './tools.ts';

const WRONG: Record<DayError, string> = {
  missing: 'Enter the day it arrived.',
  impossible: 'This day is not in the calendar. Use day, month and year.',
  future: 'This day lies in the future. Count once it has arrived.',
  'too-old': 'This day is before 2024, when Meta first announced its AI training. Check the year.',
};

function stepText(step: Step, d: Deadline, count: number): string {
  const unit = d.rule.unit === 'months' ? (count === 1 ? 'month' : 'months') : 'days';
  switch (step.kind) {
    case 'received':
      return d.rule.firstDayCounts ? 'it arrived' : 'it arrived; this day does not count';
    case 'counts-from':
      return d.rule.firstDayCounts ? 'first day of the count: the day of arrival itself' : 'first day of the count';
    case 'same-date':
      return `${count} ${unit} later, the same date`;
    case 'month-end':
      return `${count} ${unit} later there is no such date, so the last day of the month`;
    case 'last-day':
      return `day ${count} of the count`;
    case 'weekend':
      return 'weekend, so on to the next day';
    case 'holiday':
      return `${step.detail ?? 'public holiday'}, so on to the next day`;
    case 'sent':
      return 'you posted it';
    case 'due':
      return 'the last day';
  }
}

/** `<deadline-form>`: from a day and a rule to the day an answer is due, with the count. */
export class DeadlineForm extends HTMLElement {
  #stop = new AbortController();

  get #form(): HTMLFormElement {
    return this.querySelector('form') as HTMLFormElement;
  }
  #input(name: string): HTMLInputElement {
    return this.#form.elements.namedItem(name) as HTMLInputElement;
  }
  get #rule(): RuleId {
    return (this.#form.elements.namedItem('rule') as RadioNodeList).value as RuleId;
  }

  connectedCallback(): void {
    const on = { signal: this.#stop.signal };
    this.#form.addEventListener(
      'submit',
      (e) => {
        e.preventDefault();
        void this.#count();
      },
      on,
    );
    this.#form.addEventListener(
      'change',
      (e) => {
        if ((e.target as HTMLInputElement).name === 'rule') this.#chosen();
      },
      on,
    );
    addEventListener('hashchange', () => this.#fromAddress(), on);
    this.#fromAddress();
  }
  disconnectedCallback(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
  }

  /** `/deadline/#br` chooses a rule. Only the listed names do anything. */
  #fromAddress(): void {
    const id = location.hash.slice(1);
    if ((ruleIds as readonly string[]).includes(id)) (this.#form.elements.namedItem('rule') as RadioNodeList).value = id;
    this.#chosen();
  }
  #chosen(): void {
    const box = this.querySelector<HTMLElement>('[data-holidays]');
    if (box) box.hidden = !RULES[this.#rule].moves;
    const country = this.#form.elements.namedItem('country') as HTMLSelectElement;
    if (this.#rule === 'uk') country.value = 'gb';
    else if (this.#rule === 'gdpr') country.value = 'ie';
  }

  #fail(text: string): void {
    const note = this.querySelector<HTMLElement>('#received-error');
    const input = this.#input('received');
    if (note) {
      note.textContent = text;
      note.hidden = text === '';
    }
    if (text) {
      input.setAttribute('aria-invalid', 'true');
      input.focus();
      announce(text);
    } else input.removeAttribute('aria-invalid');
  }

  async #count(): Promise<void> {
    const input = this.#input('received');
    const entered = input.validity.badInput ? 'impossible' : input.value.trim();
    const wrong = dayError(entered, today());
    const result = this.querySelector<HTMLElement>('.deadline-result') as HTMLElement;
    this.#fail(wrong ? WRONG[wrong] : '');
    // Also while the holidays load: an old result beside a new day would mislead.
    result.hidden = true;
    if (wrong) return;
    const posted = this.#input('post').checked;
    const arrived = posted ? assumedArrival(entered) : entered;
    const rule = this.#rule;
    const code = (this.#form.elements.namedItem('country') as HTMLSelectElement).value;
    let holidays: Holidays;
    try {
      holidays = RULES[rule].moves ? await holidaysOf(this.dataset['base'] ?? '/holidays/', code) : { days: new Map(), from: 0, to: 9999 };
    } catch {
      this.#fail('The list of public holidays did not load. Try again when you are online, or count by hand as shown below.');
      return;
    }
    this.#show(result, deadline(arrived, rule, holidays), posted ? entered : undefined, holidays);
  }

  #show(result: HTMLElement, d: Deadline, posted: string | undefined, holidays: Holidays): void {
    const list = (steps: Step[], count: number) =>
      dom(
        'ol',
        { class: 'count' },
        steps.map((s) => dom('li', {}, [dom('b', {}, [written(s.day)]), `: ${stepText(s, d, count)}`])),
      );
    const late = d.due < today();
    const nodes: (string | Node)[] = [
      dom('h3', {}, ['An answer is due by']),
      dom('p', { class: 'due' }, [written(d.due)]),
      dom('p', {}, [late ? `That day has passed. Send your reminder from ${written(d.remind)} on.` : `If nothing has come, write again from ${written(d.remind)} on, two working days later.`]),
    ];
    if (posted) nodes.push(dom('p', {}, [`An ordinary letter leaves no proof of arrival. We assume it took ${ASSUMED_POST_DAYS} days from ${written(posted)}. That is a cautious guess.`]));
    if (!d.holidaysKnown) nodes.push(dom('p', {}, [`We know public holidays only from ${holidays.from} to ${holidays.to}. Check this day against a calendar.`]));
    nodes.push(dom('h4', {}, ['How it is counted']), list(d.steps, d.rule.count));
    if (d.extended && d.extendedSteps)
      nodes.push(
        dom('h4', {}, ['If Meta extended it']),
        dom('p', {}, ['Latest day: ', dom('b', {}, [written(d.extended)]), `. This holds only if Meta told you so, with reasons, by ${written(d.due)}.`]),
        list(d.extendedSteps, d.rule.extended ?? 0),
      );
    nodes.push(dom('p', { class: 'small' }, [`Rule: ${d.rule.cites}. A count, not legal advice.`]));
    const button = dom('button', { type: 'button', class: 'button' }, ['Save to my calendar']);
    button.addEventListener('click', () => {
      save(`deadline-${d.due}.ics`, 'text/calendar', this.#calendar(d, posted ?? d.steps[0]?.day ?? d.due));
      announce('Saved to your downloads', button);
    });
    nodes.push(dom('p', { class: 'actions' }, [button]));
    result.replaceChildren(...nodes);
    result.hidden = false;
    result.focus();
  }

  #calendar(d: Deadline, from: string): string {
    const uid = (what: string) => `${d.rule.id}-${from}-${what}@right-to-object`;
    const why = `Counted from ${longDate(from)} by ${d.rule.cites}.`;
    const events = [
      { uid: uid('due'), day: d.due, title: 'Last day for the answer to my request', text: why },
      { uid: uid('remind'), day: d.remind, title: 'No answer yet? Send the reminder', text: `${why} The letter: Right to Object, Letters, Follow-up.` },
    ];
    if (d.extended) events.push({ uid: uid('extended'), day: d.extended, title: 'Latest day, if the answer was extended', text: `${why} Only if an extension with reasons came in time.` });
    return calendarFile(events, new Date());
  }
}
