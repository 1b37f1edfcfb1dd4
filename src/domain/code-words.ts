/** What code says through `t` and `tn` (t.ts), found and put into another language without running it. */
import type { Words } from './t.ts';

const TEXT = String.raw`'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"`;
const CALL = new RegExp(String.raw`(?<![\w$.])(tn?)\(\s*(${TEXT})(?:\s*,\s*(${TEXT})(?=\s*,))?`, 'g');

/** The text of a string as it is written in code. */
export const literal = (code: string): string =>
  JSON.parse(
    `"${code
      .slice(1, -1)
      .replace(/\\(['`])/g, '$1')
      .replace(/(?<!\\)"/g, '\\"')}"`,
  ) as string;

/** Every text that code says through `t` and `tn`; of `tn` the plural, by which its forms are found. */
export function saidIn(code: string): { text: string; one?: string }[] {
  return [...code.matchAll(CALL)].map(([, call, first = '', second]) => (call === 'tn' && second ? { text: literal(second), one: literal(first) } : { text: literal(first) }));
}

/** Writes the words of a language into the calls of a script. */
export function inWords(code: string, words: Words): string {
  return code.replace(CALL, (whole: string, call: string, first: string, second: string | undefined) => {
    const own = words[literal(call === 'tn' && second ? second : first)];
    if (own === undefined) return whole;
    if (call === 't') return typeof own === 'string' ? whole.replace(first, () => JSON.stringify(own)) : whole;
    return typeof own === 'object' && second ? whole.replace(first, () => JSON.stringify(own)) : whole;
  });
}
