/** Lists of codes that the browser's code needs too. They stand apart from the schemas, so that no page loads those. */

/** What the plan asks, in this order. Six at most: more would not be answered. */
export const QUESTIONS = ['where', 'account', 'happened', 'product', 'age', 'worry'] as const;
export type QuestionId = (typeof QUESTIONS)[number];

/** What a link check can find. */
export const LINK_RESULTS = ['ok', 'redirected', 'blocked', 'gone', 'error', 'timeout'] as const;
export type LinkResult = (typeof LINK_RESULTS)[number];

/** Why a capture of a policy is left out of its history; `src/domain/policy-history.ts` says what each means. */
export const DROPS = ['recording', 'broken', 'repeated', 'unchanged', 'seen-before', 'stray'] as const;
