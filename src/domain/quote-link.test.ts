import assert from 'node:assert/strict';
import { test } from 'node:test';
import { directiveFor, findPassage, MAX_WHOLE, quotation, quoted, quoteLink, snap, writeDirective, type Block, type Span } from './quote-link.ts';

const page = (...texts: string[]): Block[] => texts.map((text) => ({ text }));
/** The nth place where `words` stand on the page, across blocks if `to` is given. */
function span(blocks: readonly Block[], words: string, nth = 0, to?: string): Span {
  let seen = 0;
  for (const [block, b] of blocks.entries())
    for (let at = b.text.indexOf(words); at >= 0; at = b.text.indexOf(words, at + 1)) {
      if (seen++ < nth) continue;
      if (to === undefined) return { start: { block, at }, end: { block, at: at + words.length } };
      const last = blocks.findIndex((x, i) => i >= block && x.text.includes(to));
      return { start: { block, at }, end: { block: last, at: (blocks[last]?.text.indexOf(to) ?? 0) + to.length } };
    }
  throw new Error(`"${words}" is not on the page`);
}
/** A link is right when a browser that follows it lands on the passage. */
function leads(blocks: Block[], s: Span): string {
  const d = directiveFor(blocks, s);
  assert.ok(d, 'a directive');
  assert.deepEqual(findPassage(blocks, d), s);
  return writeDirective(d);
}

test('a passage that stands once is named whole, with signs that mean something encoded', () => {
  const blocks = page('First, a title', 'Post-training data – “public”, they say – is used: 50% & more.', 'The end');
  assert.equal(leads(blocks, span(blocks, 'Post-training data')), 'text=Post%2Dtraining%20data');
  assert.equal(leads(blocks, span(blocks, '“public”, they say – is used: 50% & more')), 'text=%E2%80%9Cpublic%E2%80%9D%2C%20they%20say%20%E2%80%93%20is%20used%3A%2050%25%20%26%20more');
});

test('a passage that stands twice gets context, the first time after it, the second before it', () => {
  const blocks = page('You can object at any time.', 'The law says: you can object at any time. Meta answers.');
  const second = leads(blocks, span(blocks, 'object at any time', 1));
  assert.equal(second, 'text=object%20at%20any%20time,-.%20Meta%20answers');
  assert.equal(leads(blocks, span(blocks, 'object at any time', 0)), 'text=object%20at%20any%20time');
});

test('context is taken from the block before when the passage begins its own', () => {
  const blocks = page('On Facebook', 'Log in first.', 'On Instagram', 'Log in first.');
  const d = directiveFor(blocks, span(blocks, 'Log in first.', 1));
  assert.deepEqual(d, { start: 'Log in first.', prefix: 'On Instagram' });
});

test('a page that says the same thing throughout gets no text directive but the id, never a wrong passage', () => {
  const blocks = page(...Array.from({ length: 40 }, () => 'Same.'));
  const s: Span = { start: { block: 20, at: 0 }, end: { block: 20, at: 5 } };
  assert.equal(directiveFor(blocks, s), undefined);
  assert.equal(quoteLink('https://example.org/a/', 'part', blocks, s), 'https://example.org/a/#part');
  assert.equal(quoteLink('https://example.org/a/', '', blocks, s), 'https://example.org/a/');
});

test('a long passage, and one over several blocks, is named by its ends', () => {
  const long = Array.from({ length: 90 }, (_, i) => `word${i}`).join(' ');
  const blocks = page('Start', `${long}.`, 'Something between', 'And the last words stand here.');
  const one = leads(blocks, span(blocks, long));
  assert.equal(one, 'text=word0%20word1%20word2%20word3,word86%20word87%20word88%20word89');
  assert.ok(long.length > MAX_WHOLE && one.length < 120);
  assert.match(leads(blocks, span(blocks, 'word80', 0, 'last words')), /^text=word80%20word81%20word82%20word83,And%20the%20last%20words$/);
});

test('right to left, emoji and combined signs come through whole', () => {
  const blocks = page('שלום: לכל אדם יש זכות להתנגד, בכל עת.', 'Family 👩‍👩‍👧 photos – ünïcödé', 'لك الحق في الاعتراض في أي وقت');
  assert.equal(leads(blocks, span(blocks, 'זכות להתנגד, בכל עת')), `text=${encodeURIComponent('זכות להתנגד, בכל עת')}`);
  assert.equal(leads(blocks, span(blocks, '👩‍👩‍👧 photos')), `text=${encodeURIComponent('👩‍👩‍👧 photos')}`);
  leads(blocks, span(blocks, 'الحق في الاعتراض'));
  // A cut in the middle of a sign takes the whole sign.
  const at = blocks[1]?.text.indexOf('👩') ?? 0;
  const snapped = snap(blocks, { start: { block: 1, at: at + 1 }, end: { block: 1, at: at + 15 } });
  assert.equal(snapped && quoted(blocks, snapped), '👩‍👩‍👧 photos');
  assert.equal(writeDirective({ start: 'a\uD83D' }), 'text=a%EF%BF%BD', 'half a sign does not stop the encoder');
});

test('a selection is widened to whole words and narrowed by space and note numbers', () => {
  const blocks: Block[] = [
    {
      text: 'You can object.1 Then wait.2 ',
      notes: [
        [15, 16],
        [27, 28],
      ],
    },
    { text: 'Next' },
  ];
  const s = snap(blocks, { start: { block: 0, at: 5 }, end: { block: 1, at: 0 } });
  assert.deepEqual(s, { start: { block: 0, at: 4 }, end: { block: 0, at: 27 } });
  assert.equal(s && quoted(blocks, s), 'can object. Then wait.');
  assert.equal(snap(blocks, { start: { block: 0, at: 15 }, end: { block: 0, at: 16 } }), undefined, 'a number alone is no passage');
  assert.equal(snap(blocks, { start: { block: 0, at: 3 }, end: { block: 0, at: 3 } }), undefined);
});

test('numbers of notes are in no link: they change', () => {
  const blocks: Block[] = [
    {
      text: 'It began in May.1 You can object.2 Now.',
      notes: [
        [16, 17],
        [33, 34],
      ],
    },
  ];
  const link = leads(blocks, { start: { block: 0, at: 0 }, end: { block: 0, at: 33 } });
  assert.equal(link, 'text=It%20began%20in%20May,You%20can%20object.');
});

test('notes beside the text are left out of a quotation that runs over them', () => {
  const blocks: Block[] = [{ text: 'First.' }, { text: 'A source, seen in May', aside: true }, { text: 'Second.' }];
  assert.equal(quoted(blocks, span(blocks, 'First', 0, 'Second')), 'First.\nSecond');
  assert.equal(quotation('He said “no”.', 'T', 'S', 'https://example.org/'), '“He said ‘no’.”\nT (S)\nhttps://example.org/');
});

test('the search for a directive asks for whole words, in any case', () => {
  const blocks = page('The unobjectionable object', 'OBJECT');
  assert.deepEqual(findPassage(blocks, { start: 'object' }), span(blocks, 'object', 1));
  assert.equal(findPassage(blocks, { start: 'bject' }), undefined);
  assert.deepEqual(findPassage(blocks, { prefix: 'object', start: 'object' }), span(blocks, 'OBJECT'));
  assert.equal(findPassage(blocks, { start: 'object', end: 'absent' }), undefined);
});
