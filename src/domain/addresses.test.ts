import assert from 'node:assert/strict';
import { test } from 'node:test';
import { englishAddresses, hasPage, localAddress } from './addresses.ts';

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

test('English has every page, a whole language too, and one of letters what its reader needs to object', () => {
  const bulgarian = { code: 'bg', extent: 'letters', countries: ['bg'] } as const;
  const german = { code: 'de', extent: 'whole', countries: [] } as const;
  const has = (path: string) => [{ ...german, code: 'en' }, german, bulgarian].map((l) => hasPage({ ...l, countries: [...l.countries] }, path));
  for (const path of ['/', '/object/', '/object/#all-guides', '/letters/', '/letters/objection/', '/letters/objection/uk/', '/deadline/#ch', '/countries/eu-eea/', '/countries/bg/', '/favicon.svg'])
    assert.deepEqual(has(path), [true, true, true], path);
  for (const path of ['/object/facebook/', '/countries/', '/countries/gb/', '/complain/', '/search/?q=x', '/myths/', '/plan/', '/s/', '/s/abcd/'])
    assert.deepEqual(has(path), [true, true, false], path);
});
