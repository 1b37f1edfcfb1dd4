/**
 * The days that follow from a reply, or from none. What the law sets is counted by `deadline`; a week to write back
 * and 14 days before a complaint are our own suggestions, as the letters say. Pure.
 */
import { addDays, workingDaysAfter } from './calendar.ts';
import { dayError, deadline, type DayError, type Holidays } from './deadline.ts';

export const replyIds = ['confirmed', 'cannot-act', 'wants-more', 'wants-id', 'other-language', 'silence'] as const;
export type ReplyId = (typeof replyIds)[number];

/** `other`: no fixed time for an answer to an objection was found, and our letters ask for 30 days. */
export const replyLaws = ['gdpr', 'uk', 'other'] as const;
export type ReplyLaw = (typeof replyLaws)[number];

/** Days to write back to a reply, and to wait for the answer to a reminder: ours, not the law's. */
export const WRITE_BACK_DAYS = 7;
export const LAST_WAIT_DAYS = 14;
const ASKED_DAYS = 30;

export interface ReplyDays {
  /** The day the objection arrived, or empty. */
  objected: string;
  /** The day of the reply, or empty. */
  replied: string;
}
export interface NextDay {
  /** `asked`: due only because our letter asks for it. `month-after`: a month from the day the reader writes back. */
  what: 'look-again' | 'due' | 'asked' | 'write-from' | 'write-by' | 'month-after' | 'complain-from';
  day: string;
}

/** The next days for one kind of reply, in the order of the calendar; empty when the day they hang on is not given. */
export function nextDays(reply: ReplyId, { objected, replied }: ReplyDays, law: ReplyLaw, holidays: Holidays): NextDay[] {
  const count = (from: string): { due: NextDay; remind: string } => {
    if (law === 'other') {
      const day = addDays(from, ASKED_DAYS);
      return { due: { what: 'asked', day }, remind: workingDaysAfter(day, 2, holidays.days) };
    }
    const d = deadline(from, law, holidays);
    return { due: { what: 'due', day: d.due }, remind: d.remind };
  };
  const first = objected ? count(objected) : undefined;
  const writeBy: NextDay[] = replied ? [{ what: 'write-by', day: addDays(replied, WRITE_BACK_DAYS) }] : [];
  const back = writeBy[0]?.day;
  const days = ((): NextDay[] => {
    switch (reply) {
      case 'confirmed':
        return first ? [{ what: 'look-again', day: first.due.day }] : [];
      case 'silence':
        return first ? [first.due, { what: 'write-from', day: first.remind }, { what: 'complain-from', day: addDays(first.remind, LAST_WAIT_DAYS) }] : [];
      case 'cannot-act':
        return back ? [...writeBy, { what: 'complain-from', day: addDays(back, LAST_WAIT_DAYS) }] : [];
      case 'other-language':
        return [...writeBy, ...(first ? [first.due] : [])];
      case 'wants-more':
      case 'wants-id':
        return back ? [...writeBy, { what: 'month-after', day: count(back).due.day }] : [];
    }
  })();
  return days.sort((a, b) => a.day.localeCompare(b.day));
}

export type ReplyDayError = DayError | 'none' | 'order';

/** What is wrong with the two days; both may not be missing, and a reply comes after the objection. */
export function replyDayErrors({ objected, replied }: ReplyDays, today: string): Partial<Record<keyof ReplyDays, ReplyDayError>> {
  if (objected === '' && replied === '') return { objected: 'none' };
  const errors: Partial<Record<keyof ReplyDays, ReplyDayError>> = {};
  for (const [name, value] of [
    ['objected', objected],
    ['replied', replied],
  ] as const) {
    const wrong = value === '' ? undefined : dayError(value, today);
    if (wrong) errors[name] = wrong;
  }
  if (!errors.objected && !errors.replied && objected && replied && replied < objected) errors.replied = 'order';
  return errors;
}
