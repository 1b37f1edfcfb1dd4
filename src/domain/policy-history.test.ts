import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  clean,
  countAi,
  countLegitimateInterest,
  countMarks,
  countRepeated,
  countWords,
  history as historyOf,
  holdsPhrase,
  isBroken,
  isPartOf,
  isRecordingChange,
  isRepeated,
  isStray,
  median,
  passages,
  plain,
  share,
  wordingsOfAi,
  type Capture,
  type Tracked,
} from './policy-history.ts';

/** A policy of `n` sentences of seven words. */
const policy = (n: number, extra = ''): string => `${Array.from({ length: n }, (_, i) => `Sentence number ${i} of this short policy.`).join(' ')} ${extra}`.trim();
const other = (n: number): string => Array.from({ length: n }, (_, i) => `We may gather item ${i} when you visit.`).join(' ');
let made = 0;
const capture = (text: string, subject = 'Record new changes'): Capture => ({
  commit: String((made += 1)).padStart(40, '0'),
  recorded: `2025-01-${String((made % 28) + 1).padStart(2, '0')}`,
  subject,
  text,
});
const history = (captures: readonly Capture[], tracked: readonly Tracked[], sibling: readonly Capture[] = []) => historyOf(clean(captures), tracked, clean(sibling));
const whys = (captures: Capture[]) => history(captures, []).dropped.map((d) => d.why);

test('words are counted without link targets; AI as a whole word; legitimate interest in any case', () => {
  const text = plain('We use [AI technology](https://example.org/AI/AI) and\n\nartificial intelligence. Said, AIM and "Legitimate Interests".');
  assert.equal(countWords(text), 12);
  assert.equal(countAi(text), 2);
  assert.equal(countLegitimateInterest(text), 1);
  assert.equal(countWords(plain('  \n ')), 0);
});

test('a phrase is found across links, emphasis, case, line breaks and curly quotes', () => {
  const text = plain('They **can** share [information](https://x.example)\nabout you, Meta’s users');
  assert.ok(holdsPhrase(text, 'they can share information about you'));
  assert.ok(holdsPhrase(text, "meta's users"));
  assert.ok(!holdsPhrase(text, 'share everything'));
});

test('passages are runs of eight words; what two texts share is told from either side', () => {
  assert.equal(passages('One, two three [four] five six seven EIGHT | nine').size, 2);
  assert.equal(passages('Too short to have any').size, 0);
  const [a, b] = [passages('a b c d e f g h'), passages('a b c d e f g h i')];
  assert.deepEqual([share(a, b), share(b, a), share(new Set(), a)], [1, 0.5, 0]);
});

test('marks of layout and lines that stand twice are told from words to read', () => {
  assert.equal(countMarks(plain('* One | two --- 3 &')), 4);
  assert.equal(countMarks(''), 0);
  const line = 'Information we use to do this and that';
  assert.equal(countRepeated(`* ${line}\n\n| ${line} | ${line}<br>${line} |\nshort one\nshort one`), 24);
});

test('a wording of AI is told by four words on either side, marks and case aside', () => {
  const found = wordingsOfAi(plain('We develop [artificial intelligence technology](https://x.example) for you. **We** develop artificial intelligence technology for you. AIM is none.<br>AI'));
  assert.deepEqual([...found], ['we develop artificial intelligence technology for you', 'for you we develop artificial intelligence technology for you', 'you aim is none ai']);
});

test('each rule by itself', () => {
  assert.ok(isRecordingChange('Apply technical or declaration upgrade on Facebook'));
  assert.ok(isRecordingChange('Refilter Instagram Privacy Policy'));
  assert.ok(!isRecordingChange('Record new changes: Refilter'));
  assert.ok(isBroken(3, 17_000) && isBroken(205, 17_000) && !isBroken(4527, 17_000));
  const once = plain(policy(40));
  assert.ok(isRepeated(`${once} ${once} ${once}`, countWords(once)) && !isRepeated(once, countWords(once)));
  assert.ok(!isRepeated(plain(policy(120)), countWords(once)), 'long is not repeated');
  assert.ok(isPartOf(passages(policy(50)), passages(policy(90))));
  assert.ok(!isPartOf(passages(policy(88)), passages(policy(90))), 'a sentence less is an edit');
  assert.ok(!isPartOf(passages(policy(66)), passages(policy(90))), 'a cut to 73 in 100 is a real cut');
  assert.ok(!isPartOf(passages(`Quite another text, with more than seven words here. ${other(60)}`), passages(policy(90))));
  assert.ok(isStray(passages(other(20)), passages(policy(80)), passages(policy(40))));
  assert.ok(!isStray(passages(policy(60)), passages(policy(80)), passages(policy(40))));
  assert.ok(!isStray(passages(other(20)), passages(policy(80)), passages('A third text that has no single run of eight words in common with them.')), 'nothing tells which one is the stranger');
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 2, 3]), 2.5);
  assert.equal(median([]), 0);
});

