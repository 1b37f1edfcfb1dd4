import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stemmer } from 'stemmer';
import { buildIndex, readWordList, type SearchPage } from './build.ts';
import { SearchIndex } from './find.ts';

const LANGUAGE = {
  stemmer: 'english',
  minor: ['i', 'is', 'it', 'to', 'the', 'a', 'of', 'my', 'me', 'can', 'on', 'in', 'for', 'your', 'out', 'take'],
  asking: ['how', 'what', 'when'],
  telling: ['journalist', 'yesterday', 'wondering'],
  names: ['facebook', 'whatsapp'],
  sounds: [],
  synonyms: [
    ['object', 'opt out', 'say no'],
    ['photo', 'picture'],
    ['delete', 'erase'],
  ],
};
const page = (path: string, kind: string, title: string, more: Partial<SearchPage> = {}): SearchPage => ({
  path,
  kind,
  title,
  description: `About ${title.toLowerCase()}.`,
  aliases: [],
  headings: [],
  answer: '',
  quotes: '',
  body: '',
  ...more,
});
const PAGES = [
  page('/object/facebook/', 'Guide', 'Object on Facebook', { headings: [{ id: 'form', text: 'When the form fails' }] }),
  page('/object/whatsapp/', 'Guide', 'WhatsApp and AI training'),
  page('/friend-photos/', 'Article', 'Why friends’ photos slip through', { aliases: ['someone posted my picture'], body: 'The footage was labelled in Nairobi.' }),
  page('/erasure/', 'Letter', 'Letter: erase your data'),
  page('/countries/at/', 'Country', 'Österreich: your rights'),
  page('/countries/de/', 'Country', 'Germany: Köln and your rights'),
  page('/myths/', 'Article', 'Myths', { aliases: ['I do not give Meta or any entities associated with Meta permission to use my pictures'] }),
  page('/claims/a/', 'Claim', 'Friends’ photos are not covered'),
  page('/glossary/#dpa', 'Reference', 'Supervisory authority'),
];

async function open(pages = PAGES, reads: string[] = []): Promise<SearchIndex> {
  const { files } = buildIndex(pages, 'en', LANGUAGE, ['shout', 'meta', 'waltz'], stemmer, () => 'h');
  return SearchIndex.open(
    (file) => {
      reads.push(file);
      const text = files.get(file);
      return text === undefined ? Promise.reject(new Error(file)) : Promise.resolve(text);
    },
    'en',
    async () => stemmer,
  );
}
const first = async (q: string) => (await (await open()).find(q)).hits[0]?.path;

test('words, endings, synonyms and phrases find their page', async () => {
  assert.equal(await first('facebook'), '/object/facebook/');
  assert.equal(await first('how can I opt out on facebook?'), '/object/facebook/');
  assert.equal(await first('say no facebook'), '/object/facebook/');
  assert.equal(await first('pictures of friends'), '/friend-photos/');
  assert.equal(await first('deleting data'), '/erasure/');
});

test('what is told around a question pulls to no other page', async () => {
  const pages = [...PAGES, page('/press/', 'About', 'For the press', { aliases: ['journalist with a question', 'what happened yesterday'] })];
  const index = await open(pages);
  for (const q of ['journalist wondering about friends photos', 'yesterday someone posted my picture']) assert.equal((await index.find(q)).hits[0]?.path, '/friend-photos/', q);
  // Alone, the same words still find the page that has them.
  assert.equal((await index.find('journalist')).hits[0]?.path, '/press/');
});

test('of two pages that hold a word alike, the one that touches on less comes first', async () => {
  const many = Array.from({ length: 60 }, (_, i) => `matter${String.fromCharCode(97 + (i % 26))}${i}`).join(' ');
  const index = await open([...PAGES, page('/a-long/', 'Article', 'Long one', { answer: `zeppelin ${many}`, body: many }), page('/b-short/', 'Article', 'Short one', { answer: 'zeppelin' })]);
  assert.deepEqual(
    (await index.find('zeppelin')).hits.slice(0, 2).map((h) => h.path),
    ['/b-short/', '/a-long/'],
  );
});

test('a misspelling is corrected in the open: what was typed, what was not found, what was meant', async () => {
  const answer = await (await open()).find('Facebok, objekt!');
  assert.equal(answer.corrected, 'facebook, object!');
  assert.deepEqual(answer.unknown, ['facebok', 'objekt']);
  assert.equal(answer.hits[0]?.path, '/object/facebook/');
});

test('a right word that no page has is not taken for a misspelling, but a name with swapped letters is a name', async () => {
  const pages = [...PAGES, page('/short/', 'Article', 'Short words')];
  const { files } = buildIndex(pages, 'en', LANGUAGE, ['shout', 'afcebook'], stemmer, () => 'h');
  const index = await SearchIndex.open(
    async (file) => files.get(file) ?? '',
    'en',
    async () => stemmer,
  );
  const answer = await index.find('shout facebook');
  assert.deepEqual([answer.unknown, answer.corrected, answer.hits[0]?.path], [['shout'], undefined, '/object/facebook/']);
  assert.equal((await index.find('fcaebook')).corrected, 'facebook');
});

