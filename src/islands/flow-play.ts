import { t, tn } from '../domain/t.ts';
import { cost, isEnd, press, startPlay, type FlowLike, type Play } from '../domain/flow.ts';
import { dom } from './dom.ts';

interface PlayStep extends Omit<FlowLike['steps'][number], 'inputs' | 'choices'> {
  title: string;
  inputs: { id: string; label: string; kind: string; required: boolean; filled?: string }[];
  choices: { label: string; as: string; to: string; free?: boolean }[];
}
interface PlayFlow extends Omit<FlowLike, 'steps'> {
  id: string;
  title: string;
  steps: PlayStep[];
}

const label = (flow: PlayFlow): string => (flow.own ? t('Our own sketch: a fair design') : t('Re-enactment in our own words, not Meta’s screen: {title}', { title: flow.title }));

/** `<flow-play>`: goes through the screens of a flow, one at a time, and counts. Nothing is kept. */
export class FlowPlay extends HTMLElement {
  #flows: PlayFlow[] = [];
  #flow: PlayFlow | undefined;
  #play: Play | undefined;

  connectedCallback(): void {
    if (this.#flows.length > 0) return;
    this.#flows = JSON.parse(this.dataset['flows'] ?? '[]') as PlayFlow[];
    this.#choose();
  }

  #choose(focus = false): void {
    const buttons = this.#flows.map((f) => {
      const b = dom('button', { type: 'button', class: 'button' }, [t('Start: {title}', { title: f.title })]);
      b.addEventListener('click', () => this.#start(f));
      return b;
    });
    this.replaceChildren(dom('p', { class: 'actions', role: 'group', 'aria-label': t('Choose a version') }, buttons));
    if (focus) buttons[0]?.focus();
  }
  #start(flow: PlayFlow): void {
    this.#flow = flow;
    this.#play = startPlay(flow);
    this.#screen();
  }

  #counts(play: Play): HTMLElement {
    return dom('p', { class: 'tally' }, [
      t('Screens {screens} · Clicks {clicks} · Fields filled {fields} · Waits {waits}', { screens: play.screens, clicks: play.clicks, fields: play.fields, waits: play.waits }),
    ]);
  }
  #again(): HTMLElement {
    const b = dom('button', { type: 'button', class: 'button' }, [t('Choose another version')]);
    b.addEventListener('click', () => this.#choose(true));
    return dom('p', { class: 'actions' }, [b]);
  }

  #screen(): void {
    const [flow, play] = [this.#flow, this.#play];
    if (!flow || !play) return;
    const heading = dom('h3', { tabindex: '-1' }, []);
    if (isEnd(play.at)) {
      this.#end(flow, play, heading);
      return;
    }
    const step = flow.steps.find((s) => s.id === play.at);
    if (!step) return;
    heading.append(step.title);
    const inputs = step.inputs.map((i) => {
      const id = `play-${i.id}`;
      const field = i.kind === 'area' ? dom('textarea', { id, rows: '3' }) : dom('input', { id, type: 'text', ...(i.kind === 'code' ? { inputmode: 'numeric', maxlength: '6' } : {}) });
      field.setAttribute('autocomplete', 'off');
      field.setAttribute('aria-describedby', `${id}-error`);
      if (i.required) field.setAttribute('aria-required', 'true');
      if (i.filled) field.value = i.filled;
      return {
        input: i,
        field,
        box: dom('div', { class: 'field' }, [
          dom('label', { for: id }, [i.required ? i.label : t('{label} (optional)', { label: i.label })]),
          field,
          dom('p', { class: 'field-error', id: `${id}-error`, hidden: '' }),
        ]),
      };
    });
    const go = (choice: number): void => {
      const result = press(flow, play, choice, Object.fromEntries(inputs.map((x) => [x.input.id, x.field.value])));
      for (const x of inputs) {
        const error = x.box.querySelector<HTMLElement>('.field-error') as HTMLElement;
        const wrong = 'missing' in result && result.missing === x.input.id;
        error.hidden = !wrong;
        error.textContent = wrong ? t('This field is required. Any words will do here.') : '';
        if (wrong) {
          x.field.setAttribute('aria-invalid', 'true');
          x.field.focus();
        } else x.field.removeAttribute('aria-invalid');
      }
      if ('missing' in result) return;
      this.#play = result.play;
      this.#screen();
    };
    const choices = step.choices.map((c, i) => {
      const b = dom('button', { type: 'button', class: c.as === 'button' ? 'button' : 'text-link' }, [c.label]);
      b.addEventListener('click', () => go(i));
      return b;
    });
    const form = dom('form', { class: 'replay', novalidate: '', 'aria-label': t('Re-enactment: {title}', { title: flow.title }) }, [
      dom('p', { class: 'replay-label' }, [label(flow)]),
      heading,
      dom('p', {}, [step.screen]),
      ...(step.waits ? [dom('p', { class: 'small' }, [t('Here you would wait {waits}.', { waits: step.waits })])] : []),
      ...inputs.map((x) => x.box),
      dom('p', { class: 'actions' }, choices),
      this.#counts(play),
    ]);
    form.addEventListener('submit', (e) => {
      e.preventDefault();
      go(0);
    });
    this.replaceChildren(form, this.#again());
    heading.focus();
  }

  #end(flow: PlayFlow, play: Play, heading: HTMLElement): void {
    const said = play.at === 'objected';
    heading.append(said ? t('You said no') : t('Your posts would be used'));
    const least = cost(flow, 'objected');
    const shortest = { clicks: tn('{n} click', '{n} clicks', least.clicks), fields: tn('{n} field to fill in', '{n} fields to fill in', least.toFill) };
    this.replaceChildren(
      dom('div', { class: 'replay' }, [
        dom('p', { class: 'replay-label' }, [label(flow)]),
        heading,
        this.#counts(play),
        dom('p', {}, [
          said
            ? t('That took you {clicks} and {fields}.', { clicks: tn('{n} click', '{n} clicks', play.clicks), fields: tn('{n} field', '{n} fields', play.fields) })
            : flow.silence === 'used'
              ? t('Closing, giving up and doing nothing all come to the same.')
              : t('Here you had to say so. Silence would not have done it.'),
        ]),
        dom('p', {}, [least.atLeast ? t('The shortest way to no has {clicks} and {fields}, the log-in not counted.', shortest) : t('The shortest way to no has {clicks} and {fields}.', shortest)]),
      ]),
      this.#again(),
    );
    heading.focus();
  }
}
