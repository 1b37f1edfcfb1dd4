import { t } from '../domain/t.ts';
import { holds, type When } from '../domain/letter.ts';
import { fromFragment, type Answers, type PlanQuestion } from '../domain/plan.ts';
import { announce } from './announce.ts';
import { dom } from './dom.ts';

/** `<plan-steps>`: asks the last questions one at a time. The answers stand after `#`, so Back works and a link shares them. */
export class PlanSteps extends HTMLElement {
  #stop = new AbortController();
  #title: string | undefined;
  #questions = JSON.parse(this.dataset['questions'] ?? '[]') as PlanQuestion[];

  connectedCallback(): void {
    addEventListener('hashchange', () => this.#show(true), { signal: this.#stop.signal });
    this.#show(false);
  }
  disconnectedCallback(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
  }

  #show(moved: boolean): void {
    const answers = fromFragment(location.hash, this.#questions);
    const given = Object.values(answers);
    const question = this.#questions[given.length];
    const ask = this.querySelector<HTMLElement>('[data-ask]') as HTMLElement;
    const plan = this.querySelector<HTMLElement>('[data-plan]') as HTMLElement;
    plan.hidden = question !== undefined;
    ask.replaceChildren(...(question ? this.#question(question, given) : this.#summary(answers)));
    if (!question) this.#choose(answers);
    // One question is the page's one thing: it takes the heading's place until the plan is there.
    const heading = document.querySelector<HTMLElement>('#top');
    if (heading) {
      this.#title ??= heading.textContent ?? '';
      heading.textContent = question?.ask ?? this.#title;
      heading.tabIndex = -1;
      if (moved) heading.focus();
    }
    for (const node of document.querySelectorAll<HTMLElement>('.page-head .meta')) node.hidden = question !== undefined;
    for (const node of this.querySelectorAll('.plan-address')) node.textContent = location.href;
    if (moved && !question) announce(t('Your plan is ready'));
  }

  #question(question: PlanQuestion, given: string[]): Node[] {
    const link = (id: string) => `#${[...given, id].join('.')}`;
    const all = this.#questions.map(() => 'unknown');
    const skip = `#${[...given, ...all.slice(given.length)].join('.')}`;
    const number = Number(this.dataset['first'] ?? 4) + given.length;
    return [
      dom('p', { class: 'small' }, [t('Question {number} of {total}. Why we ask: {why}', { number, total: this.dataset['total'] ?? '6', why: question.why })]),
      dom(
        'ul',
        { class: 'options' },
        question.options.map((o) => dom('li', {}, [dom('a', { href: link(o.id) }, [o.label])])),
      ),
      dom('p', {}, [dom('a', { href: skip }, [t('Skip to the plan')])]),
    ];
  }

  #summary(answers: Answers): Node[] {
    const said = this.#questions.map((q) => q.options.find((o) => o.id === answers[q.id])?.label ?? '').filter(Boolean);
    return [dom('p', { class: 'small' }, [`${t('Also: {answers}.', { answers: said.join(', ') })} `, dom('a', { href: '#' }, [t('Change these answers')])])];
  }

  #choose(answers: Answers): void {
    const fits = (node: HTMLElement): boolean => holds(JSON.parse(node.dataset['when'] ?? '{}') as When, answers as Record<string, string>, '');
    for (const node of this.querySelectorAll<HTMLElement>('[data-when]')) node.hidden = !fits(node);
  }
}