test('what is dropped, and why', () => {
  const a = policy(100);
  const b = policy(100, 'And one more sentence about AI at Meta.');
  assert.deepEqual(whys([capture(a), capture(a)]), ['unchanged']);
  assert.deepEqual(whys([capture(a), capture(b, 'Refilter it')]), ['recording']);
  assert.deepEqual(whys([capture(a), capture('Log in.'), capture(b)]), ['broken']);
  assert.deepEqual(whys([capture(a), capture(b), capture(a), capture(b), capture(a)]), ['seen-before', 'unchanged', 'seen-before'], 'two renderings that alternate make two versions');
  assert.deepEqual(whys([capture(a), capture(a), capture(`${b} ${b} ${b}`)]), ['unchanged', 'repeated']);
  assert.deepEqual(whys([capture(a), capture(a), capture(`${b} ${b} ${b}`, 'Refilter it')]), ['unchanged', 'repeated'], 'what is wrong with the text is named before how it came');
  assert.deepEqual(whys([capture(a), capture(a.replaceAll('policy', '[policy](https://x.example/1)').replaceAll('[policy](https://x.example/1)', '[policy](https://x.example/2)')), capture(b)]), []);
});

test('a change of a link target alone is no new version', () => {
  const linked = (target: string) => capture(policy(50, `See [our terms](https://x.example/${target}).`));
  assert.deepEqual(whys([linked('1'), linked('2')]), ['unchanged']);
});

test('versions carry counts, partial captures are marked, phrases have their first and last version', () => {
  const before = capture(policy(100));
  const part = capture(policy(50));
  const after = capture(policy(110, 'We rely on legitimate interests for AI at Meta.'));
  const last = capture(policy(112));
  const h = history(
    [before, part, after, last],
    [
      { id: 'ai', phrase: 'AI at Meta' },
      { id: 'none', phrase: 'not there' },
      { id: 'all', phrase: 'Sentence number 3' },
    ],
  );
  assert.deepEqual(
    h.versions.map((v) => [v.words, v.partial, v.ai, v.ai_new, v.ai_gone, v.legitimate_interest]),
    [
      [700, false, 0, 0, 0, 0],
      [350, true, 0, 0, 0, 0],
      [779, false, 1, 1, 0, 1],
      [784, false, 0, 0, 1, 0],
    ],
  );
  assert.equal(h.phrases['ai']?.first.commit, after.commit);
  assert.equal(h.phrases['ai']?.standing, false);
  assert.equal(h.phrases['all']?.standing, true);
  assert.equal('none' in h.phrases, false);
});

test('a part is known by any text of the year, a whole one of the other service included; a stranger is dropped', () => {
  const on = (recorded: string, text: string): Capture => ({ ...capture(text), recorded });
  const part = [on('2025-01-01', policy(50)), on('2025-02-01', policy(51))];
  const partial = (...args: Parameters<typeof history>) => history(...args).versions.map((v) => v.partial);
  assert.deepEqual(partial(part, []), [false, false]);
  assert.deepEqual(partial([...part, on('2025-03-01', policy(100))], []), [true, true, false], 'both stand in the whole one after them');
  assert.deepEqual(partial(part, [], [on('2025-06-01', policy(100))]), [true, true]);
  assert.deepEqual(partial(part, [], [on('2026-06-01', policy(100))]), [false, false], 'more than a year apart the policy may have grown');
  const h = history([on('2025-01-01', policy(80)), on('2025-02-01', other(40)), on('2025-03-01', policy(82))], []);
  assert.deepEqual(
    h.dropped.map((d) => [d.recorded, d.why]),
    [['2025-02-01', 'stray']],
  );
  assert.equal(h.versions.length, 2);
});

test('a part that lacks a wording of AI does not end it', () => {
  const [named, without] = ['We do develop AI at Meta for all.', ''];
  const h = history(
    [policy(100, named), policy(50, without), policy(101, named)].map((t) => capture(t)),
    [],
  );
  assert.deepEqual(
    h.versions.map((v) => [v.partial, v.ai, v.ai_new, v.ai_gone]),
    [
      [false, 1, 1, 0],
      [true, 0, 0, 0],
      [false, 1, 0, 0],
    ],
  );
});

test('no captures make no versions', () => assert.deepEqual(history([], [{ id: 'a', phrase: 'b' }]), { captures: 0, versions: [], dropped: [], phrases: {} }));
