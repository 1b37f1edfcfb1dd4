/**
 * The languages of the site. A folder of `content/` with a `language.yml` is one; a folder that begins with an
 * underscore is a draft. English stands at the root of the site, every other language under its code.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { languageSchema, type Language } from '../schema/language.ts';
import type { Words } from '../domain/t.ts';

/** English first, then by code. Throws with file and remedy where a language.yml is not right. */
export function languages(root: string): Language[] {
  const found = readdirSync(join(root, 'content'))
    .filter((d) => /^[a-z]{2}$/.test(d) && existsSync(join(root, 'content', d, 'language.yml')))
    .map((code) => {
      const file = `content/${code}/language.yml`;
      const result = languageSchema.safeParse({ code, ...(parse(readFileSync(join(root, file), 'utf8')) as object) });
      if (!result.success) throw new Error(`${file}: ${result.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')}. The fields are explained in src/schema/language.ts`);
      return result.data;
    });
  return found.sort((a, b) => Number(b.code === 'en') - Number(a.code === 'en') || (a.code < b.code ? -1 : 1));
}

/** Which language a build makes: of EDITION, else English. Throws on one the site does not have. */
export function editionOf(root: string, env: NodeJS.ProcessEnv): Language {
  const code = env['EDITION'] ?? 'en';
  const found = languages(root).find((l) => l.code === code);
  if (!found)
    throw new Error(
      `EDITION is no language of the site: "${code}". Use one of: ${languages(root)
        .map((l) => l.code)
        .join(', ')}`,
    );
  return found;
}

/** The interface's words of a language, by their English text. English has none: it stands in the code. */
export function interfaceWords(root: string, code: string): Words {
  const file = join(root, 'content', code, 'ui.yml');
  return code === 'en' || !existsSync(file) ? {} : (parse(readFileSync(file, 'utf8')) as Words);
}
