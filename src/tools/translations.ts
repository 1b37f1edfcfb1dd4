/**
 * npm run translations                       what each language has, and how much of it lags behind the English
 * npm run translations -- de                 every problem of one language, and what it lacks
 * npm run translations -- de articles/x.mdx  of some of its files
 * npm run translations -- de --stamp FILE …  notes in these files that they follow the English as it stands now
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { OWN } from '../domain/translation.ts';
import { languageFile, problemsOf, readFile, englishOf, stamp, termsOf, translatable, version } from '../model/translations.ts';
import { interfaceTexts } from '../model/interface-texts.ts';

const root = process.cwd();
const [lang, ...rest] = process.argv.slice(2);
const all = translatable(root);
const languages = readdirSync(join(root, 'content')).filter((d) => /^_?[a-z]{2}$/.test(d) && d !== 'en');
const folderOf = (l: string): string => `content/${languages.find((d) => d.replace('_', '') === l) ?? l}`;

function missingWords(folder: string): { text: string; one?: string }[] {
  const file = join(root, folder, 'ui.yml');
  const own = existsSync(file) ? ((parse(readFileSync(file, 'utf8')) as Record<string, unknown> | null) ?? {}) : {};
  return interfaceTexts(root).filter((s) => own[s.text] === undefined);
}

if (!lang) {
  for (const l of languages)
    console.log(`${l}: ${all.filter((f) => existsSync(join(root, 'content', l, f))).length} of ${all.length} files, ${missingWords(`content/${l}`).length} words of the interface missing`);
} else {
  const folder = folderOf(lang);
  /** With the letters alone, what is not there is meant to be English. */
  const letters = languageFile(root, folder)?.extent === 'letters';
  const terms = termsOf(root, folder);
  const files = rest.filter((f) => f !== '--stamp' && !OWN.test(f));
  const there = all.filter((f) => existsSync(join(root, folder, f)));
  if (rest.includes('--stamp')) for (const f of files.length > 0 ? files : there) stamp(join(root, folder, f), version(f, readFile(englishOf(root, f))));
  let bad = 0;
  for (const f of files.length > 0 ? files : there)
    for (const p of problemsOf(root, folder, lang, f, terms).filter((d) => !(letters && d.missing))) {
      bad++;
      console.log(`${folder}/${f}${p.line ? `:${p.line}` : ''}  ${p.what}\n    -> ${p.mend}`);
    }
  if (files.length === 0 && !letters) {
    const missing = all.filter((f) => !there.includes(f));
    if (missing.length > 0) console.log(`Not translated yet (${missing.length}): ${missing.join(' ')}`);
    const words = missingWords(folder);
    if (words.length > 0)
      console.log(
        `${words.length} words of the interface are missing in ${folder}/ui.yml:\n${words.map((w) => (w.one ? `${JSON.stringify(w.text)}: {one: ${JSON.stringify(w.one)}, other: ${JSON.stringify(w.text)}}` : `${JSON.stringify(w.text)}: ${JSON.stringify(w.text)}`)).join('\n')}`,
      );
  }
  console.log(bad === 0 ? 'No problem found.' : `${bad} problems.`);
  if (bad > 0) process.exitCode = 1;
}
