/**
 * npm run check:content [part of a path …]
 * Checks everything under content/ in a second or two, without building.
 */
import { contentProblems } from '../domain/integrity.ts';
import { dueProblems } from '../domain/freshness.ts';
import { describe } from '../domain/problems.ts';
import { readContent } from '../model/read.ts';

const only = process.argv.slice(2);
const content = readContent(process.cwd());
const problems = [...contentProblems(content), ...dueProblems(content, new Date().toISOString().slice(0, 10))].filter((p) => only.length === 0 || only.some((o) => p.file.includes(o)));
for (const p of problems) console.log(`${p.severity === 'warning' ? 'warning: ' : ''}${describe(p)}`);
const errors = problems.filter((p) => p.severity === 'error').length;
console.log(`${errors} error${errors === 1 ? '' : 's'}, ${problems.length - errors} warning${problems.length - errors === 1 ? '' : 's'}`);
process.exitCode = errors > 0 ? 1 : 0;
