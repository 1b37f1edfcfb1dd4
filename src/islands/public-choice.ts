import { t } from '../domain/t.ts';
import { parseSituation, situationCode, VERDICT, verdictFor, type ScopeLists, type ScopeRule, type Situation } from '../domain/public-scope.ts';
import { dom } from './dom.ts';

type Data = ScopeLists & { rules: ScopeRule[] };
const KEYS = ['kind', 'audience', 'account', 'age'] as const;

/** `<public-choice>`: four choices, one verdict. `#post.public.open.adult` sets them. */
export class PublicChoice extends HTMLElement {
  #stop = new AbortController();
  #data: Data | undefined;

  connectedCallback(): void {
    this.#data = JSON.parse(this.dataset['scope'] ?? 'null') as Data;
    const on = { signal: this.#stop.signal };
    this.addEventListener('change', () => this.#show(), on);
    addEventListener('hashchange', () => this.#fromAddress(), on);
    this.#fromAddress();
  }
  disconnectedCallback(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
  }
  #select(key: string): HTMLSelectElement {
    return this.querySelector(`select[name="${key}"]`) as HTMLSelectElement;
  }
  #fromAddress(): void {
    const s = this.#data && parseSituation(location.hash.slice(1), this.#data);
    if (s) for (const k of KEYS) this.#select(k).value = s[k];
    this.#show();
  }
  #show(): void {
    const box = this.querySelector('.tool-result');
    if (!box || !this.#data) return;
    const s = Object.fromEntries(KEYS.map((k) => [k, this.#select(k).value])) as unknown as Situation;
    const rule = verdictFor(this.#data.rules, s);
    const v = VERDICT[rule.verdict];
    box.replaceChildren(
      dom('p', { class: 'verdict' }, [dom('span', { 'aria-hidden': 'true' }, [`${v.sign} `]), v.word]),
      dom('p', {}, [rule.why]),
      dom('p', { class: 'small' }, [dom('a', { href: `#rule-${rule.id}` }, [t('Sources of this rule')]), ' · ', dom('a', { href: `#${situationCode(s)}` }, [t('Link to this case')])]),
    );
  }
}
