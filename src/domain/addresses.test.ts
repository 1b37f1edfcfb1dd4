import assert from 'node:assert/strict';
import { test } from 'node:test';
import { englishAddresses, localAddress } from './addresses.ts';

const words = {
  segments: { letters: 'briefe', try: 'ausprobieren', object: 'widersprechen', uk: 'x' },
  slugs: { 'articles/friend-photos': 'fotos', 'letters/objection': 'widerspruch', 'guides/facebook': 'facebook-konto' },
};

test('each part of an address is in the language; fragments, files and unknown parts stay', () => {
  for (const [path, own] of [
    ['/', '/'],
    ['/friend-photos/try/#a', '/fotos/ausprobieren/#a'],
    ['/letters/objection/', '/briefe/widerspruch/'],
    ['/object/facebook/', '/widersprechen/facebook-konto/'],
    ['/countries/de/', '/countries/de/'],
    ['/data/claims.json', '/data/claims.json'],
    ['#c-x', '#c-x'],
    ['/offline/missing/', '/offline/missing/'],
    ['https://example.org/letters/', 'https://example.org/letters/'],
  ])
    assert.equal(localAddress(path as string, words), own);
});

test('the way back, and two pages with one address', () => {
  assert.equal(englishAddresses(['/letters/', '/friend-photos/'], words).get('/fotos/'), '/friend-photos/');
  assert.throws(() => englishAddresses(['/a/', '/b/'], { segments: { a: 'x', b: 'x' }, slugs: {} }), /have one address: \/x\//);
});
