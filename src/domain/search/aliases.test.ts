import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RawContent } from '../raw.ts';
import { aliasProblems, synonymProblems } from './aliases.ts';

const question = (id: string, title: string, aliases: string[]) => ({ file: `content/en/questions/${id}.mdx`, id, frontmatter: { title, aliases }, bodyLine: 20, aliasesLine: 9, body: '' });
const record = (file: string, line: number, value: object) => ({ file, line, value });
function content(): RawContent {
  const empty = {
    claims: [],
    sources: [],
    routes: [],
    timeline: [],
    changes: [],
    original: [],
    home: [],
    plan: [],
    letterFields: [],
    letters: [],
    fieldWords: [],
    regimes: [],
    countries: [],
    authorities: [],
  };
  return {
    ...empty,
    ...{
      flows: [],
      features: [],
      edpbTypes: [],
      aiSettings: [],
      scope: [],
      passages: [],
      search: [],
      synonyms: [],
      redirects: [],
      phrases: [],
      policyHistory: [],
      published: [],
      handouts: [],
      shortCodes: [],
      articles: [],
      guides: [],
      info: [],
      failures: [],
    },
    lang: 'en',
    questions: [question('late', 'Is it too late?', ['missed the date', 'can i still object']), question('refused', 'What if Meta says no?', ['turned down'])],
    letterWords: [record('content/en/letters/refusal.yml', 1, { id: 'refusal', aliases: ['answer to a refusal'] })],
    glossary: [record('content/en/glossary.yml', 4, { id: 'dpa', aliases: ['watchdog'] })],
    pageAliases: [record('content/en/page-aliases.yml', 3, { page: '/deadline/', words: ['count days'] })],
  };
}
const PATHS = new Set(['/deadline/', '/questions/late/', '/questions/refused/']);
const problems = (plant: (c: RawContent) => void) => {
  const c = content();
  plant(c);
  return aliasProblems(c, PATHS).map((p) => `${p.file}:${p.line} ${p.what} -> ${p.mend}`);
};

test('sound search words are no problem', () =>
  assert.deepEqual(
    problems(() => undefined),
    [],
  ));

test('search words that lead to two pages stop the build, naming both places', () => {
  const [found, ...rest] = problems((c) => c.questions.push(question('other', 'Something else?', ['Missed the DATE!'])));
  assert.equal(
    found,
    'content/en/questions/other.mdx:9 the search words “Missed the DATE!” lead to two pages: /questions/other/ and /questions/late/ (content/en/questions/late.mdx:9) -> keep them beside the page that answers them best, and word the other differently',
  );
  assert.deepEqual(rest, []);
  assert.match(
    problems((c) => c.pageAliases.push(record('content/en/page-aliases.yml', 8, { page: '/questions/refused/', words: ['count-days'] })))[0] ?? '',
    /page-aliases\.yml:8 .*page-aliases\.yml:3/,
  );
  assert.match(problems((c) => c.letterWords.push(record('content/en/letters/x.yml', 1, { id: 'x', aliases: ['watchdog'] })))[0] ?? '', /two pages: .*glossary\.yml:4|two pages: .*letters\/x/);
});

test('search words that are another page’s title stop the build', () => {
  assert.match(problems((c) => c.questions.push(question('other', 'Something else?', ['is it too late'])))[0] ?? '', /the title of \/questions\/late\//);
});

test('search words that stand twice, say nothing, or lead nowhere stop the build', () => {
  assert.match(problems((c) => c.questions.push(question('o', 'Something else?', ['a b', 'A-B'])))[0] ?? '', /stand twice beside \/questions\/o\//);
  assert.match(problems((c) => c.questions.push(question('o', 'Something else?', ['???'])))[0] ?? '', /no letter and no number/);
  assert.match(problems((c) => c.questions.push(question('o', 'Something else?', ['a; b'])))[0] ?? '', /semicolon/);
  assert.match(problems((c) => c.pageAliases.push(record('f', 8, { page: '/deadlin/', words: ['x'] })))[0] ?? '', /\/deadlin\/, which is no page/);
});

test('a word in two groups of synonyms, twice in one, or without a letter stops the build', () => {
  const groups = (...words: string[][]) => synonymProblems(words.map((w, i) => record('content/en/synonyms.yml', i + 1, { id: `g${i}`, words: w }))).map((p) => `${p.line} ${p.what}`);
  assert.deepEqual(groups(['photo', 'picture'], ['object', 'opt out']), []);
  assert.deepEqual(groups(['photo', 'picture'], ['image', 'Picture']), ['2 “Picture” stands in two groups of synonyms: “g1” and “g0” (content/en/synonyms.yml:1)']);
  assert.deepEqual(groups(['photo', 'photo']), ['1 synonyms “g0”: “photo” stands twice']);
  assert.deepEqual(groups(['photo', '…']), ['1 synonyms “g0”: “…” holds no letter and no number']);
  assert.deepEqual(groups(['photo', 'a picture that was taken']), ['1 synonyms “g0”: “a picture that was taken” is longer than 4 words']);
});
