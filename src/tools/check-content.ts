/**
 * npm run check:content [part of a path …]
 * Checks everything under content/ in a second or two, without building.
 */
import { contentProblems } from '../domain/integrity.ts';
import { dueProblems } from '../domain/freshness.ts';
import { describe } from '../domain/problems.ts';
import { languages } from '../model/languages.ts';
import { readContent } from '../model/read.ts';
import { translationProblems } from '../model/translations.ts';

const only = process.argv.slice(2);
const content = readContent(process.cwd());
const others = languages(process.cwd()).filter((l) => l.code !== 'en');
const problems = [...contentProblems(content), ...dueProblems(content, new Date().toISOString().slice(0, 10)), ...others.flatMap((l) => translationProblems(process.cwd(), l.code))].filter(
  (p) => only.length === 0 || only.some((o) => p.file.includes(o)),
);
for (const p of problems) console.log(`${p.severity === 'warning' ? 'warning: ' : ''}${describe(p)}`);
const errors = problems.filter((p) => p.severity === 'error').length;
console.log(`${errors} error${errors === 1 ? '' : 's'}, ${problems.length - errors} warning${problems.length - errors === 1 ? '' : 's'}`);
process.exitCode = errors > 0 ? 1 : 0;
