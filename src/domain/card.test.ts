import assert from 'node:assert/strict';
import { test } from 'node:test';
import { card, CARD, lines, SMALLEST, THUMBNAIL, titleSize, type CardFacts } from './card.ts';

const facts = (over: Partial<CardFacts> = {}): CardFacts => ({ title: 'What a late objection covers is disputed', kind: 'Claim', line: 'seen 23 Nov 2026', ...over });
const sizes = (node: unknown): number[] => [...JSON.stringify(node).matchAll(/"fontSize":(\d+(?:\.\d+)?)/g)].map((m) => Number(m[1]));

test('in a thumbnail no words are below 10 pixels, and no title below 17', () => {
  const scale = THUMBNAIL / CARD.width;
  assert.ok(SMALLEST * scale >= 10);
  for (const over of [{}, { standing: 'disputed' as const }, { question: true, kind: 'Question' }, { title: 'x'.repeat(12).concat(' ').repeat(5) }]) {
    const found = sizes(card(facts(over)));
    assert.ok(Math.min(...found) >= SMALLEST, JSON.stringify(found));
    assert.ok(Math.max(...found) * scale >= 17);
  }
});

test('a title is as large as its field lets it be', () => {
  assert.ok(titleSize('Short', 1072, 345) > titleSize('A title that is a good deal longer than the other one', 1072, 345));
  for (const title of ['Short', 'What a late objection covers is disputed', "AI chats are used unless you objected, says Meta's 2026 note of the year"]) {
    const size = titleSize(title, 842, 345);
    assert.ok(lines(title, size, 842) * size * 1.04 <= 345, `${title}: ${lines(title, size, 842)} lines at ${size}`);
  }
});

test('a claim says its standing in a word, a question has its mark', () => {
  assert.match(JSON.stringify(card(facts({ standing: 'unverified' }))), /"Not confirmed"/);
  assert.match(JSON.stringify(card(facts({ question: true }))), /"children":"\?"/);
  assert.doesNotMatch(JSON.stringify(card(facts())), /"children":"\?"/);
});

test('other scripts: wide letters make smaller titles, and from right to left a title stands at the right', () => {
  assert.ok(titleSize('Заперечити проти навчання: знайдіть свій шлях', 1072, 345) < titleSize('Zaperechyty proty navchannia: znaidit svii shliakh', 1072, 345));
  const arabic = JSON.stringify(card(facts({ rtl: true, title: 'الاعتراض.' })));
  assert.match(arabic, /"textAlign":"right"/);
  assert.match(arabic, /"children":"الاعتراض"/);
  assert.doesNotMatch(JSON.stringify(card(facts())), /row-reverse/);
});
