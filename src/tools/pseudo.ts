/**
 * npm run pseudo -- FOLDER  writes two languages nobody speaks, `xa` and `xb` (right to left), into the content of a copy
 * of the project. Tests build them to see what is not translated and what does not fit.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { pseudo } from '../domain/pseudo.ts';
import { nameOf, placeIn, textPaths, textsOf, withTextsAt } from '../domain/translation.ts';
import { englishOf, readFile, translatable, version } from '../model/translations.ts';
import { interfaceTexts } from '../model/interface-texts.ts';

/** Only what a translation holds: the texts where they stand, with the ids around them. */
function textsOnly(value: unknown, file: string): unknown {
  const texts = textsOf(value, textPaths(file));
  const prune = (v: unknown, at: string): unknown => {
    if (typeof v === 'string') return texts.has(at) ? v : undefined;
    if (Array.isArray(v)) return v.map((x, i) => prune(x, placeIn(at, nameOf(x, i))) ?? {});
    if (typeof v !== 'object' || v === null) return undefined;
    const kept = Object.entries(v).flatMap(([k, x]) => {
      const own = k === 'id' ? x : prune(x, placeIn(at, k));
      return own === undefined || (Array.isArray(own) && own.every((o) => typeof o === 'object' && o && Object.keys(o).length === 0)) ? [] : [[k, own]];
    });
    return kept.length > 0 ? Object.fromEntries(kept) : undefined;
  };
  return prune(value, '');
}

export function writePseudo(root: string, code: string, turned: boolean): void {
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, 'content', code, file)), { recursive: true });
    writeFileSync(join(root, 'content', code, file), text);
  };
  write(
    'language.yml',
    stringify({
      name: turned ? 'Pseudo turned' : 'Pseudo',
      direction: turned ? 'rtl' : 'ltr',
      locale: 'en_GB',
      notice: pseudo('This page is available in pseudo.', turned),
      made: pseudo('Made by a program for tests.', turned),
    }),
  );
  write('addresses.yml', stringify({ segments: { letters: 'lettersx', deadline: 'deadlinex', questions: 'questionsx' } }));
  // Easy language has rules of its own, which no made-up letters can keep.
  for (const file of translatable(root).filter((f) => f !== 'info/easy.mdx')) {
    const english = readFile(englishOf(root, file));
    const paths = textPaths(file);
    const texts = new Map([...textsOf(english.value, paths)].map(([at, text]) => [at, pseudo(text, turned, !/(^|\.)(title|description|nav|label|short)$/.test(at))]));
    const value = withTextsAt(textsOnly(english.value, file), texts) as object;
    const follows = version(file, english);
    if (/\.mdx?$/.test(file))
      write(
        file,
        `---\n${stringify({ follows, slug: `${file.replace(/^.*\/|\.mdx?$/g, '')}x`, aliases: [1, 2, 3].map((n) => `pseudo ${n} of ${file.replace(/\W/g, ' ')}`), ...value })}---\n${pseudo(english.body, turned)}`,
      );
    else write(file, `# follows: ${follows}\n${stringify(/^letters\/(?!fields)/.test(file) ? { ...value, aliases: [1, 2, 3].map((n) => `pseudo ${n} of ${file.replace(/\W/g, ' ')}`) } : value)}`);
  }
  const ui = Object.fromEntries(interfaceTexts(root).map(({ text, one }) => [text, one === undefined ? pseudo(text, turned) : { one: pseudo(one, turned), other: pseudo(text, turned) }]));
  write('ui.yml', stringify(ui));
}

if (import.meta.main) {
  const [root = '.'] = process.argv.slice(2);
  writePseudo(root, 'xa', false);
  writePseudo(root, 'xb', true);
}
