/**
 * Puts the words of a language into the code as it is built. The server has all of them; a script for the browser has
 * its own only, written into each call, so that no reader loads a list of words.
 */
import type { Plugin } from 'vite';
import type { Words } from '../domain/t.ts';

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

export function wordsPlugin(language: string, words: Words): Plugin {
  return {
    name: 'words',
    transform(code, id) {
      const path = id.split('?')[0] ?? '';
      const client = this.environment.config.consumer === 'client';
      if (path.endsWith('/src/domain/t.ts')) {
        const out = code
          .replace(/(const LANGUAGE\b[^=]*=\s*)['"]en['"]/, (_, before: string) => before + JSON.stringify(language))
          .replace(/(const WORDS\b[^=]*=\s*)\{\s*\}/, (_, before: string) => before + JSON.stringify(client ? {} : words));
        if (out === code && language !== 'en') throw new Error('src/domain/t.ts no longer declares LANGUAGE and WORDS as src/integrations/words.ts expects');
        return { code: out, map: null };
      }
      if (!client || language === 'en' || !/\/src\/.*\.(ts|astro)$/.test(path)) return undefined;
      return { code: inWords(code, words), map: null };
    },
  };
}
