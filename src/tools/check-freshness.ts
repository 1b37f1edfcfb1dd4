/**
 * npm run check:freshness -- [--days 30] [--on YYYY-MM-DD]
 * Lists what is overdue for a check and what becomes due in the next days. Exit code: 0 nothing is overdue, 1 something is.
 */
import { parseArgs } from 'node:util';
import { dueItems, dueReport } from '../domain/freshness.ts';
import { readContent } from '../model/read.ts';
import { isRealDay } from '../schema/common.ts';

const { values } = parseArgs({ options: { days: { type: 'string', default: '30' }, on: { type: 'string', default: new Date().toISOString().slice(0, 10) } } });
const days = Number(values.days);
if (!Number.isInteger(days) || days < 0) throw new Error('--days takes a number of days such as 30');
if (!/^\d{4}-\d{2}-\d{2}$/.test(values.on) || !isRealDay(values.on)) throw new Error('--on takes a day such as 2026-11-25');
const { text, overdue } = dueReport(dueItems(readContent(process.cwd())), values.on, days);
console.log(text);
process.exitCode = overdue > 0 ? 1 : 0;
