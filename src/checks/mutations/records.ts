/** Faults in YAML records: a field lost, of the wrong type, a wrong day, a name that is not known, an id twice. */
import type { z } from 'astro/zod';
import { isMap, isPair, isScalar, isSeq, parseDocument, visit, type Document, type Scalar } from 'yaml';
import * as data from '../../schema/data.ts';
import * as explain from '../../schema/explain.ts';
import * as letter from '../../schema/letter.ts';
import { redirectSchema } from '../../schema/moved.ts';
import * as places from '../../schema/places.ts';
import { planSchema } from '../../schema/plan.ts';
import { phraseSchema } from '../../schema/policy.ts';
import { pageAliasSchema, searchSchema, synonymSchema } from '../../schema/search.ts';
import { handoutSchema } from '../../schema/handout.ts';
import { inFile, type Fault } from './fault.ts';
import type { Random } from './random.ts';

type Shape = z.ZodType & { shape: Record<string, z.ZodType> };
/** Which schema each kind of file follows. */
const SCHEMAS: readonly (readonly [RegExp, z.ZodType])[] = [
  [/data\/claims\//, data.claimSchema],
  [/data\/sources\//, data.sourceSchema],
  [/data\/routes\.yml/, data.routeSchema],
  [/data\/original-article\.yml/, data.originalSchema],
  [/en\/glossary\.yml/, data.termSchema],
  [/en\/timeline\.yml/, data.eventSchema],
  [/en\/changes\.yml/, data.changeSchema],
  [/en\/home\.yml/, data.homeSchema],
  [/en\/plan\.yml/, planSchema],
  [/data\/letter-fields\.yml/, letter.letterFieldSchema],
  [/data\/letters\.yml/, letter.letterSchema],
  [/en\/letters\/fields\.yml/, letter.fieldWordsSchema],
  [/en\/letters\//, letter.letterWordsSchema],
  [/data\/regimes\.yml/, places.regimeSchema],
  [/data\/countries\.yml/, places.countrySchema],
  [/data\/authorities\.yml/, places.authoritySchema],
  [/data\/flows\.yml/, explain.flowSchema],
  [/data\/flow-features\.yml/, explain.featureSchema],
  [/data\/edpb-types\.yml/, explain.edpbTypeSchema],
  [/data\/ai-settings\.yml/, explain.aiSettingSchema],
  [/data\/public-scope\.yml/, explain.scopeSchema],
  [/data\/email-passages\.yml/, explain.passageSchema],
  [/data\/policy-phrases\.yml/, phraseSchema],
  [/data\/redirects\.yml/, redirectSchema],
  [/en\/search\.yml/, searchSchema],
  [/en\/synonyms\.yml/, synonymSchema],
  [/en\/page-aliases\.yml/, pageAliasSchema],
  [/en\/handouts?\b/, handoutSchema],
];
export const schemaOf = (file: string): Shape => {
  const found = SCHEMAS.find(([name]) => name.test(file))?.[1];
  if (!found) throw new Error(`${file}: add its schema to SCHEMAS in src/checks/mutations/records.ts`);
  return found as Shape;
};

/** Fields that name something else by its id. */
const REFERENCES =
  /^(claims?|sources|see|when_fails|routes|authorities|regime|authority|place|controller_claim|also|category|types|versions|features|silence_claim|leaves_out_claims|law_claims|meta|regulator|before|of|to|from)$/;
/** Fields that hold days, or parts of days. */
const DAYS = /^(date|seen|next_check|checked|published|updated|last_seen|today_date|recorded)$/;
const PATHS = /^(path|page|pages)$/;
/** Here `path` is a way through another company's menus, in words. */
const MENU_PATHS = /data\/ai-settings\.yml/;
/** Places that only the finished site knows; the rule links-resolve looks there. */
const BUILD_ONLY = /^\/policy-record\/#/;
const WRONG_DAYS = ['2026-02-30', '2026-13-01', '30.02.2026', 'tomorrow', '0206-11-23', '2206-11-23', ''];

/** Faults of one file. */
const MANY = 4;

type Path = (string | number)[];
const words = (path: Path): string => path.join('.');
const clone = (text: string): Document.Parsed => parseDocument(text);

/** All values of a document with the path to each. */
function values(doc: Document.Parsed): { path: Path; node: Scalar; key: string }[] {
  const out: { path: Path; node: Scalar; key: string }[] = [];
  const walk = (node: unknown, path: Path, key: string): void => {
    if (isSeq(node)) node.items.forEach((n, i) => walk(n, [...path, i], key));
    else if (isMap(node)) for (const p of node.items) walk(p.value, [...path, String(p.key)], String(p.key));
    else if (isScalar(node)) out.push({ path, node, key });
  };
  walk(doc.contents, [], '');
  return out;
}
/** Paths to the entries: a list has many, a map is one. */
const entries = (doc: Document.Parsed): Path[] => (isSeq(doc.contents) ? doc.contents.items.map((_, i) => [i]) : [[]]);
const keysAt = (doc: Document.Parsed, path: Path): string[] => {
  const node = path.length > 0 ? doc.getIn(path, true) : doc.contents;
  return isMap(node) ? node.items.map((p) => String(p.key)) : [];
};
const misspelt = (word: string): string => (word.length > 3 ? `${word.slice(0, -2)}${word.slice(-1)}${word.slice(-2, -1)}q` : `${word}q`);

/** @param text the file as it is @param elsewhere a file of the same kind, for an id that stands in two */
export function recordFaults(file: string, text: string, r: Random, elsewhere?: { file: string; text: string }): Fault[] {
  const schema = schemaOf(file);
  const faults: Fault[] = [];
  const doc = clone(text);
  const at = inFile(file);
  const plant = (kind: string, where: string, edit: (d: Document.Parsed) => void, reported = at) => {
    const change = () => {
      const d = clone(text);
      edit(d);
      return { [file]: String(d) };
    };
    faults.push({ name: `${kind} ${file}: ${where}`, kind, change, at: reported });
  };
  const all = entries(doc);
  const scalars = values(doc);

  const required = r.some(all, 12).flatMap((path) => keysAt(doc, path).flatMap((k) => (schema.shape[k] && !schema.shape[k].safeParse(undefined).success ? [[...path, k]] : [])));
  // Whoever refers to an entry that lost its id is named too.
  for (const path of r.some(required, 2)) plant('missing', words(path), (d) => d.deleteIn(path));
  const typed = r.some(all, 12).flatMap((path) => keysAt(doc, path).map((k) => [...path, k]));
  for (const path of r.some(typed, 2)) {
    const wrong = r.pick([{ a: { b: 1 } }, [[1]], { id: 'x' }]);
    plant('wrong type', words(path), (d) => d.setIn(path, d.createNode(wrong)));
  }
  for (const path of r.some(required, 1)) plant('empty value', words(path), (d) => d.setIn(path, null));
  for (const path of r.some(all, 1)) {
    const key = r.pick(keysAt(doc, path));
    plant('unknown field', words([...path, misspelt(key)]), (d) => d.setIn([...path, misspelt(key)], 'x'));
  }
  for (const s of r.some(
    scalars.filter((v) => DAYS.test(v.key) && !/\/ui\.yml$/.test(file)),
    2,
  )) {
    const day = r.pick(WRONG_DAYS);
    plant('wrong date', `${words(s.path)} = “${day}”`, (d) => d.setIn(s.path, day));
  }
  for (const s of r.some(
    scalars.filter((v) => v.key === 'next_check'),
    1,
  ))
    plant('wrong date', `${words(s.path)} before the check`, (d) => d.setIn(s.path, '2020-01-01'));
  for (const s of r.some(
    scalars.filter((v) => REFERENCES.test(v.key) && typeof v.node.value === 'string' && !/ /.test(v.node.value) && !BUILD_ONLY.test(v.node.value)),
    2,
  ))
    plant('unknown id', `${words(s.path)} = ${misspelt(String(s.node.value))}`, (d) => d.setIn(s.path, misspelt(String(s.node.value))));
  for (const s of r.some(
    scalars.filter((v) => (PATHS.test(v.key) && !MENU_PATHS.test(file)) || (v.key === 'when_fails' && String(v.node.value).startsWith('/'))),
    2,
  )) {
    const dead = r.pick(['/no-such-page/', '/object/no-such-guide/', 'object', 'https://example.org/', '/object', '/glossary/#no-such-term', '/eu-rights/#no-such-heading']);
    plant('dead link', `${words(s.path)} = ${dead}`, (d) => d.setIn(s.path, dead));
  }
  for (const s of r.some(
    scalars.filter((v) => v.key === 'lang'),
    3,
  )) {
    const lang = r.pick(['english', 'xx', 'EN', 'de_AT', 'qq-ZZ', '']);
    plant('bad language code', `${words(s.path)} = “${lang}”`, (d) => d.setIn(s.path, lang));
  }
  if (isSeq(doc.contents)) {
    const path = r.pick(all);
    const i = path[0] as number;
    const item = (d: Document.Parsed): unknown => (d.getIn([i]) as { toJS(x: unknown): unknown }).toJS(d);
    plant('duplicate', `entry ${i} twice`, (d) => d.addIn([], d.createNode(item(d))));
    plant('empty entry', `after entry ${i}`, (d) => d.addIn([], null));
    plant('wrong type', `a word in place of entry ${i}`, (d) => d.setIn([i], 'words'));
    if (elsewhere) {
      const other = clone(elsewhere.text);
      if (isSeq(other.contents)) {
        const d = clone(text);
        d.addIn([], d.createNode((other.getIn([0]) as { toJS(x: unknown): unknown }).toJS(other)));
        faults.push({
          name: `duplicate ${file}: the first entry of ${elsewhere.file}`,
          kind: 'duplicate',
          change: { [file]: String(d) },
          at: new RegExp(`${at.source}|${inFile(elsewhere.file).source}`),
        });
      }
    }
    const titled = all.filter((p) => typeof doc.getIn([...p, 'title']) === 'string');
    if (/claims/.test(file) && titled.length > 1) {
      const [a, b] = r.some(titled, 2) as [Path, Path];
      plant('duplicate', `title of entry ${words(a)} on entry ${words(b)}`, (d) => d.setIn([...b, 'title'], d.getIn([...a, 'title'])));
    }
  } else plant('wrong type', 'a list of words in place of the entry', (d) => (d.contents = d.createNode(['a', 'b']) as unknown as typeof d.contents));
  // A second copy of an id inside an entry: options, steps, rules.
  const lists: Path[] = [];
  visit(doc, {
    Pair: (_, pair, ancestors) => {
      if (!isPair(pair) || !isSeq(pair.value) || pair.value.items.length === 0) return;
      const path = ancestors.flatMap((n, k): Path => {
        const parent = ancestors[k - 1];
        if (isPair(n)) return [String(n.key)];
        return isSeq(parent) ? [parent.items.indexOf(n as never)] : [];
      });
      lists.push([...path, String(pair.key)]);
    },
  });
  for (const path of r.some(lists, 1))
    plant('duplicate', `in ${words(path)}`, (d) => {
      const list = d.getIn(path) as { items: unknown[]; toJS(x: unknown): unknown[] };
      d.addIn(path, d.createNode(list.toJS(d)[0]));
    });
  // Large lists take time to read: a few of each file, and all of the rare kinds.
  const rare = faults.filter((f) => f.kind === 'bad language code');
  return [
    ...rare,
    ...r.some(
      faults.filter((f) => !rare.includes(f)),
      MANY,
    ),
  ];
}
