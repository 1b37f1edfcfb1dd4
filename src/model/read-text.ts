/**
 * Reads one file of the content folder, or says why it cannot be used. What an editor, a copy or another system does to
 * a text (another encoding, invisible characters, a link in place of a file) is found here, before it is parsed.
 */
import { lstatSync, readFileSync } from 'node:fs';
import type { ReadFailure } from '../domain/raw.ts';

/** In bytes. A text of 100 kB is a book; a list of 1 MB is a file that was put here by mistake. */
export const MOST_BYTES = { text: 100_000, list: 1_000_000 };

/** Control characters, zero-width and direction characters, and what stands for a lost one. Joiners are words' own. */
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffd]/u;
/** UTF-8 that was once read as Windows-1252 and saved again: “â€™” for an apostrophe, “Ã©” for é. */
const TWICE = /â€|Ã[\u0080-\u00bf]|Â[\u00a0-\u00bf]/u;

const lineOf = (text: string, index: number): number => text.slice(0, index).split('\n').length;
const code = (c: string): string => `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** What is wrong with the bytes of a text file, or its text with line ends of one kind. */
export function decodeText(bytes: Uint8Array, file: string): { text: string } | { failure: ReadFailure } {
  const failure = (message: string, mend: string, line?: number) => ({ failure: { file, line, message, mend } });
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return failure('the file is UTF-16', 'save it as UTF-8 without a byte order mark');
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return failure('the file begins with a byte order mark', 'save it as UTF-8 without a byte order mark');
  let raw: string;
  try {
    raw = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return failure(
      'the file is not valid UTF-8',
      'save it as UTF-8; your editor lists it under “encoding”',
      lineOf(new TextDecoder().decode(bytes), new TextDecoder().decode(bytes).indexOf('\ufffd')),
    );
  }
  // Line ends of Windows are kept by some editors and by Git on Windows; they change nothing.
  const text = raw.replaceAll('\r\n', '\n');
  const lone = text.indexOf('\r');
  if (lone >= 0) return failure('the line ends are those of an old Macintosh', 'save the file with Unix line ends', 1);
  const hidden = INVISIBLE.exec(text);
  if (hidden) return failure(`an invisible character (${code(hidden[0])})`, 'delete this character; it came with a copied text or with a broken file', lineOf(text, hidden.index));
  const twice = TWICE.exec(text);
  if (twice) return failure(`“${twice[0]}” stands where another letter was meant`, 'the text was saved in the wrong encoding: type the letter anew and save as UTF-8', lineOf(text, twice.index));
  const nfc = text.normalize('NFC');
  if (nfc !== text) {
    let at = 0;
    while (text[at] === nfc[at]) at += 1;
    return failure('a letter is put together from two characters', 'type the letter anew, so that it is one character (Unicode NFC)', lineOf(text, at));
  }
  return { text };
}

/** @param path on disk @param file as it is named in messages */
export function readBytes(path: string, file: string): { bytes: Uint8Array } | { failure: ReadFailure } {
  const failure = (message: string, mend: string) => ({ failure: { file, message, mend } });
  try {
    const stat = lstatSync(path);
    if (stat.isSymbolicLink()) return failure('the file is a symbolic link', 'put the file itself here');
    if (!stat.isFile()) return failure('this is no file', 'remove it, or give it another name');
    const most = path.endsWith('.mdx') ? MOST_BYTES.text : MOST_BYTES.list;
    if (stat.size > most) return failure(`the file has ${stat.size} bytes; at most ${most} are read`, 'split it, or remove what was put in by mistake');
    const bytes = readFileSync(path);
    return bytes.length > 0 ? { bytes } : failure('the file is empty', 'bring its text back, or remove it');
  } catch (e) {
    const missing = (e as NodeJS.ErrnoException).code === 'ENOENT';
    return missing ? failure('the file is missing', 'bring it back: the site is made from it') : failure(`the file cannot be read: ${(e as Error).message}`, 'give yourself the right to read it');
  }
}
