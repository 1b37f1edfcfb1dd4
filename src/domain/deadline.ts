/**
 * By when an answer is due. Each rule names the provision it follows; each result shows its count. Days are
 * `YYYY-MM-DD` text. Holidays are those of the place where the action has to be taken (Art. 2(1) of Regulation
 * 1182/71): for an answer by Meta in Dublin, Ireland's. That choice is our reading.
 */
import { t } from './t.ts';
import { addDays, addMonths, isDay, nextWorkingDay, workingDaysAfter } from './calendar.ts';

/** Names of public holidays by day, and the years they are known for (inclusive). */
export interface Holidays {
  days: ReadonlyMap<string, string>;
  from: number;
  to: number;
}

export interface Rule {
  id: RuleId;
  /** The provision, as it is cited. */
  cites: string;
  unit: 'months' | 'days';
  count: number;
  /** Latest extended length in the same unit, where the law allows one. */
  extended?: number;
  /** Whether the day of receipt is the first day counted. */
  firstDayCounts: boolean;
  /** Whether a last day on a weekend or holiday moves to the next working day. */
  moves: boolean;
}

export const ruleIds = ['gdpr', 'uk', 'uk-complaint', 'ch', 'br', 'authority'] as const;
export type RuleId = (typeof ruleIds)[number];

/** Art. 3 of Regulation (EEC, Euratom) No 1182/71 for the EU; the others as their own law reads. */
export const RULES: Record<RuleId, Rule> = {
  gdpr: { id: 'gdpr', cites: t('Art. 12(3) GDPR; Art. 3 of Regulation 1182/71'), unit: 'months', count: 1, extended: 3, firstDayCounts: false, moves: true },
  uk: { id: 'uk', cites: t('Arts 12(3) and 12A UK GDPR'), unit: 'months', count: 1, extended: 3, firstDayCounts: false, moves: true },
  // "beginning when the complaint is received": the day of receipt is read as day one.
  'uk-complaint': { id: 'uk-complaint', cites: t('s. 164A(3) Data Protection Act 2018'), unit: 'days', count: 30, firstDayCounts: true, moves: false },
  ch: { id: 'ch', cites: t('Art. 25(7) FADP'), unit: 'days', count: 30, firstDayCounts: false, moves: false },
  br: { id: 'br', cites: t('Art. 19 II LGPD'), unit: 'days', count: 15, firstDayCounts: false, moves: false },
  authority: { id: 'authority', cites: t('Art. 78(2) GDPR; Art. 3 of Regulation 1182/71'), unit: 'months', count: 3, firstDayCounts: false, moves: true },
};

/** One line of the count: a day and what it is. */
export interface Step {
  day: string;
  kind: 'sent' | 'received' | 'counts-from' | 'same-date' | 'month-end' | 'last-day' | 'weekend' | 'holiday' | 'due';
  /** For a holiday its name; for `sent` the number of days assumed for the post. */
  detail?: string;
}

export interface Deadline {
  rule: Rule;
  due: string;
  /** The latest day if the controller announced an extension with reasons in time (Art. 12(3) GDPR). */
  extended?: string;
  /** Two working days after `due`: a minority reading counts one day more, so nobody should write on the day itself. */
  remind: string;
  steps: Step[];
  extendedSteps?: Step[];
  /** False when a day lies outside the years the holidays are known for. */
  holidaysKnown: boolean;
}

function last(received: string, rule: Rule, count: number, holidays: Holidays): { due: string; steps: Step[] } {
  const steps: Step[] = [
    { day: received, kind: 'received' },
    { day: rule.firstDayCounts ? received : addDays(received, 1), kind: 'counts-from' },
  ];
  let end: string;
  if (rule.unit === 'months') {
    const month = addMonths(received, count);
    end = month.day;
    steps.push({ day: end, kind: month.cut ? 'month-end' : 'same-date' });
  } else {
    end = addDays(received, count - (rule.firstDayCounts ? 1 : 0));
    steps.push({ day: end, kind: 'last-day' });
  }
  const due = rule.moves ? nextWorkingDay(end, holidays.days) : end;
  for (let d = end; d < due; d = addDays(d, 1)) {
    const name = holidays.days.get(d);
    steps.push(name === undefined ? { day: d, kind: 'weekend' } : { day: d, kind: 'holiday', detail: name });
  }
  steps.push({ day: due, kind: 'due' });
  return { due, steps };
}

/** @param received the day the message reached the controller or authority */
export function deadline(received: string, id: RuleId, holidays: Holidays): Deadline {
  if (!isDay(received)) throw new RangeError(`"${received}" is not a day of the calendar`);
  const rule = RULES[id];
  const first = last(received, rule, rule.count, holidays);
  const later = rule.extended === undefined ? undefined : last(received, rule, rule.extended, holidays);
  const remind = workingDaysAfter(first.due, 2, holidays.days);
  const years = [received, first.due, remind, later?.due ?? received].map((d) => Number(d.slice(0, 4)));
  return {
    rule,
    due: first.due,
    remind,
    steps: first.steps,
    ...(later && { extended: later.due, extendedSteps: later.steps }),
    holidaysKnown: Math.min(...years) >= holidays.from && Math.max(...years) <= holidays.to,
  };
}

/** An ordinary letter leaves no proof of arrival. Our own cautious guess, and said to be one. */
export const ASSUMED_POST_DAYS = 7;
export const assumedArrival = (posted: string): string => addDays(posted, ASSUMED_POST_DAYS);

export type DayError = 'missing' | 'impossible' | 'future' | 'too-old';
/** What is wrong with the day a reader entered. The first objections in this matter date from 2024. */
export function dayError(text: string, today: string): DayError | undefined {
  const value = text.trim();
  if (value === '') return 'missing';
  if (!isDay(value)) return 'impossible';
  if (value > today) return 'future';
  if (value < '2024-01-01') return 'too-old';
  return undefined;
}
