/**
 * The plan: questions, and steps that belong to answers. Pure. The first three answers choose a page, the others
 * choose among its steps in the browser; so the whole tree also works as plain pages.
 */
import { QUESTIONS, type QuestionId } from '../schema/codes.ts';
import { holds, type When } from './letter.ts';

export { QUESTIONS };
/** Those that choose the page, and those that only choose among its steps. */
export const PAGE_QUESTIONS = QUESTIONS.slice(0, 3);
export const STEP_QUESTIONS = QUESTIONS.slice(3);

export type Answers = Readonly<Partial<Record<QuestionId, string>>>;

export interface PlanLink {
  path: string;
  label: string;
  when?: When | undefined;
}
export interface PlanStep {
  id: string;
  title: string;
  text: string;
  claims?: readonly string[] | undefined;
  when?: When | undefined;
  links: readonly PlanLink[];
}
/** How a plan ends: what comes next and by when. */
export interface PlanEnding {
  id: string;
  text: string;
  claims?: readonly string[] | undefined;
  when: When;
}
export interface PlanQuestion {
  id: QuestionId;
  ask: string;
  why: string;
  options: readonly { id: string; label: string; short: string }[];
}

/** Splits a condition into what the page already knows and what is left to ask; undefined when it cannot hold. */
export function remaining(when: When | undefined, known: Answers): When | undefined | false {
  const entries = Object.entries(when ?? {});
  const decided = entries.filter(([key]) => known[key as QuestionId] !== undefined);
  if (!holds(Object.fromEntries(decided), known as Record<string, string>, '')) return false;
  const rest = entries.filter(([key]) => known[key as QuestionId] === undefined);
  return rest.length > 0 ? Object.fromEntries(rest) : undefined;
}

export interface OpenStep extends PlanStep {
  /** What of its condition is still open. */
  left?: When | undefined;
}

/** The steps that fit the answers so far, in order. */
export const planFor = (steps: readonly PlanStep[], known: Answers): OpenStep[] =>
  steps.flatMap((step) => {
    const left = remaining(step.when, known);
    if (left === false) return [];
    return [{ ...step, left, links: step.links.filter((l) => remaining(l.when, known) !== false) }];
  });

/** The endings that fit; a sound plan has one for each page. */
export const endingsFor = (endings: readonly PlanEnding[], known: Answers): PlanEnding[] => endings.filter((e) => holds(e.when, known as Record<string, string>, ''));

export const planPath = (known: Answers): string =>
  `/plan/${PAGE_QUESTIONS.flatMap((q) => known[q] ?? [])
    .map((a) => `${a}/`)
    .join('')}`;

/** Reads the answers a link carries after `#`. Only listed answers count; anything else is as if nothing was said. */
export function fromFragment(hash: string, questions: readonly PlanQuestion[]): Answers {
  const parts = hash.replace(/^#/, '').split('.');
  const answers: Partial<Record<QuestionId, string>> = {};
  for (const [i, id] of STEP_QUESTIONS.entries()) {
    const part = parts[i];
    if (part === undefined || !questions.find((q) => q.id === id)?.options.some((o) => o.id === part)) break;
    answers[id] = part;
  }
  return answers;
}

/** Every combination of answers to the given questions. */
export function combinations(questions: readonly PlanQuestion[]): Answers[] {
  return questions.reduce<Answers[]>((all, q) => all.flatMap((a) => q.options.map((o) => ({ ...a, [q.id]: o.id }))), [{}]);
}
