/** Every page of the plan: its answers, address and title. */
import { t } from '../domain/t.ts';
import { combinations, PAGE_QUESTIONS, planPath, type Answers } from '../domain/plan.ts';
import { plan } from './entries.ts';
import { listPages } from './pages.ts';

/** The answers in the few words of a title. */
export const answerWords = (known: Answers): string =>
  PAGE_QUESTIONS.flatMap((q) => (known[q] === undefined ? [] : (plan.questions.find((x) => x.id === q)?.options.find((o) => o.id === known[q])?.short ?? ''))).join(', ');

const isWhole = (known: Answers): boolean => PAGE_QUESTIONS.every((q) => known[q] !== undefined);

export const planPages: { known: Answers; path: string; title: string }[] = [{} as Answers, ...PAGE_QUESTIONS.flatMap((_, i) => combinations(plan.questions.slice(0, i + 1)))].map((known) => ({
  known,
  path: planPath(known),
  title: answerWords(known) === '' ? listPages.plan.title : `${isWhole(known) ? t('Your plan') : t('Plan')}: ${answerWords(known)}`,
}));