test('a name that is written apart and misspelt is understood as one', async () => {
  const answer = await (await open()).find('watts app training');
  assert.equal(answer.corrected, 'whatsapp training');
  assert.deepEqual(answer.unknown, ['watts app']);
  assert.equal(answer.hits[0]?.path, '/object/whatsapp/');
});

test('another way to write a word is no misspelling', async () => {
  for (const [q, path] of [
    ['osterreich', '/countries/at/'],
    ['oesterreich', '/countries/at/'],
    ['ÖSTERREICH', '/countries/at/'],
    ['koeln', '/countries/de/'],
    ['whats app', '/object/whatsapp/'],
    ['whats-app', '/object/whatsapp/'],
    ['face book', '/object/facebook/'],
  ] as const) {
    const answer = await (await open()).find(q);
    assert.equal(answer.hits[0]?.path, path, q);
    assert.equal(answer.corrected, undefined, q);
  }
});

test('the order of words matters little, a word not typed to its end is completed', async () => {
  assert.equal(await first('photos friends'), '/friend-photos/');
  const open_ = await (await open()).find('faceb');
  assert.equal(open_.hits[0]?.path, '/object/facebook/');
  assert.equal(open_.corrected, undefined);
});

test('a word that only stands in a full text finds its page', async () => {
  assert.equal(await first('nairobi'), '/friend-photos/');
});

test('a pasted text is searched by what it says most', async () => {
  const text = 'Hello everyone! I do not give Meta or any entities associated with Meta permission to use my pictures, information, messages or posts, both past and future. ';
  const answer = await (await open()).find(text.repeat(60));
  assert.equal(answer.hits[0]?.path, '/myths/');
  assert.ok((answer.significant ?? []).length > 0);
});

test('claims come after pages, also when a claim’s title fits best', async () => {
  const hits = (await (await open()).find('friends photos are not covered')).hits.map((h) => h.path);
  assert.equal(hits[0], '/friend-photos/');
  assert.ok(hits.includes('/claims/a/'));
});

test('a kind narrows the list; headings that fit are named; the words found are those of the page', async () => {
  const index = await open();
  assert.deepEqual(
    (await index.find('photos', 'Claim')).hits.map((h) => h.kind),
    ['Claim'],
  );
  assert.deepEqual((await index.find('facebook form fails')).hits[0]?.headings, [{ id: 'form', text: 'When the form fails' }]);
  assert.deepEqual((await index.find('picture')).hits.find((h) => h.path === '/friend-photos/')?.words.sort(), ['photos', 'picture']);
});

test('nothing is found for nothing, for signs and for letters without sense; nothing breaks', async () => {
  const index = await open();
  for (const q of ['', '   ', '???', 'xqzvwk', '<script>', '\u0000', '__proto__', 'constructor toString', '%ff', '🙂', 'a'.repeat(3000)]) assert.deepEqual((await index.find(q)).hits, [], q);
});

test('one search reads few of many parts, and never one twice', async () => {
  const many = Array.from({ length: 3000 }, (_, i) =>
    page(`/p/${i}/`, 'Article', `Page ${String.fromCharCode(97 + (i % 26))}${i.toString(36)} on training`, { body: `word${i} other${i % 500} thing${i % 77}` }),
  );
  const reads: string[] = [];
  const index = await open([...PAGES, ...many], reads);
  await index.find('facebook photos');
  const { size } = buildIndex([...PAGES, ...many], 'en', LANGUAGE, ['shout', 'meta', 'waltz'], stemmer, () => 'h').files;
  assert.ok(reads.length < 40 && size > 400, `${reads.length} of ${size}`);
  await index.find('facebook photos');
  assert.equal(new Set(reads).size, reads.length);
});

test('a failed load is an error, and is tried again', async () => {
  const { files } = buildIndex(PAGES, 'en', LANGUAGE, ['shout', 'meta', 'waltz'], stemmer, () => 'h');
  let broken = true;
  const index = await SearchIndex.open(
    async (file) => {
      if (broken && /\/t\d/.test(file)) throw new Error('offline');
      return files.get(file) ?? '';
    },
    'en',
    async () => stemmer,
  );
  await assert.rejects(index.find('facebook'), /offline/);
  broken = false;
  assert.equal((await index.find('facebook')).hits[0]?.path, '/object/facebook/');
});

test('the word list comes back as it was written; the folder’s name follows the content', () => {
  const { files } = buildIndex(PAGES, 'en', LANGUAGE, ['shout', 'meta', 'waltz'], stemmer, (text) => String(text.length));
  const list = readWordList([...files].find(([f]) => f.endsWith('words.txt'))?.[1] ?? '');
  assert.ok(list.some((k) => k.word === 'österreich' && k.folded === 'osterreich'));
  assert.ok(list.some((k) => k.word === 'photos' && k.pages === 2));
  const other = buildIndex(PAGES.slice(1), 'en', LANGUAGE, ['shout', 'meta', 'waltz'], stemmer, (text) => String(text.length));
  assert.notEqual([...files.keys()][0]?.split('/')[1], [...other.files.keys()][0]?.split('/')[1]);
});

test('a synonym group that no page uses is named', () => {
  const language = { ...LANGUAGE, synonyms: [...LANGUAGE.synonyms, ['zeppelin', 'airship']] };
  assert.deepEqual(buildIndex(PAGES, 'en', language, [], stemmer, () => 'h').idleSynonyms, [3]);
});
