import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { csv } from './csv.ts';

test('what is written is read back by a parser of RFC 4180, whatever stands in a field', () => {
  const rows = [
    ['plain', 'with, comma', 'with "marks"', 'two\r\nlines', ''],
    ['1', 'true', ' spaces ', '"', ','],
  ];
  const text = csv(rows);
  assert.deepEqual(parse(text, { record_delimiter: '\r\n' }), rows);
  assert.ok(text.endsWith('\r\n'));
  assert.equal(csv([[1, true, 'a']]), '1,true,a\r\n');
  assert.equal(csv([]), '');
});
