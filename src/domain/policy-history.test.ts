import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countAi, countLegitimateInterest, countWords, history, holdsPhrase, isBroken, isDip, isPartOf, isRecordingChange, isRepeated, median, plain, type Capture } from './policy-history.ts';

/** A policy of `n` sentences of seven words. */
const policy = (n: number, extra = ''): string => `${Array.from({ length: n }, (_, i) => `Sentence number ${i} of this short policy.`).join(' ')} ${extra}`.trim();
let made = 0;
const capture = (text: string, subject = 'Record new changes'): Capture => ({
  commit: String((made += 1)).padStart(40, '0'),
  recorded: `2025-01-${String((made % 28) + 1).padStart(2, '0')}`,
  subject,
  text,
});
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

test('each rule by itself', () => {
  assert.ok(isRecordingChange('Apply technical or declaration upgrade on Facebook'));
  assert.ok(isRecordingChange('Refilter Instagram Privacy Policy'));
  assert.ok(!isRecordingChange('Record new changes: Refilter'));
  assert.ok(isBroken(3, 17_000) && isBroken(205, 17_000) && !isBroken(4527, 17_000));
  const once = plain(policy(40));
  assert.ok(isRepeated(`${once} ${once} ${once}`) && !isRepeated(once));
  assert.ok(isPartOf(plain(policy(50)), plain(policy(90))));
  assert.ok(!isPartOf(plain(policy(88)), plain(policy(90))), 'a sentence less is an edit');
  assert.ok(!isPartOf('Quite another text, with seven words here.', plain(policy(90))));
  assert.ok(isDip(4700, 26_316, 12_650) && !isDip(9000, 26_000, 12_000) && !isDip(1, undefined, 10));
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
  assert.deepEqual(whys([capture(a), capture(`${b} ${b} ${b}`)]), ['repeated']);
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
    h.versions.map((v) => [v.words, v.partial, v.ai, v.legitimate_interest]),
    [
      [700, false, 0, 0],
      [350, true, 0, 0],
      [779, false, 1, 1],
      [784, false, 0, 0],
    ],
  );
  assert.equal(h.phrases['ai']?.first.commit, after.commit);
  assert.equal(h.phrases['ai']?.standing, false);
  assert.equal(h.phrases['all']?.standing, true);
  assert.equal('none' in h.phrases, false);
});

test('no captures make no versions', () => assert.deepEqual(history([], [{ id: 'a', phrase: 'b' }]), { captures: 0, versions: [], dropped: [], phrases: {} }));
