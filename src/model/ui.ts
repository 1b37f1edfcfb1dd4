import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { uiSchema, type Ui } from '../schema/ui.ts';

/** Interface words of one language; a missing or unknown key stops the build. */
export function uiStrings(lang: string): Ui {
  const file = `content/${lang}/ui.yml`;
  const result = uiSchema.safeParse(parse(readFileSync(file, 'utf8')));
  if (!result.success) throw new Error(`${file}: ${result.error.issues.map((i) => `${i.path.join('.')} ${i.message}`).join('; ')}`);
  return result.data;
}

export const ui = uiStrings('en');
