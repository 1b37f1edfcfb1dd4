/** Calendar files after RFC 5545, small enough to read: whole-day events, each with a reminder on its morning. */
import { addDays } from './calendar.ts';
import { atMidnight } from './dates.ts';

export interface CalendarEvent {
  /** Stable: importing the file twice makes no second event. */
  uid: string;
  day: string;
  title: string;
  text: string;
  /** In full. */
  url?: string;
  /** Day the entry was last looked at, where it is not the file's. */
  stamp?: string;
}

/** A calendar to subscribe to, not a file to import once: it has a name and an address, and rings no bell. */
export interface Subscription {
  name: string;
  description: string;
  /** Its own full address. */
  source: string;
}

/** Section 3.3.11: backslash, semicolon, comma and line break are escaped. */
const escape = (text: string): string => text.replace(/[\\;,]/g, (c) => `\\${c}`).replace(/\r\n|\r|\n/g, '\\n');

/** Section 3.1: at most 75 octets a line, continued after a space; no character is cut in two. */
export function fold(line: string): string {
  const encoder = new TextEncoder();
  let out = '';
  let octets = 0;
  for (const char of line) {
    const size = encoder.encode(char).length;
    if (octets + size > 75) {
      out += '\r\n ';
      octets = 1;
    }
    out += char;
    octets += size;
  }
  return out;
}

const moment = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/g, '');
const bare = (day: string): string => day.replaceAll('-', '');

/** RFC 7986 for programs that follow it, the older X- names for those that do not. Asked for again once a day. */
const about = ({ name, description, source }: Subscription): string[] => [
  `NAME:${escape(name)}`,
  `X-WR-CALNAME:${escape(name)}`,
  `DESCRIPTION:${escape(description)}`,
  `X-WR-CALDESC:${escape(description)}`,
  `SOURCE;VALUE=URI:${source}`,
  `URL:${source}`,
  'REFRESH-INTERVAL;VALUE=DURATION:P1D',
  'X-PUBLISHED-TTL:P1D',
];

const alarm = (title: string): string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `DESCRIPTION:${escape(title)}`,
  // Nine in the morning of the day, in the reader's own time.
  'TRIGGER;RELATED=START:PT9H',
  'END:VALARM',
];

/** @param stamp when the file is made, or its newest content @param feed left out in a file to import once */
export function calendarFile(events: readonly CalendarEvent[], stamp: Date, feed?: Subscription): string {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//Right to Object//${feed ? 'Dates' : 'Deadlines'}//EN`, 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', ...(feed ? about(feed) : [])];
  for (const e of events)
    lines.push(
      'BEGIN:VEVENT',
      `UID:${e.uid}`,
      `DTSTAMP:${e.stamp ? moment(atMidnight(e.stamp)) : moment(stamp)}`,
      `DTSTART;VALUE=DATE:${bare(e.day)}`,
      `DTEND;VALUE=DATE:${bare(addDays(e.day, 1))}`,
      `SUMMARY:${escape(e.title)}`,
      `DESCRIPTION:${escape(e.text)}`,
      ...(e.url ? [`URL:${e.url}`] : []),
      'TRANSP:TRANSPARENT',
      ...(feed ? [] : alarm(e.title)),
      'END:VEVENT',
    );
  return `${[...lines, 'END:VCALENDAR'].map(fold).join('\r\n')}\r\n`;
}
