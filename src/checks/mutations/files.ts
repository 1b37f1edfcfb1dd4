/** Faults of whole files: what editors, copies, other systems and slips do to them. They fit every kind of file. */
import { inFile, type Fault } from './fault.ts';
import type { Random } from './random.ts';

const bytes = (text: string): Buffer => Buffer.from(text, 'utf8');
const middle = (text: string, r: Random): number => {
  // Inside a word, so that it stands in a value and not in the syntax.
  const places = [...text.matchAll(/[a-z]{4}/g)].map((m) => m.index + 2);
  return r.pick(places);
};
const insert = (text: string, at: number, what: string): string => text.slice(0, at) + what + text.slice(at);

type Break = [kind: string, how: string, make: (text: string, r: Random) => string | Uint8Array];
/** What stops any text file. */
const BREAKS: Break[] = [
  ['odd encoding', 'Latin-1', (t, r) => Buffer.concat([bytes(t.slice(0, 40)), Buffer.from([0xe9]), bytes(t.slice(40 + r.below(3)))])],
  ['odd encoding', 'UTF-16 with a mark', (t) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(t, 'utf16le')])],
  ['odd encoding', 'UTF-16 big-endian', (t) => Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(t, 'utf16le').swap16()])],
  ['odd encoding', 'UTF-16 without a mark', (t) => Buffer.from(t, 'utf16le')],
  ['odd encoding', 'a byte order mark', (t) => `\ufeff${t}`],
  ['odd encoding', 'NUL bytes', (t, r) => insert(t, middle(t, r), '\0')],
  ['odd encoding', 'a lost letter (U+FFFD)', (t, r) => insert(t, middle(t, r), '\ufffd')],
  ['odd encoding', 'a zero-width space', (t, r) => insert(t, middle(t, r), '\u200b')],
  ['odd encoding', 'a turned direction (U+202E)', (t, r) => insert(t, middle(t, r), '\u202e')],
  ['odd encoding', 'a soft hyphen', (t, r) => insert(t, middle(t, r), '\u00ad')],
  ['odd encoding', 'UTF-8 read as Windows-1252', (t, r) => insert(t, middle(t, r), 'â€™')],
  ['odd encoding', 'a letter of two characters', (t, r) => insert(t, middle(t, r), 'e\u0301')],
  ['odd encoding', 'old Macintosh line ends', (t) => t.replaceAll('\n', '\r')],
  ['odd encoding', 'cut inside a character', (t) => bytes(`${t}…`).subarray(0, -1)],
  ['empty file', 'no byte', () => ''],
  ['empty file', 'white space', () => '\n\n  \n'],
  ['huge file', '5 MB', (t) => t + `# ${'x'.repeat(98)}\n`.repeat(50_000)],
];
const LISTS_ONLY: Break[] = [
  ['broken YAML', 'a tab', (t) => `${t}\n- id: x\n\ttitle: y\n`],
  ['broken YAML', 'an unclosed quotation mark', (t) => `${t}\n"never closed: x\n`],
  ['broken YAML', 'an unclosed bracket', (t) => `${t}\n[a, b\n`],
  ['broken YAML', 'an unknown reference', (t) => `${t.trimEnd()}\n- *nobody\n`],
  ['broken YAML', 'a tag', (t) => `${t.trimEnd()}\n- !odd x\n`],
  ['broken YAML', 'plain words', () => 'just words\n'],
  ['broken YAML', 'a merge conflict', (t) => `<<<<<<< HEAD\n${t}=======\n>>>>>>> other\n`],
];

export function fileFaults(file: string, text: string, r: Random, many: number): Fault[] {
  const at = inFile(file);
  const list = file.endsWith('.yml');
  const chosen = [...r.some(BREAKS, many), ...(list && r.below(2) === 0 ? r.some(LISTS_ONLY, 1) : [])];
  return chosen.map(([kind, how, make]) => ({ name: `${kind} ${file}: ${how}`, kind, change: { [file]: make(text, r) }, at }));
}

const anywhere = /^content\//;

/** The file is gone, is called something else, or is something else. */
export function nameFaults(file: string, text: string, r: Random): Fault[] {
  const folder = file.replace(/[^/]+$/, '');
  const name = file.slice(folder.length);
  const ending = /\.\w+$/.exec(name)?.[0] ?? '';
  const stem = name.slice(0, -ending.length);
  const renamed = (kind: string, to: string): Fault => ({
    name: `${kind} ${file} -> ${to}`,
    kind,
    change: { [file]: null, [`${folder}${to}`]: text },
    // Under its new name, or where the old one is missed.
    at: anywhere,
  });
  const all: Fault[] = [
    renamed('odd file name', `${stem[0]?.toUpperCase() ?? ''}${stem.slice(1)}${ending}`),
    renamed('odd file name', `${stem} copy${ending}`),
    renamed('odd file name', `${stem}${ending === '.yml' ? '.yaml' : ending.toUpperCase()}`),
    renamed('odd file name', `${stem}${ending}.txt`),
    renamed('odd file name', `deeper/${name}`),
    { name: `not a file ${file}: a link to itself`, kind: 'not a file', change: { [file]: { link: name } }, at: inFile(file) },
    { name: `not a file ${file}: a link to nothing`, kind: 'not a file', change: { [file]: { link: '/nowhere/at/all' } }, at: inFile(file) },
    { name: `not a file ${file}: a folder`, kind: 'not a file', change: { [file]: null, [`${file}/${name}`]: text }, at: new RegExp(`^${inFile(file).source.slice(1, -1)}`) },
  ];
  return r.some(all, 3);
}

/** A file that no page is made from: a language that does not exist, a folder beside the others. */
export const strayFaults = (text: string): Fault[] =>
  [
    'content/xx/articles/myths.mdx',
    'content/english/articles/myths.mdx',
    'content/EN/articles/myths.mdx',
    'content/en_GB/ui.yml',
    'content/en/article/myths.mdx',
    'content/data/claim/new.yml',
    'content/data/claims/new.yaml',
    'content/myths.mdx',
    'content/en/guides/facebook.md',
    'content/data/claims.yml',
    'content/en/articles/picture.png',
  ].map((file) => ({
    name: `bad language code or folder ${file}`,
    kind: /^content\/(xx|english|EN|en_GB)\//.test(file) ? 'bad language code' : 'stray file',
    change: { [file]: text },
    at: new RegExp(`^(${inFile(file).source.slice(1, -1)}|${file.split('/').slice(0, 2).join('/')})$`),
  }));
