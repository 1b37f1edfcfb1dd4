/** Is a piece of content within what Meta says it trains on? Rules from top to bottom, the first that fits decides. Pure. */
import { t } from './t.ts';

export interface Situation {
  kind: string;
  audience: string;
  account: string;
  age: string;
}
export interface ScopeRule {
  id: string;
  when: { [K in keyof Situation]?: readonly string[] | undefined };
  verdict: 'covered' | 'left-out' | 'disputed' | 'unclear';
  why: string;
  claims: readonly string[];
}
const KEYS = ['kind', 'audience', 'account', 'age'] as const;

export const fits = (rule: ScopeRule, s: Situation): boolean => KEYS.every((k) => rule.when[k]?.includes(s[k]) ?? true);

/** Throws where no rule fits: the content check sees to it that each situation has one. */
export function verdictFor(rules: readonly ScopeRule[], s: Situation): ScopeRule {
  const rule = rules.find((r) => fits(r, s));
  if (!rule) throw new Error(`no rule for ${KEYS.map((k) => s[k]).join(', ')}`);
  return rule;
}

export interface ScopeLists {
  kinds: readonly { id: string }[];
  audiences: readonly { id: string }[];
  accounts: readonly { id: string }[];
  ages: readonly { id: string }[];
}
/** Every situation, in the order of the lists. */
export const situations = (l: ScopeLists): Situation[] =>
  l.kinds.flatMap((k) => l.audiences.flatMap((a) => l.accounts.flatMap((c) => l.ages.map((g) => ({ kind: k.id, audience: a.id, account: c.id, age: g.id })))));

/** `#post.public.open.adult`, the shareable form of a situation. Unknown words give nothing. */
export const situationCode = (s: Situation): string => KEYS.map((k) => s[k]).join('.');
export function parseSituation(code: string, l: ScopeLists): Situation | undefined {
  return situations(l).find((s) => situationCode(s) === code);
}

export const VERDICT = {
  covered: { sign: '●', word: t('Covered') },
  'left-out': { sign: '○', word: t('Left out') },
  disputed: { sign: '◐', word: t('Disputed') },
  unclear: { sign: '?', word: t('Not settled') },
} as const;
