import assert from 'node:assert/strict';
import { test } from 'node:test';
import Holidays from 'date-holidays';
import { addDays, addMonths, daysBetween, isDay, isWorkingDay, weekday } from './calendar.ts';
import { assumedArrival, dayError, deadline, RULES, ruleIds, type Holidays as Known } from './deadline.ts';

const YEARS = { from: 2020, to: 2045 };
function known(country: string, state?: string): Known {
  const h = state ? new Holidays(country, state) : new Holidays(country);
  const days = new Map<string, string>();
  for (let y = YEARS.from; y <= YEARS.to; y++) for (const d of h.getHolidays(y, 'en')) if (d.type === 'public') days.set(d.date.slice(0, 10), d.name);
  return { days, ...YEARS };
}
const ie = known('IE');
const gb = known('GB', 'ENG');

// Worked by hand from Art. 3 of Regulation 1182/71 and the list of Irish public holidays.
const worked: [received: string, due: string, extended: string | undefined][] = [
  ['2026-11-23', '2026-12-23', '2027-02-23'],
  ['2026-11-25', '2026-12-28', undefined],
  ['2026-11-30', '2026-12-30', '2027-03-01'],
  ['2026-12-01', '2027-01-04', undefined],
  ['2026-08-31', '2026-09-30', undefined],
  ['2026-12-31', '2027-02-02', undefined],
  ['2027-01-29', '2027-03-01', undefined],
  ['2027-01-31', '2027-03-01', undefined],
  ['2027-02-17', '2027-03-18', undefined],
  ['2027-02-28', '2027-03-30', undefined],
  ['2028-01-31', '2028-02-29', undefined],
];
for (const [received, due, extended] of worked)
  test(`GDPR: received ${received}, due ${due}`, () => {
    const d = deadline(received, 'gdpr', ie);
    assert.equal(d.due, due);
    if (extended) assert.equal(d.extended, extended);
    assert.equal(d.steps.at(-1)?.day, due);
    assert.equal(d.steps[1]?.day, addDays(received, 1), 'the day of receipt does not count');
  });

test('the other rules, from 23 November 2026', () => {
  const from = '2026-11-23';
  assert.equal(deadline(from, 'uk', gb).due, '2026-12-23');
  assert.equal(deadline(from, 'uk-complaint', gb).due, '2026-12-22', 'the day of receipt is day one');
  assert.equal(deadline(from, 'ch', ie).due, '2026-12-23');
  assert.equal(deadline(from, 'br', ie).due, '2026-12-08');
  assert.equal(deadline(from, 'authority', ie).due, '2027-02-23');
});

test('the count names the holidays it skips', () => {
  const steps = deadline('2026-11-25', 'gdpr', ie)
    .steps.slice(2)
    .map((s) => `${s.day} ${s.kind}`);
  assert.deepEqual(steps, ['2026-12-25 same-date', '2026-12-25 holiday', '2026-12-26 holiday', '2026-12-27 weekend', '2026-12-28 due']);
});

test('twenty years of days: every rule keeps its own law', () => {
  for (const id of ruleIds) {
    const rule = RULES[id];
    for (let day = '2024-01-01', before = ''; day < '2044-01-01'; day = addDays(day, 1)) {
      const d = deadline(day, id, ie);
      const label = `${id} ${day} -> ${d.due}`;
      assert.ok(isDay(d.due), label);
      assert.ok(d.due >= before, `${label}: a later receipt is never due earlier`);
      before = d.due;
      if (rule.moves) assert.ok(isWorkingDay(d.due, ie.days), `${label}: a working day`);
      if (rule.unit === 'days') assert.equal(daysBetween(day, d.due), rule.count - (rule.firstDayCounts ? 1 : 0), label);
      else {
        const plain = addMonths(day, rule.count);
        assert.ok(d.due >= plain.day && daysBetween(plain.day, d.due) <= 6, `${label}: moved by holidays only`);
        if (d.due > plain.day) assert.ok(!isWorkingDay(plain.day, ie.days), label);
        if (!plain.cut) assert.equal(plain.day.slice(8), day.slice(8), label);
      }
      if (d.extended) assert.ok(d.extended > d.due && isWorkingDay(d.extended, ie.days), label);
      assert.ok(d.remind > d.due && isWorkingDay(d.remind, ie.days), label);
      assert.ok(d.holidaysKnown, label);
    }
  }
});

test('outside the known years the result says so', () => {
  assert.equal(deadline('2045-12-20', 'gdpr', ie).holidaysKnown, false);
});

test('days: real, impossible, too early, in the future', () => {
  assert.equal(weekday('2026-11-23'), 1);
  assert.equal(assumedArrival('2026-11-23'), '2026-11-30');
  const today = '2026-11-24';
  for (const [text, want] of [
    ['', 'missing'],
    ['  ', 'missing'],
    ['2026-02-30', 'impossible'],
    ['2027-13-01', 'impossible'],
    ['yesterday', 'impossible'],
    ['2026-11-25', 'future'],
    ['2023-12-31', 'too-old'],
    ['2026-11-24', undefined],
    [' 2026-11-01 ', undefined],
  ] as const)
    assert.equal(dayError(text, today), want, JSON.stringify(text));
  assert.throws(() => deadline('2026-02-30', 'gdpr', ie), RangeError);
});
