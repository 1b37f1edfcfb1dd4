/** Faults that only one file can have: the policy's history, the lists of addresses, letters and the plan. */
import { inFile, type Fault } from './fault.ts';
import type { Random } from './random.ts';

type Read = (file: string) => string;
interface Capture {
  recorded: string;
  commit: string;
}
interface Service {
  captures: unknown;
  versions: (Capture & Record<string, unknown>)[];
  phrases: Record<string, { first: Capture; last: Capture }>;
}
type History = Record<string, unknown> & { services: Record<string, Service> };

const HISTORY = 'content/data/policy-history.json';
const LIST = 'content/data/published-addresses.txt';
const MOVED = 'content/data/redirects.yml';
const LETTERS = 'content/data/letters.yml';
const PLAN = 'content/en/plan.yml';

export function otherFaults(read: Read, r: Random): Fault[] {
  const faults: Fault[] = [];
  const add = (kind: string, file: string, how: string, text: string, at = inFile(file)) => {
    if (text === read(file)) throw new Error(`${file}: the fault “${how}” changes nothing; adapt it to the file`);
    faults.push({ name: `${kind} ${file}: ${how}`, kind, change: { [file]: text }, at });
  };
  const service = r.pick(['facebook', 'instagram', 'threads', 'whatsapp']);
  const history = (kind: string, how: string, edit: (h: History, s: Service) => unknown) => {
    const h = JSON.parse(read(HISTORY)) as History;
    edit(h, h.services[service] as Service);
    add(kind, HISTORY, `${service}: ${how}`, JSON.stringify(h));
  };
  history('missing', 'no source', (h) => delete h['source']);
  history('missing', 'a service', (h) => (h.services = Object.fromEntries(Object.entries(h.services).filter(([id]) => id !== service))));
  history('missing', 'a version’s count', (_, s) => delete s.versions[0]?.['ai']);
  history('wrong type', 'a count in words', (_, s) => ((s.versions[0] as Record<string, unknown>)['words'] = 'many'));
  history('wrong type', 'captures below zero', (_, s) => (s.captures = -1));
  history('wrong date', 'a version of 30 February', (_, s) => ((s.versions[0] as Capture).recorded = '2025-02-30'));
  history('wrong date', 'versions out of order', (_, s) => s.versions.reverse());
  history('unknown id', 'a short commit', (_, s) => ((s.versions[0] as Capture).commit = 'abc123'));
  history('unknown id', 'a phrase nobody follows', (_, s) => (s.phrases['no-such-phrase'] = Object.values(s.phrases)[0] as Service['phrases'][string]));
  history('unknown id', 'a phrase in a version that is not there', (_, s) => ((Object.values(s.phrases)[0] as { first: Capture }).first.commit = 'f'.repeat(40)));
  history('unknown field', 'verions', (h) => (h['verions'] = []));
  history('duplicate', 'a version twice', (_, s) => s.versions.unshift(s.versions[0] as Service['versions'][number]));
  const json = read(HISTORY);
  add('broken JSON', HISTORY, 'cut in the middle', json.slice(0, json.length / 2));
  add('broken JSON', HISTORY, 'a comma too many', json.replace('[', '[,'));
  add('broken JSON', HISTORY, 'a list', `[${json}, ${json}]`);

  const list = read(LIST);
  const line = r.pick(list.trimEnd().split('\n'));
  add('duplicate', LIST, 'a line twice', `${list}${line}\n`);
  add('wrong type', LIST, 'words', `${list}just words\n`);
  add('wrong type', LIST, 'another site', `${list}https://example.org/\n`);
  add('wrong type', LIST, 'a space at the end of a line', list.replace('\n', ' \n'));

  const moved = read(MOVED);
  const entry = (from: string, to: string) => `${moved.trimEnd()}\n- {from: ${from}, to: ${to}}\n`;
  add('dead link', MOVED, 'to no page', entry('/glossary/#gdpr', '/no-such-page/'));
  add('dead link', MOVED, 'to itself', entry('/glossary/', '/glossary/'));
  add('dead fragment', MOVED, 'from a place that was never published', entry('/glossary/#never-there', '/glossary/#gdpr'));
  add('dead link', MOVED, 'in a chain', `${entry('/myths/', '/glossary/').trimEnd()}\n- {from: /glossary/, to: /timeline/}\n`);
  add('dead fragment', MOVED, 'to another page’s place', entry('/glossary/#gdpr', '/timeline/#gdpr'));
  add('duplicate', MOVED, 'one address to two places', `${entry('/myths/', '/glossary/').trimEnd()}\n- {from: /myths/, to: /timeline/}\n`);

  const letters = read(LETTERS);
  add('unknown id', LETTERS, 'a condition on a field that is not there', letters.replace(/when: ?\{ ?(?!law)([a-z-]+):/, 'when: {no-such-field:'));
  add('wrong type', LETTERS, 'a law that is none', letters.replace(/laws: ?\[/, 'laws: [us, '));
  for (const file of ['content/en/letters/objection.yml', 'content/en/letters/refusal.yml', 'content/en/letters/complaint.yml']) {
    const words = read(file);
    add('unknown id', file, 'a placeholder nobody fills', words.replace(/\{([a-z-]+)\}/, '{no-such-field}'));
    add('missing', file, 'a law’s provisions', words.replace(/^basis:\n(?: .*\n)+/m, 'basis: {gdpr: Art. 21}\n'), new RegExp(`${inFile(file).source}|${inFile(LETTERS).source}`));
    add('unknown field', file, 'a paragraph nobody asks for', words.replace(/^paragraphs:\n/m, 'paragraphs:\n  no-such-paragraph: Words.\n'));
    add('unknown id', file, 'the id of no letter', words.replace(/^id: .*$/m, 'id: no-such-letter'), new RegExp(`${inFile(file).source}|${inFile(LETTERS).source}`));
  }
  const fields = read('content/en/letters/fields.yml');
  add('missing', 'content/en/letters/fields.yml', 'words of an option', fields.replace(/^ {4}[a-z-]+: ?\{.*\n/m, ''));
  const plan = read(PLAN);
  add('unknown id', PLAN, 'an answer nobody can give', plan.replace(/where: ?\[/, 'where: [atlantis, '));
  add('dead link', PLAN, 'a step’s link', plan.replace(/path: \/[a-z/-]+/, 'path: /no-such-page/'));
  add('missing', PLAN, 'the answer “unknown”', plan.replace(/^.*id: unknown.*\n/m, ''));
  return faults;
}
