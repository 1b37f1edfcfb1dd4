import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CODE, codesFor, follow, newCode, parseCodes, shortForwards, targets, withNewCodes, writeCodes } from './short-codes.ts';

test('an address makes the same codes for ever', () => {
  // Fixed values: a change of the rule would leave published codes underivable.
  assert.deepEqual([...codesFor('/')].slice(0, 1), ['ydtd']);
  assert.deepEqual([...codesFor('/about/')].slice(0, 1), ['vmnf']);
  for (const c of codesFor('/questions/is-it-too-late/')) assert.match(c, CODE);
  assert.equal(new Set(codesFor('/a/')).size, [...codesFor('/a/')].length);
});

test('a code that is taken is passed over; when all are, that is said', () => {
  const [first, second] = codesFor('/a/');
  assert.equal(newCode('/a/', new Set()), first);
  assert.equal(newCode('/a/', new Set([first ?? ''])), second);
  assert.throws(() => newCode('/a/', new Set(codesFor('/a/'))), /no free short code/);
});

test('new addresses get codes whatever their order, and old ones keep theirs', () => {
  const old = withNewCodes([], [], ['/a/', '/b/']);
  assert.deepEqual(withNewCodes([], [], ['/b/', '/a/']), old);
  const grown = withNewCodes(old, [], ['/c/', '/a/', '/b/']);
  for (const o of old) assert.ok(grown.some((g) => g.code === o.code && g.path === o.path));
  assert.deepEqual(parseCodes(writeCodes(grown)), { codes: grown, problems: [] });
});

test('the code of a page that moved follows it, and its new address needs none', () => {
  const codes = withNewCodes([], [], ['/old/']);
  const moves = [
    { from: '/old/', to: '/newer/' },
    { from: '/newer/', to: '/newest/' },
    { from: '/newest/#a', to: '/newest/#b' },
  ];
  assert.deepEqual(targets(codes, moves), [{ code: codes[0]?.code, path: '/newest/' }]);
  assert.deepEqual(shortForwards(codes, moves), [[`/s/${codes[0]?.code}/`, '/newest/']]);
  assert.deepEqual(withNewCodes(codes, moves, ['/newest/']), codes);
  assert.equal(
    follow('/x/', [
      { from: '/x/', to: '/y/' },
      { from: '/y/', to: '/x/' },
    ]),
    '/x/',
    'a circle ends',
  );
});

test('what is wrong with the list is said with its line', () => {
  const [a] = codesFor('/a/');
  const [b] = codesFor('/b/');
  const wrong = (text: string) => parseCodes(text).problems.map((p) => `${p.line} ${p.what}`);
  assert.deepEqual(wrong(`# note\n\n${a} /a/\n${b} /b/\n`), []);
  assert.match(wrong(`${a} /a/\n${a} /b/\n`).join('\n'), /2 the code \w+ stands on line 1 too/);
  assert.match(wrong(`${a} /b/\n`).join(), /1 \w+ is no code of \/b\//, 'a code given to another page');
  assert.match(wrong(`${a} /a/\n${[...codesFor('/a/')][1]} /a/\n`).join(), /the address \/a\/ stands on line 1 too/);
  for (const line of ['abcd /a/', 'x7kq', `${a} a`, `${a} /a`, `${a}  /a/`]) assert.match(wrong(line).join(), /is not "code/, line);
});
