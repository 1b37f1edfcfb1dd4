import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { editionProblems } from './editions.ts';

const made: string[] = [];
after(() => made.forEach((d) => rmSync(d, { recursive: true, force: true })));
const where = { site: 'https://example.org', base: '/sub/' };
const page = (lang: string, alternates: Record<string, string>, body = '') =>
  `<html lang="${lang}"><head>${Object.entries(alternates)
    .map(([l, to]) => `<link rel="alternate" hreflang="${l}" href="https://example.org/sub${to}">`)
    .join('')}</head><body>${body}</body></html>`;
function problems(files: Record<string, string>): string[] {
  const out = mkdtempSync(join(tmpdir(), 'rto-editions-'));
  made.push(out);
  for (const [path, html] of Object.entries(files)) {
    mkdirSync(join(out, path), { recursive: true });
    writeFileSync(join(out, path, 'index.html'), html);
  }
  return editionProblems(out, where, [{ code: 'en' }, { code: 'de' }]);
}
const BOTH = { en: '/a/', de: '/de/x/', 'x-default': '/a/' };

test('two languages that point to each other are sound', () => {
  assert.deepEqual(problems({ '/a/': page('en', BOTH, '<a class="x" href="/sub/de/x/">Deutsch</a>'), '/de/x/': page('de', BOTH, '<a href="/sub/a/">English</a>') }), []);
});

test('a version that is missing, one that does not point back, and a dead link between languages are found', () => {
  assert.match(problems({ '/a/': page('en', BOTH) }).join(), /its de version \/de\/x\/ is not there/);
  assert.match(problems({ '/a/': page('en', BOTH), '/de/x/': page('de', {}) }).join(), /does not point back/);
  assert.match(problems({ '/de/x/': page('de', {}, '<a href="/sub/gone/">English</a>') }).join(), /\/sub\/gone\/ to another language leads nowhere/);
});
