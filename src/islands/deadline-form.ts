import { t, tn } from '../domain/t.ts';
import { calendarFile } from '../domain/calendar-file.ts';
import { fullDate as written, longDate } from '../domain/dates.ts';
import { ASSUMED_POST_DAYS, assumedArrival, dayError, deadline, RULES, ruleIds, type DayError, type Deadline, type Holidays, type RuleId, type Step } from '../domain/deadline.ts';
import { announce } from './announce.ts';
import { dom } from './dom.ts';
import { holidaysOf } from './holidays.ts';
import { save, today } from './tools.ts';

const WRONG: Record<DayError, string> = {
  missing: t('Enter the day it arrived.'),
  impossible: t('This day is not in the calendar. Use day, month and year.'),
  future: t('This day lies in the future. Count once it has arrived.'),
  'too-old': t('This day is before 2024, when Meta first announced its AI training. Check the year.'),
};

function stepText(step: Step, d: Deadline, count: number): string {
  switch (step.kind) {
    case 'received':
      return d.rule.firstDayCounts ? t('it arrived') : t('it arrived; this day does not count');
    case 'counts-from':
      return d.rule.firstDayCounts ? t('first day of the count: the day of arrival itself') : t('first day of the count');
    case 'same-date':
      return tn('{n} month later, the same date', '{n} months later, the same date', count);
    case 'month-end':
      return tn('{n} month later there is no such date, so the last day of the month', '{n} months later there is no such date, so the last day of the month', count);
    case 'last-day':
      return t('day {count} of the count', { count });
    case 'weekend':
      return t('weekend, so on to the next day');
    case 'holiday':
      return t('{holiday}, so on to the next day', { holiday: step.detail ?? t('public holiday') });
    case 'sent':
      return t('you posted it');
    case 'due':
      return t('the last day');
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
      this.#fail(t('The list of public holidays did not load. Try again when you are online, or count by hand as shown below.'));
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
      dom('h3', {}, [t('An answer is due by')]),
      dom('p', { class: 'due' }, [written(d.due)]),
      dom('p', {}, [
        late
          ? t('That day has passed. Send your reminder from {remind} on.', { remind: written(d.remind) })
          : t('If nothing has come, write again from {remind} on, two working days later.', { remind: written(d.remind) }),
      ]),
    ];
    if (posted)
      nodes.push(
        dom('p', {}, [
          tn(
            'An ordinary letter leaves no proof of arrival. We assume it took {n} day from {posted}. That is a cautious guess.',
            'An ordinary letter leaves no proof of arrival. We assume it took {n} days from {posted}. That is a cautious guess.',
            ASSUMED_POST_DAYS,
            { posted: written(posted) },
          ),
        ]),
      );
    if (!d.holidaysKnown) nodes.push(dom('p', {}, [t('We know public holidays only from {from} to {to}. Check this day against a calendar.', { from: holidays.from, to: holidays.to })]));
    nodes.push(dom('h4', {}, [t('How it is counted')]), list(d.steps, d.rule.count));
    if (d.extended && d.extendedSteps)
      nodes.push(
        dom('h4', {}, [t('If Meta extended it')]),
        dom('p', {}, [`${t('Latest day:')} `, dom('b', {}, [written(d.extended)]), `. ${t('This holds only if Meta told you so, with reasons, by {due}.', { due: written(d.due) })}`]),
        list(d.extendedSteps, d.rule.extended ?? 0),
      );
    nodes.push(dom('p', { class: 'small' }, [t('Rule: {cites}. A count, not legal advice.', { cites: d.rule.cites })]));
    const button = dom('button', { type: 'button', class: 'button' }, [t('Save to my calendar')]);
    button.addEventListener('click', () => {
      save(`deadline-${d.due}.ics`, 'text/calendar', this.#calendar(d, posted ?? d.steps[0]?.day ?? d.due));
      announce(t('Saved to your downloads'), button);
    });
    nodes.push(dom('p', { class: 'actions' }, [button]));
    result.replaceChildren(...nodes);
    result.hidden = false;
    result.focus();
  }

  #calendar(d: Deadline, from: string): string {
    const uid = (what: string) => `${d.rule.id}-${from}-${what}@right-to-object`;
    const why = t('Counted from {from} by {cites}.', { from: longDate(from), cites: d.rule.cites });
    const events = [
      { uid: uid('due'), day: d.due, title: t('Last day for the answer to my request'), text: why },
      { uid: uid('remind'), day: d.remind, title: t('No answer yet? Send the reminder'), text: t('{why} The letter: Right to Object, Letters, Follow-up.', { why }) },
    ];
    if (d.extended)
      events.push({ uid: uid('extended'), day: d.extended, title: t('Latest day, if the answer was extended'), text: t('{why} Only if an extension with reasons came in time.', { why }) });
    return calendarFile(events, new Date());
  }
}
