/**
 * npm run new -- <kind> <id> [options]: writes a new entry that passes the content check, then runs the check.
 *
 *   question <id> --title "…?" --claims a,b,c [--group basics]
 *   article  <id> --title "…"  --claims a,b,c
 *   guide    <id> --title "…"  --claims a,b,c
 *   claim    <id> --title "…"  --text "…" --source <source id> [--file law]
 *   source   <id> --title "…"  --publisher "…" --url https://… --kind primary|press|analysis|paper
 *   term     <id> --title "…"  --text "one sentence of at most 20 words"
 *   change   <id> --title "…"  --text "…" --page /path/
 *   language <code> --title "its own name" --text "“this page is available in …”, in it" --locale de_DE --made "how it is translated, in it"
 *
 * `--root` names another checkout. Nothing is written when anything is wrong.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { contentProblems } from '../domain/integrity.ts';
import { describe } from '../domain/problems.ts';
import { changeText, claimText, languageText, pageText, sourceText, termText } from '../domain/scaffold.ts';
import { readContent } from '../model/read.ts';
import type { Claim } from '../schema/data.ts';

class Mistake extends Error {}

/** A command that works as it stands: a test runs it. */
export const EXAMPLE = 'question can-i-undo-it --title "Can I undo it?" --claims late-objection-possible,law-gdpr-21-1,law-gdpr-77,law-gdpr-15';
const KINDS = 'question, article, guide, claim, source, term, change or language';

const FOLDERS = { question: 'questions', article: 'articles', guide: 'guides' } as const;
const option = { type: 'string' } as const;

interface Planned {
  file: string;
  /** The whole text of the file, with the new entry. */
  text: string;
  root: string;
}

function plan(): Planned {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      title: option,
      text: option,
      claims: option,
      source: option,
      file: option,
      group: option,
      publisher: option,
      url: option,
      kind: option,
      page: option,
      locale: option,
      made: option,
      root: { ...option, default: process.cwd() },
    },
  });
  const [kind, id] = positionals;
  const { root } = values;
  const need = (name: 'title' | 'text' | 'claims' | 'source' | 'publisher' | 'url' | 'kind' | 'page' | 'locale' | 'made'): string => {
    const value = values[name]?.trim();
    if (!value) throw new Mistake(`a new ${kind} needs --${name}`);
    return value;
  };
  if (!kind) throw new Mistake(`say what to make (${KINDS}) and its id, such as: npm run new -- ${EXAMPLE}`);
  if (!KINDS.split(/, | or /).includes(kind)) throw new Mistake(`there is nothing called "${kind}" to make: ${KINDS}`);
  if (!id) throw new Mistake(`say the id of the new ${kind} after it, in lower-case letters, digits and single hyphens, such as: npm run new -- ${EXAMPLE}`);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) throw new Mistake(`the id "${id}" becomes an address: use lower-case letters, digits and single hyphens`);
  const today = new Date().toISOString().slice(0, 10);
  const content = readContent(root);
  const append = (file: string, text: string) => ({ file, root, text: existsSync(join(root, file)) ? `${readFileSync(join(root, file), 'utf8').trimEnd()}\n${text}` : text });

  if (kind in FOLDERS) {
    const pageKind = kind as keyof typeof FOLDERS;
    const folder = FOLDERS[pageKind];
    const file = `content/en/${folder}/${id}.mdx`;
    if (existsSync(join(root, file))) throw new Mistake(`${file} exists already: choose another id`);
    const known = new Map(content.claims.map((c) => [(c.value as Claim).id, c.value as Claim]));
    const claims = need('claims')
      .split(',')
      .map((c) => {
        const claim = known.get(c.trim());
        if (!claim) throw new Mistake(`there is no claim "${c.trim()}": the ids stand in content/data/claims/, and npm run new -- claim adds one`);
        return claim;
      });
    const title = need('title');
    return { file, root, text: pageText({ kind: pageKind, id, title, claims, today, order: content[folder].length + 1, ...(values.group ? { group: values.group } : {}) }) };
  }
  if (kind === 'claim') return append(`content/data/claims/${values.file ?? 'law'}.yml`, claimText({ id, title: need('title'), text: need('text'), source: need('source'), today }));
  if (kind === 'source') {
    const sort = need('kind');
    return append(`content/data/sources/${sort}.yml`, sourceText({ id, title: need('title'), publisher: need('publisher'), url: need('url'), kind: sort, today }));
  }
  if (kind === 'term') return append('content/en/glossary.yml', termText(id, need('title'), need('text')));
  if (kind === 'language') {
    if (!/^[a-z]{2}$/.test(id)) throw new Mistake(`"${id}" is no code of a language: two letters, as in content/de/`);
    const file = `content/_${id}/language.yml`;
    if (existsSync(join(root, file)) || existsSync(join(root, `content/${id}`))) throw new Mistake(`there is a folder for "${id}" already`);
    return { file, root, text: languageText(need('title'), need('text'), need('locale'), need('made')) };
  }
  const file = 'content/en/changes.yml';
  return { file, root, text: `${changeText(id, need('title'), need('text'), need('page'), today)}${readFileSync(join(root, file), 'utf8')}` };
}

if (import.meta.main) {
  try {
    const { file, text, root } = plan();
    const path = join(root, file);
    mkdirSync(dirname(path), { recursive: true });
    const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    writeFileSync(path, text);
    const errors = contentProblems(readContent(root)).filter((p) => p.severity === 'error');
    if (errors.length > 0) {
      if (before === undefined) rmSync(path);
      else writeFileSync(path, before);
      throw new Mistake(`nothing was written, because the content check would say:\n${errors.map(describe).join('\n')}`);
    }
    console.log(
      `${file} is written and passes the content check.${file.endsWith('.mdx') ? " Every sentence in it is a claim's own: now write it as you would say it. Then npm run build and npm run addresses:accept give it its address." : file.endsWith('language.yml') ? ' It is a draft: a folder that begins with an underscore is not built. CONTRIBUTING.md, “A language”, says what comes next.' : ''}`,
    );
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // Node says which option it does not know, and then how to write a word that begins with a hyphen.
    console.error(code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? `${message.split('. ')[0]}: the head of src/tools/new.ts lists the options of each kind` : message);
    process.exitCode = 1;
  }
}
