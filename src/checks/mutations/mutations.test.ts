/** All faults are of every kind; every second one is tried here, the others in others.test.ts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeOf } from './fault.ts';
import { badAnswers, files, look, original, planted, problems, SEED } from './plant.ts';

const LEAST = 400;
const KINDS = [
  'missing',
  'wrong type',
  'wrong date',
  'unknown id',
  'duplicate',
  'dead link',
  'dead fragment',
  'bad language code',
  'broken MDX',
  'broken YAML',
  'huge file',
  'odd encoding',
  'odd file name',
  'empty file',
  'not a file',
];

test('the content without a fault has no problem', () => assert.deepEqual(problems(), []));

test(`at least ${LEAST} faults of every kind, in every kind of file`, () => {
  const byKind = Map.groupBy(planted, (f) => f.kind);
  console.log(`seed ${SEED}: ${planted.length} faults: ${[...byKind].map(([k, l]) => `${l.length} ${k}`).join(', ')}`);
  assert.ok(planted.length >= LEAST, String(planted.length));
  for (const kind of KINDS) assert.ok(byKind.has(kind), kind);
  const touched = new Set(planted.flatMap((f) => Object.keys(changeOf(f))));
  for (const f of files.filter((x) => !x.endsWith('.mdx'))) assert.ok(touched.has(f), f);
  for (const folder of ['articles', 'guides', 'questions', 'info'])
    assert.ok(
      [...touched].some((f) => f.startsWith(`content/en/${folder}/`)),
      folder,
    );
});

test('every second fault stops the build, with the file and a remedy', () => assert.deepEqual(badAnswers(0), []));

test('line ends of Windows change nothing', () => {
  for (const file of ['content/en/articles/myths.mdx', 'content/data/routes.yml', 'content/data/policy-history.json', 'content/data/published-addresses.txt'])
    assert.deepEqual(look({ name: file, kind: 'accepted', change: { [file]: original(file).toString('utf8').replaceAll('\n', '\r\n') }, at: /./ }), [], file);
});

test('everything was put back', () => assert.deepEqual(problems(), []));
