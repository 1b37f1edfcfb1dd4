/** The faults that mutations.test.ts leaves. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { badAnswers, problems } from './plant.ts';

test('every other fault stops the build, with the file and a remedy', () => assert.deepEqual(badAnswers(1), []));

test('everything was put back', () => assert.deepEqual(problems(), []));
