/** Calendar files after RFC 5545, small enough to read: whole-day events, each with a reminder on its morning. */
import { addDays } from './calendar.ts';

export interface CalendarEvent {
  /** Stable: importing the file twice makes no second event. */
  uid: string;
  day: string;
  title: string;
  text: string;
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

/** @param stamp when the file is made */
export function calendarFile(events: readonly CalendarEvent[], stamp: Date): string {
  const at = stamp.toISOString().replace(/[-:]|\.\d+/g, '');
  const bare = (day: string) => day.replaceAll('-', '');
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Right to Object//Deadlines//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH'];
  for (const e of events)
    lines.push(
      'BEGIN:VEVENT',
      `UID:${e.uid}`,
      `DTSTAMP:${at}`,
      `DTSTART;VALUE=DATE:${bare(e.day)}`,
      `DTEND;VALUE=DATE:${bare(addDays(e.day, 1))}`,
      `SUMMARY:${escape(e.title)}`,
      `DESCRIPTION:${escape(e.text)}`,
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escape(e.title)}`,
      // Nine in the morning of the day, in the reader's own time.
      'TRIGGER;RELATED=START:PT9H',
      'END:VALARM',
      'END:VEVENT',
    );
  return `${[...lines, 'END:VCALENDAR'].map(fold).join('\r\n')}\r\n`;
}
