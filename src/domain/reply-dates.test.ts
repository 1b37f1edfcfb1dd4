import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, isDay } from './calendar.ts';
import { deadline, type Holidays } from './deadline.ts';
import { nextDays, replyDayErrors, replyIds, replyLaws } from './reply-dates.ts';

const none: Holidays = { days: new Map(), from: 2020, to: 2050 };
const christmas: Holidays = {
  days: new Map([
    ['2026-12-25', 'Christmas Day'],
    ['2026-12-26', "St. Stephen's Day"],
  ]),
  from: 2026,
  to: 2027,
};
const days = (...args: Parameters<typeof nextDays>) => nextDays(...args).map((d) => `${d.what} ${d.day}`);

test('each reply has its days, from the objection or from the reply', () => {
  const both = { objected: '2026-11-25', replied: '2026-12-01' };
  assert.deepEqual(days('silence', both, 'gdpr', christmas), ['due 2026-12-28', 'write-from 2026-12-30', 'complain-from 2027-01-13']);
  assert.deepEqual(days('confirmed', both, 'gdpr', christmas), ['look-again 2026-12-28']);
  assert.deepEqual(days('cannot-act', both, 'gdpr', christmas), ['write-by 2026-12-08', 'complain-from 2026-12-22']);
  assert.deepEqual(days('wants-more', both, 'gdpr', christmas), ['write-by 2026-12-08', 'month-after 2027-01-08']);
  assert.deepEqual(days('wants-id', both, 'uk', christmas), ['write-by 2026-12-08', 'month-after 2027-01-08']);
  assert.deepEqual(days('other-language', both, 'gdpr', christmas), ['write-by 2026-12-08', 'due 2026-12-28']);
  assert.deepEqual(days('silence', both, 'other', none), ['asked 2026-12-25', 'write-from 2026-12-29', 'complain-from 2027-01-12'], 'no law is named where none was found');
});

test('a day that was not given gives no day', () => {
  assert.deepEqual(days('silence', { objected: '', replied: '2026-12-01' }, 'gdpr', none), []);
  assert.deepEqual(days('cannot-act', { objected: '2026-11-25', replied: '' }, 'gdpr', none), []);
  assert.deepEqual(days('other-language', { objected: '', replied: '2026-12-01' }, 'gdpr', none), ['write-by 2026-12-08']);
});

test('over twenty years: every day is real, in order, and the law’s day is the counter’s', () => {
  for (let day = '2024-01-01'; day < '2044-01-01'; day = addDays(day, 11))
    for (const law of replyLaws)
      for (const reply of replyIds) {
        const list = nextDays(reply, { objected: day, replied: addDays(day, 9) }, law, none);
        assert.ok(list.length > 0 && list.every((d) => isDay(d.day) && d.day > day), `${reply} ${law} ${day}`);
        assert.deepEqual(
          list.map((d) => d.day),
          list.map((d) => d.day).sort(),
        );
        for (const d of list) if (d.what === 'due') assert.equal(d.day, deadline(day, law as 'gdpr', none).due);
      }
});

test('what is wrong with the days is said for the field it is in', () => {
  const today = '2026-11-24';
  assert.deepEqual(replyDayErrors({ objected: '', replied: '' }, today), { objected: 'none' });
  assert.deepEqual(replyDayErrors({ objected: '2026-11-25', replied: '' }, today), { objected: 'future' });
  assert.deepEqual(replyDayErrors({ objected: '', replied: '2023-01-01' }, today), { replied: 'too-old' });
  assert.deepEqual(replyDayErrors({ objected: '2026-11-10', replied: '2026-11-09' }, today), { replied: 'order' });
  assert.deepEqual(replyDayErrors({ objected: 'impossible', replied: '2026-11-09' }, today), { objected: 'impossible' });
  assert.deepEqual(replyDayErrors({ objected: '2026-11-10', replied: '2026-11-10' }, today), {});
});
