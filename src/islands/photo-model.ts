import { t, tn } from '../domain/t.ts';
import { LIMITS, parseSettings, reach, settingsCode, worldOf, YOU, type Setting } from '../domain/photos.ts';
import { announce } from './announce.ts';
import { copy } from './copy.ts';
import { dom } from './dom.ts';

const START = '4oy-10on-10on-10on';
const who = (i: number): string => (i === 0 ? t('You') : t('Friend {i}', { i }));

/** `<photo-model>`: friends, their photos and objections; what is left, person by person. */
export class PhotoModel extends HTMLElement {
  #stop = new AbortController();
  #settings: Setting[] = [];

  connectedCallback(): void {
    const on = { signal: this.#stop.signal };
    this.addEventListener('input', () => this.#read(), on);
    this.addEventListener('submit', (e) => e.preventDefault(), on);
    this.addEventListener(
      'click',
      (e) => {
        const b = e.target instanceof Element ? e.target.closest<HTMLButtonElement>('button[data-do]') : null;
        if (b) this.#do(b.dataset['do'] ?? '', b);
      },
      on,
    );
    addEventListener('hashchange', () => this.#fromAddress(), on);
    this.#fromAddress(START);
  }
  disconnectedCallback(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
  }

  #fromAddress(otherwise = ''): void {
    const settings = parseSettings(location.hash.slice(1)) ?? parseSettings(otherwise);
    if (!settings) return;
    this.#settings = settings;
    this.#rows();
    this.#show();
    if (otherwise === '') announce(t('The model is set to this case'));
  }

  #rows(): void {
    const rows = this.#settings.map((s, i) => {
      const id = `photo-${i}`;
      const number = dom('input', { id, type: 'number', min: '0', max: String(LIMITS.photos), step: '1', inputmode: 'numeric', name: 'photos', 'aria-describedby': `${id}-error` });
      number.value = String(s.photos);
      const check = (name: string, on: boolean, text: string) => {
        const box = dom('input', { type: 'checkbox', name });
        box.checked = on;
        return dom('label', { class: 'choice' }, [box, ' ', dom('span', {}, [text])]);
      };
      return dom('fieldset', { class: 'person' }, [
        dom('legend', {}, [who(i)]),
        dom('div', { class: 'field' }, [
          dom('label', { for: id }, [i === 0 ? t('Photos and posts of yours with your friends') : t('Photos and posts of theirs with you')]),
          number,
          dom('p', { class: 'field-error', id: `${id}-error`, hidden: '' }),
        ]),
        check('open', s.open, t('Everyone can see them')),
        check('objected', s.objected, t('Has objected')),
      ]);
    });
    this.querySelector('[data-people]')?.replaceChildren(...rows);
  }

  #read(): void {
    const people = [...this.querySelectorAll<HTMLFieldSetElement>('fieldset.person')];
    let whole = true;
    this.#settings = people.map((f, i) => {
      const number = f.querySelector<HTMLInputElement>('input[name="photos"]') as HTMLInputElement;
      const value = /^\d{1,2}$/.test(number.value.trim()) ? Number(number.value) : NaN;
      const wrong = !(value <= LIMITS.photos);
      const note = f.querySelector<HTMLElement>('.field-error') as HTMLElement;
      note.hidden = !wrong;
      note.textContent = wrong ? t('Enter a whole number from 0 to {photos}.', { photos: LIMITS.photos }) : '';
      if (wrong) number.setAttribute('aria-invalid', 'true');
      else number.removeAttribute('aria-invalid');
      if (wrong) whole = false;
      const on = (name: string) => (f.querySelector(`input[name="${name}"]`) as HTMLInputElement).checked;
      return { photos: wrong ? (this.#settings[i]?.photos ?? 0) : value, open: on('open'), objected: on('objected') };
    });
    if (whole) this.#show();
  }

  #do(what: string, button: HTMLButtonElement): void {
    if (what === 'copy') {
      const link = `${location.href.replace(/#.*$/, '')}#${settingsCode(this.#settings)}`;
      void copy(link).then((done) => announce(done ? t('Link copied') : link, button));
      return;
    }
    if (what === 'add' && this.#settings.length <= LIMITS.friends) this.#settings.push({ photos: 10, open: true, objected: false });
    else if (what === 'remove' && this.#settings.length > 2) this.#settings.pop();
    else {
      announce(what === 'add' ? tn('The model holds {n} friend', 'The model holds {n} friends', LIMITS.friends) : t('One friend stays'), button);
      return;
    }
    this.#rows();
    this.#show();
    announce(tn('{n} friend', '{n} friends', this.#settings.length - 1), button);
  }

  #show(): void {
    const people = reach(worldOf(this.#settings));
    const you = people.find((p) => p.id === YOU);
    if (!you) return;
    this.dataset['code'] = settingsCode(this.#settings);
    const cells = (name: 'td' | 'th', list: string[]) => list.map((t, i) => (i === 0 ? dom('th', { scope: 'row' }, [t]) : name === 'th' ? dom('th', { scope: 'col' }, [t]) : dom('td', {}, [t])));
    const marks = '■'.repeat(Math.min(you.after, 60)) + '□'.repeat(Math.min(you.before - you.after, 60));
    // Only this line is announced: the table below would be read out whole at each change.
    const verdict = this.querySelector('.verdict');
    if (verdict) verdict.textContent = t('{after} of {before} public photos and posts with you are left', { after: you.after, before: you.before });
    this.querySelector('.tool-result')?.replaceChildren(
      dom('p', { class: 'marks', 'aria-hidden': 'true' }, [marks]),
      dom('p', {}, [
        [
          you.byOwn === 0 ? t('Your own objection removes none.') : tn('Your own objection removes {n}.', 'Your own objection removes {n}.', you.byOwn),
          tn('Others’ objections remove {n}.', 'Others’ objections remove {n}.', you.byOthers),
          tn('{n} stands on accounts that your objection cannot reach.', '{n} stand on accounts that your objection cannot reach.', you.after - you.afterOwn),
        ].join(' '),
      ]),
      dom('div', { class: 'table-box', role: 'region', 'aria-label': t('Result by person'), tabindex: '0' }, [
        dom('table', { 'data-fit': 'numbers' }, [
          dom('thead', {}, [
            dom(
              'tr',
              {},
              [t('Who is shown'), t('Before'), t('Gone: own “no”'), t('Gone: others’ “no”'), t('Left'), t('Out of own reach')].map((t) => dom('th', { scope: 'col' }, [t])),
            ),
          ]),
          dom(
            'tbody',
            {},
            people.map((p, i) => dom('tr', {}, cells('td', [who(i), String(p.before), String(p.byOwn), String(p.byOthers), String(p.after), String(p.after - p.afterOwn)]))),
          ),
        ]),
      ]),
    );
  }
}
