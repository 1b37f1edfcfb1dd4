import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leftOver } from './left-over.ts';

const page = (body: string) => `<html lang="de"><body>${body}</body></html>`;

test('English on a German page is found, in text and attributes', () => {
  assert.deepEqual(leftOver(page('<p>You can <b>object</b> to this use of your data.</p><a aria-label="Back to the list that you have read" href="/">x</a>')), [
    'You can object to this use of your data.',
    'Back to the list that you have read',
  ]);
});

test('German, quotations, marked titles and code are left alone', () => {
  assert.deepEqual(
    leftOver(
      page(
        '<p>Meta schreibt „you have the right to object to this“ dazu.</p><cite lang="en">How to stop Meta from using what you have posted</cite><code>the file that you have</code><p>Was ist das, und wer ist es?</p>',
      ),
    ),
    [],
  );
});
