import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { z } from 'astro/zod';
import { CATALOGUE, DATASETS, type DatasetFacts } from '../schema/datasets.ts';
import { contentHash, dataFile, flatten, header, jsonSchema, recordsAsCsv } from './data-file.ts';

const read = (text: string): string[][] => parse(text);

test('a CSV comes back as it was written: commas, quotation marks, line breaks, nothing', () => {
  const rows = [
    { id: 'a', text: 'one, "two"\nthree', list: ['x', 'y z'], none: undefined, yes: true, n: 0 },
    { id: 'b', text: '', list: [], none: 'é', yes: false, n: 12 },
  ];
  const text = recordsAsCsv(rows, ['id', 'text', 'list', 'none', 'yes', 'n']);
  assert.ok(text.endsWith('\r\n'));
  assert.deepEqual(read(text), [
    ['id', 'text', 'list', 'none', 'yes', 'n'],
    ['a', 'one, "two"\nthree', 'x | y z', '', 'true', '0'],
    ['b', '', '', 'é', 'false', '12'],
  ]);
});

test('parts and lists of a record become columns and rows', () => {
  assert.deepEqual(read(recordsAsCsv([{ id: 'a', complaint: { url: 'u' } }, { id: 'b' }], ['id', 'complaint.url'])), [
    ['id', 'complaint_url'],
    ['a', 'u'],
    ['b', ''],
  ]);
  const items = [{ service: 'f', versions: [{ words: 1 }, { words: 2 }] }];
  assert.deepEqual(read(recordsAsCsv(items, ['service', 'versions.words'], 'versions')), [
    ['service', 'words'],
    ['f', '1'],
    ['f', '2'],
  ]);
  assert.equal(flatten(items, 'versions').length, 2);
  assert.equal(header('versions.words', 'versions'), 'words');
});

test('a value that would be read wrongly stops: the separator in a list, a column that is not flat', () => {
  assert.throws(() => recordsAsCsv([{ list: ['a | b'] }], ['list']), /column "list": "a \| b" holds the separator/);
  assert.throws(() => recordsAsCsv([{ right: { code: 'yes' } }], ['right']), /column "right" is not flat: name its parts, such as "right.code"/);
});

test('the hash follows the records and nothing else', () => {
  const a = contentHash([{ id: 'a' }]);
  assert.match(a, /^sha256-[0-9a-f]{64}$/);
  assert.equal(a, contentHash([{ id: 'a' }]));
  assert.notEqual(a, contentHash([{ id: 'b' }]));
});

const facts: DatasetFacts = { title: 'T', description: 'D', licence: 'CC0-1.0', record: z.strictObject({ id: z.string(), note: z.string().optional() }), fields: { id: 'An id.', note: 'A note.' } };

test('the envelope names schema, version and licence, and its schema fixes them', () => {
  const file = dataFile({ name: 'x', facts, generated: '2026-11-24', attribution: '', full: (p) => `https://example.org${p}` }, [{ id: 'a' }]);
  assert.equal(file.$schema, 'https://example.org/data/schema/x.schema.json');
  assert.equal(file.licence, 'https://creativecommons.org/publicdomain/zero/1.0/');
  assert.equal(file.count, 1);
  const schema = jsonSchema('x', facts, file.$schema) as {
    $id: string;
    additionalProperties: boolean;
    properties: { items: { items: { properties: Record<string, { description: string }>; required: string[]; additionalProperties: boolean } } };
  };
  assert.equal(schema.$id, file.$schema);
  assert.equal(schema.additionalProperties, false);
  const record = schema.properties.items.items;
  assert.equal(record.properties['note']?.description, 'A note.');
  assert.deepEqual(record.required, ['id']);
  assert.equal(record.additionalProperties, false);
});

/** Fields without a sentence, sentences without a field, columns without a field. */
const gaps = ({ record, fields, columns = [], rows }: DatasetFacts): string[] => [
  ...Object.keys(record.shape)
    .filter((k) => !fields[k])
    .map((k) => `${k} is not described`),
  ...Object.keys(fields)
    .filter((k) => !(k in record.shape))
    .map((k) => `${k} is described and does not exist`),
  ...columns.filter((c) => !((c.split('.')[0] ?? '') in record.shape)).map((c) => `the column ${c} does not exist`),
  ...(columns.length > 0 && !rows ? Object.keys(record.shape).filter((k) => !columns.some((c) => c.split('.')[0] === k)) : []).map((k) => `${k} has no column`),
];

test('each field of each file is described, and stands in the CSV where there is one', () => {
  for (const [name, d] of Object.entries({ ...DATASETS, index: CATALOGUE } as Record<string, DatasetFacts>)) assert.deepEqual(gaps(d), [], name);
});

test('a field that is not described is seen', () => {
  assert.deepEqual(gaps({ ...facts, fields: { id: 'x', nota: 'y' }, columns: ['id', 'nope.x'] }), [
    'note is not described',
    'nota is described and does not exist',
    'the column nope.x does not exist',
    'note has no column',
  ]);
});
