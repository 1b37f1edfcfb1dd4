import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { releaseProblem, sections } from './changelog.ts';

const good = '# Changelog\n\n## [Unreleased]\n\n## [0.2.0] - 2026-12-01\n\n### Added\n\n- One thing\n  over two lines.\n\n## [0.1.0] - 2026-11-25\n\n- The first.\n';

test('a version with its day and an entry, on top, may be released', () => assert.equal(releaseProblem(good, '0.2.0'), undefined));

test('what is missing is said with its remedy', () => {
  for (const [text, version, what] of [
    [good, '0.3.0', /no entry for 0\.3\.0.*add “## \[0\.3\.0\] - <day>”/],
    [good.replace(' - 2026-12-01', ''), '0.2.0', /has no day/],
    [good.replace('- One thing', 'One thing'), '0.2.0', /says nothing/],
    [good, '0.1.0', /not the newest version.*0\.2\.0 is/],
    [good.replace('## [Unreleased]\n', '## [Unreleased]\n\n- Not yet.\n'), '0.2.0', /1 lines under “Unreleased”/],
  ] as const)
    assert.match(releaseProblem(text, version) ?? 'nothing', what);
});

test('the changelog tells of this version, and its days go backwards', () => {
  const text = readFileSync('CHANGELOG.md', 'utf8');
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const dated = sections(text).filter((s) => s.name !== 'Unreleased');
  assert.ok(dated.some((s) => s.name === version && s.day && s.entries > 0));
  const days = dated.map((s) => s.day ?? '');
  assert.deepEqual(days, [...days].sort().reverse());
});

test('a release begins with the changelog', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  assert.match(scripts['release'] ?? '', /^node src\/tools\/changelog\.ts && /);
});
