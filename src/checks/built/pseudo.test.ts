/** The site in a language nobody speaks: what a finished page says in plain English did not go through `t`. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { before, test } from 'node:test';
import Holidays from 'date-holidays';
import { readContent } from '../../model/read.ts';
import { SITE_NAME } from '../../site.ts';
import { buildPseudo } from '../pseudo-site.ts';
import { unmarked } from '../unmarked.ts';

const english = new Intl.DisplayNames('en', { type: 'region' });
const COUNTRIES = 'at be bg hr cy cz dk ee fi fr de gr hu is ie it lv li lt lu mt nl no pl pt ro sk si es se gb'.split(' ').map((code) => english.of(code.toUpperCase()) ?? code);

/** What is the same in every language. */
function names(): string[] {
  const content = readContent(process.cwd());
  const of = (list: readonly { value: unknown }[], ...keys: string[]): string[] =>
    list.flatMap(({ value }) => keys.map((k) => (value as Record<string, unknown>)[k]).flatMap((v) => (typeof v === 'string' ? [v] : Array.isArray(v) ? (v as string[]) : [])));
  return [
    SITE_NAME,
    'RtO',
    // Services, companies, formats.
    ...['Meta', 'Facebook', 'Instagram', 'Threads', 'WhatsApp', 'BibTeX', 'CSL JSON'],
    ...of(content.aiSettings, 'who'),
    // Easy language is left out of the made-up ones: its page is shown in English, and says so.
    ...of(
      content.info.filter((p) => p.id === 'easy').map((p) => ({ value: p.frontmatter })),
      'title',
      'description',
      'nav',
    ),
    // Who published a source, and what it says in its own words.
    ...of(content.sources, 'publisher', 'title'),
    ...of(content.claims, 'quote'),
    ...of(content.passages, 'quote'),
    ...of(content.phrases, 'phrase'),
    // Countries and holidays come from Intl and from a library, which know no language that nobody speaks.
    ...COUNTRIES,
    ...new Holidays('IE').getHolidays(2027, 'en').map((h) => h.name),
    // What an authority and a company call themselves. Languages come from Intl too.
    ...of(content.authorities, 'name', 'abbreviation', 'languages'),
    ...of(
      content.regimes.map((r) => ({ value: (r.value as { controller?: unknown }).controller ?? {} })),
      'name',
      'address',
    ),
  ];
}

let dir = '';
before(() => {
  dir = buildPseudo('xa');
});

test('one page of each kind says nothing that is not translated', () => {
  const kinds = new Map<string, string>();
  // Short addresses and the fields of /data/ are for machines: their words come from schemas.
  const pages = (readdirSync(dir, { recursive: true }) as string[]).filter((f) => f.endsWith('.html') && !/^(s|data)\//.test(f)).sort();
  for (const file of pages) {
    const above = dirname(dirname(file));
    kinds.set(above === '.' ? file : above, kinds.get(above) ?? file);
  }
  assert.ok(kinds.size > 60, `only ${kinds.size} kinds of page`);
  const same = names();
  const found = [...kinds.values()].flatMap((file) => unmarked(readFileSync(join(dir, file), 'utf8'), same).map((text) => `${file}: ${text}`));
  assert.deepEqual(found, []);
});

test('a text that is not translated is found, and what is the same in every language is not', () => {
  const page = (main: string) => `<html lang="xa"><body><main>${main}</main></body></html>`;
  const seen = (main: string) => unmarked(page(main), ['Meta', 'EUR-Lex']);
  assert.deepEqual(seen('<p>Ñót fóúñd</p><p lang="en">The title</p><code>some code</code><p>EUR-Lex, May 4, 2016</p><p>Šééñ 4 May bý Meta</p>'), []);
  assert.deepEqual(seen('<p>Your answer</p>'), ['Your answer']);
  assert.deepEqual(seen('<p>Ñót fóúñd in our list</p>'), ['Ñót fóúñd in our list']);
  assert.deepEqual(seen('<button aria-label="Close">×</button>'), ['Close']);
  assert.deepEqual(seen('<p>It isn&#39;t there</p>'), ["It isn't there"]);
});
