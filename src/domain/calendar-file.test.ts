import assert from 'node:assert/strict';
import { test } from 'node:test';
import ICAL from 'ical.js';
import { calendarFile, fold } from './calendar-file.ts';

const STAMP = new Date('2026-11-24T10:00:00Z');
const event = {
  uid: 'gdpr-2026-11-23-due@right-to-object',
  day: '2026-12-31',
  title: 'Last day; really, the last \\ one',
  text: 'Line one\nÜber 75 octets: äöüß äöüß äöüß äöüß äöüß äöüß äöüß äöüß äöüß 👩‍👩‍👧 end',
};

test('a calendar program reads the file back as it was written', () => {
  const text = calendarFile([event, { ...event, uid: 'b', day: '2027-02-28' }], STAMP);
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  assert.equal(calendar.getFirstPropertyValue('version'), '2.0');
  const events = calendar.getAllSubcomponents('vevent');
  assert.equal(events.length, 2);
  const first = new ICAL.Event(events[0] as never);
  assert.equal(first.uid, event.uid);
  assert.equal(first.summary, event.title);
  assert.equal(first.description, event.text);
  assert.equal(first.startDate.toString(), '2026-12-31');
  assert.ok(first.startDate.isDate, 'a whole day');
  assert.equal(first.endDate.toString(), '2027-01-01', 'the end is the next day, also at the end of a year');
  const alarm = events[0]?.getFirstSubcomponent('valarm');
  assert.equal(alarm?.getFirstPropertyValue('action'), 'DISPLAY');
});

test('lines end with CRLF, have at most 75 octets and cut no character', () => {
  const text = calendarFile([event], STAMP);
  assert.ok(!/[^\r]\n/.test(text) && text.endsWith('END:VCALENDAR\r\n'));
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  assert.equal(fold('é'.repeat(100)).replaceAll('\r\n ', ''), 'é'.repeat(100));
});

test('the same events make the same file', () => {
  assert.equal(calendarFile([event], STAMP), calendarFile([event], STAMP));
});

test('a calendar to subscribe to has a name and an address, keeps each entry’s own stamp, and rings no bell', () => {
  const text = calendarFile([{ ...event, url: 'https://example.org/timeline/#x', stamp: '2026-11-23' }], STAMP, { name: 'Dates; all', description: 'D', source: 'https://example.org/calendar.ics' });
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  // The program we test with does not know this newer name (RFC 7986) and leaves its text as it stands.
  assert.match(text, /\r\nNAME:Dates\\; all\r\n/);
  assert.equal(calendar.getFirstPropertyValue('source'), 'https://example.org/calendar.ics');
  assert.equal(String(calendar.getFirstPropertyValue('refresh-interval')), 'P1D');
  const own = calendar.getFirstSubcomponent('vevent');
  assert.equal(String(own?.getFirstPropertyValue('dtstamp')), '2026-11-23T00:00:00Z');
  assert.equal(own?.getFirstPropertyValue('url'), 'https://example.org/timeline/#x');
  assert.equal(own?.getFirstSubcomponent('valarm'), null);
});
