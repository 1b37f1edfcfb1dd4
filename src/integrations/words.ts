/**
 * Puts the words of a language into the code as it is built. The server has all of them; a script for the browser has
 * its own only, written into each call, so that no reader loads a list of words.
 */
import type { Plugin } from 'vite';
import { inWords } from '../domain/code-words.ts';
import type { Words } from '../domain/t.ts';

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
