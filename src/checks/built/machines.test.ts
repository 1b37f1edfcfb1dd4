/** What the finished site offers to machines, each file held against its standard. Runs over dist/. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv7 from 'ajv';
import Ajv, { type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse as parseCsv } from 'csv-parse/sync';
import { findAll, getElementsByTagName, textContent } from 'domutils';
import type { Element } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import ICAL from 'ical.js';
import { parse as parseYaml } from 'yaml';
import { DATA_VERSION, DATASETS, type DatasetFacts } from '../../schema/datasets.ts';
import { flatten } from '../../domain/data-file.ts';
import { englishFiles, englishPages } from '../english.ts';

const site = englishPages();
const read = (path: string): string => readFileSync(`dist${path}`, 'utf8');
const json = (path: string): Record<string, unknown> => JSON.parse(read(path)) as Record<string, unknown>;
const path = (url: string): string => new URL(url).pathname;
/** A full address that leads to a file, a page, or a place on a page. */
const leads = (url: string): boolean => {
  const { pathname, hash } = new URL(url);
  const page = site.pages.find((p) => p.path === pathname);
  return page ? hash === '' || page.ids.includes(decodeURIComponent(hash.slice(1))) : hash === '' && site.files.has(pathname);
};
type Data = { $schema: string; name: string; version: string; content: string; generated: string; licence: string; attribution: string; count: number; items: Record<string, unknown>[] };
const names = Object.keys(DATASETS) as (keyof typeof DATASETS)[];

// ---- data

const schemas = () => {
  const ajv = new Ajv({ strict: true, allErrors: true });
  addFormats(ajv);
  return ajv;
};
/** Errors of a file against the schema it names; none when it is valid. */
function errors(data: unknown, schema: object): ErrorObject[] {
  const validate = schemas().compile(schema);
  validate(data);
  return validate.errors ?? [];
}

for (const name of [...names, 'index'])
  test(`${name}.json holds against its schema, which names itself`, () => {
    const data = json(`/data/${name}.json`) as unknown as Data;
    const schema = json(path(data.$schema));
    assert.equal(schema['$schema'], 'https://json-schema.org/draft/2020-12/schema');
    assert.equal(schema['$id'], data.$schema, 'the schema’s own address is where the file looks for it');
    assert.deepEqual(errors(data, schema), []);
    assert.equal(data.count, data.items.length);
    assert.ok(data.count > 0);
    assert.equal(data.version, DATA_VERSION);
    assert.equal(data.content, `sha256-${createHash('sha256').update(JSON.stringify(data.items)).digest('hex')}`);
    for (const item of data.items) assert.ok(leads(item['page'] as string), String(item['page']));
  });

test('a schema refuses a wrong file: a field too many, a code that does not exist, a day that is none, a record without its id, a wrong licence', () => {
  const good = json('/data/claims.json') as unknown as Data;
  const schema = json('/data/schema/claims.schema.json');
  const [first, ...rest] = good.items;
  const { id, ...nameless } = first as Record<string, unknown>;
  assert.ok(id);
  const faults: Record<string, unknown>[] = [{ ...first, extra: 1 }, { ...first, standing: 'certain' }, { ...first, seen: '23 November 2026' }, nameless, { ...first, page: '/claims/' }];
  for (const bad of faults) assert.notDeepEqual(errors({ ...good, items: [bad, ...rest] }, schema), [], JSON.stringify(bad).slice(0, 80));
  assert.notDeepEqual(errors({ ...good, licence: 'https://example.org/' }, schema), []);
  assert.notDeepEqual(errors({ ...good, items: undefined }, schema), []);
});

const csvFaults = (data: Data, facts: DatasetFacts, text: string): string[] => {
  const rows = parseCsv<Record<string, string>>(text, { columns: true });
  const records = flatten(data.items, facts.rows);
  const key = Object.keys(rows[0] ?? {})[0] ?? '';
  return [
    ...(rows.length === records.length ? [] : [`${rows.length} rows for ${records.length} records`]),
    ...rows.flatMap((row, i) => (row[key] === records[i]?.[key] ? [] : [`row ${i + 1} is ${row[key]}, the record ${String(records[i]?.[key])}`])),
  ];
};

test('each CSV has a row for each record, in the same order, and ends its lines as RFC 4180 says', () => {
  const flat = names.filter((n) => (DATASETS[n] as DatasetFacts).columns);
  assert.deepEqual(flat, ['routes', 'claims', 'sources', 'authorities', 'countries', 'timeline', 'policy-history']);
  for (const name of flat) {
    const text = read(`/data/${name}.csv`);
    const data = json(`/data/${name}.json`) as unknown as Data;
    assert.deepEqual(csvFaults(data, DATASETS[name], text), [], name);
    assert.ok(text.endsWith('\r\n'), name);
  }
  for (const name of names) assert.equal(existsSync(`dist/data/${name}.csv`), flat.includes(name), name);
});

test('a CSV that lost a row or mixed two up is seen', () => {
  const data = json('/data/countries.json') as unknown as Data;
  const lines = read('/data/countries.csv').split('\r\n');
  assert.match(csvFaults(data, DATASETS.countries, lines.toSpliced(3, 1).join('\r\n'))[0] ?? '', /29 rows for 30 records/);
  assert.match(csvFaults(data, DATASETS.countries, [lines[0], lines[2], lines[1], ...lines.slice(3)].join('\r\n'))[0] ?? '', /row 1 is/);
});

test('ids in one file lead to records of the others', () => {
  const items = (name: string) => (json(`/data/${name}.json`) as unknown as Data).items;
  const ids = (name: string) => new Set(items(name).map((i) => i['id']));
  const known = { claims: ids('claims'), sources: ids('sources'), routes: ids('routes'), authorities: ids('authorities'), regimes: ids('regimes') };
  const refer = (from: string, field: string, to: keyof typeof known, only = (_: string) => true) => {
    for (const i of items(from)) for (const id of ([i[field] ?? []].flat() as string[]).filter(only)) assert.ok(known[to].has(id), `${from}.${field}: ${id}`);
  };
  for (const from of ['routes', 'timeline', 'letters']) refer(from, 'claims', 'claims');
  for (const from of ['claims', 'authorities']) refer(from, 'sources', 'sources');
  refer('routes', 'when_fails', 'routes', (id) => !id.startsWith('/'));
  for (const field of ['also', 'more', 'controller_claim']) refer('regimes', field, 'claims');
  refer('regimes', 'routes', 'routes');
  refer('regimes', 'authorities', 'authorities');
  refer('countries', 'regime', 'regimes');
  refer('countries', 'authority', 'authorities');
});

test('every letter under every law is there, and its paragraphs name fields that it has', () => {
  const letters = (
    json('/data/letters.json') as unknown as {
      items: { id: string; law: string; page: string; given: Record<string, string>; fields: { id: string; after?: string }[]; paragraphs: { text: string; of?: string; when?: object }[] }[];
    }
  ).items;
  assert.equal(new Set(letters.map((l) => `${l.id} ${l.law}`)).size, letters.length);
  const pages = site.pages.map((p) => p.path).filter((p) => /^\/letters\/./.test(p));
  assert.deepEqual(letters.map((l) => path(l.page)).sort(), pages.sort());
  for (const l of letters) {
    const own = new Set([...l.fields.map((f) => f.id), ...Object.keys(l.given)]);
    for (const f of l.fields) assert.ok(f.after === undefined || own.has(f.after), `${l.id} ${l.law}: ${f.after}`);
    for (const p of l.paragraphs) {
      const used = [...[...p.text.matchAll(/\{([a-z-]+)\}/g)].map((m) => m[1] ?? ''), ...(p.of ? [p.of] : []), ...Object.keys(p.when ?? {})];
      for (const u of used) assert.ok(own.has(u) && !(p.when && 'law' in p.when), `${l.id} ${l.law}: ${u}`);
    }
  }
});

test('the policy history is one file at two addresses', () => {
  for (const ending of ['json', 'csv']) assert.equal(read(`/policy-record/policy-history.${ending}`), read(`/data/policy-history.${ending}`));
  assert.match((json('/data/policy-history.json') as unknown as Data).attribution, /Katzenbach.*10\.26092\/elib\/2373/);
});

test('the catalogue lists each file with its size, and the page says the same', () => {
  const { items } = json('/data/index.json') as unknown as { items: { name: string; files: { url: string; bytes: number }[]; count: number; content: string }[] };
  assert.deepEqual(
    items.map((i) => i.name),
    names,
  );
  const page = site.pages.find((p) => p.path === '/data/');
  const linked = new Set(page?.links.map((l) => l.href));
  for (const i of items)
    for (const f of i.files) {
      assert.equal(Buffer.byteLength(read(path(f.url))), f.bytes, f.url);
      assert.ok(linked.has(path(f.url)), f.url);
    }
  for (const file of readdirSync('dist/data').filter((f) => /\.(json|csv|cff)$/.test(f))) assert.ok(linked.has(`/data/${file}`), file);
  for (const file of readdirSync('dist/data/schema')) assert.ok(linked.has(`/data/schema/${file}`), file);
});

// ---- CITATION.cff, by the schema of the Citation File Format 1.2.0 (draft-07)

const cff = (text: string): ErrorObject[] => {
  const ajv = new Ajv7({ strict: false, allErrors: true });
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync('src/checks/standards/cff-1.2.0.schema.json', 'utf8')) as object);
  validate(parseYaml(text));
  return validate.errors ?? [];
};

test('CITATION.cff is valid, one file in two places, and of the data’s version', () => {
  const text = readFileSync('CITATION.cff', 'utf8');
  assert.equal(read('/data/CITATION.cff'), text);
  assert.deepEqual(cff(text), []);
  assert.equal((parseYaml(text) as { version: string }).version, DATA_VERSION);
});

test('a wrong CITATION.cff is seen', () => {
  const text = readFileSync('CITATION.cff', 'utf8');
  for (const bad of [
    text.replace('type: dataset', 'type: website'),
    text.replace(/^title:.*$/m, ''),
    text.replace('CC0-1.0', 'CC0'),
    `${text}\nextra: 1\n`,
    text.replace('2026-11-24', '24 November 2026'),
  ])
    assert.notDeepEqual(cff(bad), [], bad.slice(0, 60));
});

// ---- feeds

const FEEDS = ['/changes/', '/changes/corrections/', '/timeline/', ...['policy', 'eu', 'uk', 'brazil', 'elsewhere', 'money', 'law'].map((t) => `/timeline/${t}/`)];
const isFull = (url: string): boolean => /^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : '');
/** RFC 822 with the four-digit year that RSS 2.0 allows. */
const RFC_822 = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** What the RSS 2.0 specification and the Atom link of its best practices ask for. */
function rssFaults(text: string, self: string): string[] {
  const out: string[] = [];
  const doc = parseDocument(text, { xmlMode: true });
  const kids = (e: Element, name: string) => e.children.filter((c): c is Element => 'name' in c && c.name === name);
  const only = (e: Element, name: string): string => {
    const found = kids(e, name);
    if (found.length !== 1) out.push(`${found.length} times <${name}> in <${e.name}>`);
    return textContent(found).trim();
  };
  const root = getElementsByTagName('rss', doc)[0];
  const channel = root && kids(root, 'channel')[0];
  if (!channel || root.attribs['version'] !== '2.0') return ['no rss 2.0 channel'];
  for (const name of ['title', 'link', 'description', 'language']) if (only(channel, name) === '') out.push(`<${name}> of the channel is empty`);
  if (!leads(only(channel, 'link'))) out.push('the channel’s link leads nowhere');
  const atom = kids(channel, 'atom:link')[0];
  if (root.attribs['xmlns:atom'] !== 'http://www.w3.org/2005/Atom' || atom?.attribs['rel'] !== 'self' || atom.attribs['type'] !== 'application/rss+xml') out.push('no atom:link to itself');
  else if (!isFull(atom.attribs['href'] ?? '') || path(atom.attribs['href'] ?? '') !== self) out.push(`atom:link names ${atom.attribs['href']}`);
  const built = kids(channel, 'lastBuildDate')[0];
  if (built && !RFC_822.test(textContent(built))) out.push(`lastBuildDate ${textContent(built)}`);
  const guids = new Set<string>();
  for (const item of kids(channel, 'item')) {
    if (only(item, 'title') === '' || only(item, 'description') === '') out.push('an item without words');
    const link = only(item, 'link');
    if (!isFull(link) || !leads(link)) out.push(`the link ${link} leads nowhere`);
    const guid = only(item, 'guid');
    if (guids.has(guid)) out.push(`the guid ${guid} twice`);
    guids.add(guid);
    if (kids(item, 'guid')[0]?.attribs['isPermaLink'] !== 'false' && guid !== link) out.push(`the guid ${guid} is no permanent link`);
    for (const date of kids(item, 'pubDate')) if (!RFC_822.test(textContent(date)) || Number.isNaN(Date.parse(textContent(date)))) out.push(`pubDate ${textContent(date)}`);
  }
  return out;
}

/** What jsonfeed.org/version/1.1 asks for. */
function jsonFeedFaults(text: string, self: string): string[] {
  const out: string[] = [];
  const feed = JSON.parse(text) as Record<string, unknown> & { items: Record<string, unknown>[] };
  if (feed['version'] !== 'https://jsonfeed.org/version/1.1') out.push('another version');
  if (typeof feed['title'] !== 'string' || !feed['title']) out.push('no title');
  for (const key of ['home_page_url', 'feed_url']) if (!leads(String(feed[key]))) out.push(`${key} leads nowhere`);
  if (path(String(feed['feed_url'])) !== self) out.push(`feed_url names ${String(feed['feed_url'])}`);
  const ids = new Set<unknown>();
  for (const i of feed.items) {
    if (typeof i['id'] !== 'string' || ids.has(i['id'])) out.push(`the id ${String(i['id'])} is missing or there twice`);
    ids.add(i['id']);
    if (!leads(String(i['url']))) out.push(`the url ${String(i['url'])} leads nowhere`);
    if (typeof i['content_text'] !== 'string' && typeof i['content_html'] !== 'string') out.push('an item without content');
    for (const key of ['date_published', 'date_modified']) if (i[key] !== undefined && !RFC_3339.test(String(i[key]))) out.push(`${key} ${String(i[key])}`);
    if (!Array.isArray(i['tags'])) out.push('an item without tags');
  }
  return out;
}

for (const feed of FEEDS)
  test(`the feed ${feed} is valid in both formats, which hold the same`, () => {
    const rss = read(`${feed}rss.xml`);
    assert.deepEqual(rssFaults(rss, `${feed}rss.xml`), []);
    const other = read(`${feed}feed.json`);
    assert.deepEqual(jsonFeedFaults(other, `${feed}feed.json`), []);
    const guids = getElementsByTagName('guid', parseDocument(rss, { xmlMode: true })).map((g) => textContent(g));
    assert.deepEqual(
      guids,
      (JSON.parse(other) as { items: { id: string }[] }).items.map((i) => i.id),
    );
  });

test('a feed that is wrong is seen', () => {
  const rss = read('/timeline/law/rss.xml');
  const guid = /<guid[^>]*>([^<]+)/.exec(rss)?.[1] ?? '';
  for (const [bad, what] of [
    [rss.replace(/<atom:link[^>]*>/, ''), /no atom:link/],
    [rss.replace('/timeline/law/rss.xml', '/timeline/eu/rss.xml'), /atom:link names/],
    [rss.replace(/<pubDate>[^<]*/, '<pubDate>2025-05-27'), /pubDate 2025-05-27/],
    [rss.replace(/<link>[^<]*#[^<]*/, '<link>/timeline/'), /leads nowhere/],
    [rss.replace(/(<\/item><item>.*?<guid[^>]*>)[^<]+/, `$1${guid}`), /twice/],
    [rss.replace('<description>', '<text>').replace('</description>', '</text>'), /0 times <description> in <channel>/],
  ] as const)
    assert.match(rssFaults(bad, '/timeline/law/rss.xml').join(' | '), what);
  const feed = read('/timeline/law/feed.json');
  for (const [bad, what] of [
    [feed.replace('version/1.1', 'version/1'), /another version/],
    [feed.replace('"content_text"', '"text"'), /without content/],
    [feed.replace(/"date_published":"[^"]*"/, '"date_published":"27 May 2025"'), /date_published 27 May 2025/],
  ] as const)
    assert.match(jsonFeedFaults(bad, '/timeline/law/feed.json').join(' | '), what);
});

test('each event of the timeline is in its topic’s feed and in the feed of all', () => {
  const ids = (feed: string) => (JSON.parse(read(`${feed}feed.json`)) as { items: { id: string }[] }).items.map((i) => i.id);
  assert.deepEqual(FEEDS.slice(3).flatMap(ids).sort(), ids('/timeline/').sort());
  assert.equal(ids('/timeline/').length, (json('/data/timeline.json') as unknown as Data).count);
});

test('pages name their feeds, the calendar and the search in their head; /feeds/ lists all', () => {
  const heads = (page: string) =>
    findAll((e) => e.name === 'link', parseDocument(read(`${page}index.html`)).children).map((l) => `${l.attribs['rel']} ${l.attribs['type'] ?? ''} ${l.attribs['href']}`);
  for (const p of site.pages.filter((x) => x.kind === 'page' && x.path !== '/404/').slice(0, 400)) {
    const own = heads(p.path);
    for (const want of ['alternate application/rss+xml /changes/rss.xml', 'alternate application/feed+json /changes/feed.json', 'search application/opensearchdescription+xml /opensearch.xml'])
      assert.ok(own.includes(want), `${p.path}: ${want}`);
  }
  for (const f of FEEDS) {
    const where = f.startsWith('/timeline/') ? '/timeline/' : '/changes/';
    for (const page of [where, '/feeds/'])
      for (const end of ['rss+xml', 'feed+json']) assert.ok(heads(page).includes(`alternate application/${end} ${f}${end === 'rss+xml' ? 'rss.xml' : 'feed.json'}`), `${page}: ${f}`);
    const links = site.pages.find((p) => p.path === '/feeds/')?.links.map((l) => l.href);
    for (const file of ['rss.xml', 'feed.json', '../calendar.ics'].slice(0, 2)) assert.ok(links?.includes(f + file), f + file);
  }
  for (const page of ['/timeline/', '/feeds/']) assert.ok(heads(page).includes('alternate text/calendar /calendar.ics'), page);
  assert.equal(englishFiles().filter((f) => f.endsWith('rss.xml')).length, FEEDS.length);
});

// ---- calendar (RFC 5545)

function calendarFaults(text: string): string[] {
  const out: string[] = [];
  if (/[^\r]\n/.test(text) || !text.endsWith('\r\n')) out.push('lines do not end with CRLF');
  for (const line of text.split('\r\n')) if (Buffer.byteLength(line) > 75) out.push(`a line of ${Buffer.byteLength(line)} octets`);
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  if (calendar.getFirstPropertyValue('version') !== '2.0' || !calendar.getFirstPropertyValue('prodid')) out.push('no version or producer');
  const uids = new Set<string>();
  for (const component of calendar.getAllSubcomponents('vevent')) {
    const e = new ICAL.Event(component);
    if (!e.uid || uids.has(e.uid)) out.push(`the uid ${e.uid} is missing or there twice`);
    uids.add(e.uid);
    if (!component.getFirstPropertyValue('dtstamp')) out.push(`${e.uid}: no stamp`);
    if (!e.startDate.isDate || e.endDate.toJSDate() <= e.startDate.toJSDate()) out.push(`${e.uid}: no whole day`);
    const url = String(component.getFirstPropertyValue('url'));
    if (!leads(url)) out.push(`${e.uid}: ${url} leads nowhere`);
  }
  return out;
}

test('the calendar is read by a calendar program: every day that is known, the days routes are due, no clock of the build', () => {
  const text = read('/calendar.ics');
  assert.deepEqual(calendarFaults(text), []);
  const events = new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents('vevent').map((c) => new ICAL.Event(c));
  const timeline = (json('/data/timeline.json') as unknown as { items: { id: string; date: string; title: string }[] }).items.filter((e) => e.date.length === 10);
  for (const t of timeline) {
    const found = events.find((e) => e.uid === `timeline-${t.id}@right-to-object`);
    assert.equal(found?.summary, t.title);
    assert.equal(found?.startDate.toString(), t.date);
  }
  const due = new Set((json('/data/routes.json') as unknown as { items: { next_check: string }[] }).items.map((r) => r.next_check));
  assert.equal(events.length, timeline.length + due.size);
  for (const day of due) assert.ok(events.some((e) => e.uid === `routes-due-${day}@right-to-object`));
  const newest = (json('/data/index.json') as unknown as Data).generated.replaceAll('-', '');
  for (const [, stamp] of text.matchAll(/DTSTAMP:(\d{8})T000000Z/g)) assert.ok((stamp ?? '') <= newest, stamp);
  assert.equal([...text.matchAll(/DTSTAMP:\d{8}T000000Z/g)].length, events.length);
});

test('a calendar that is wrong is seen', () => {
  const text = read('/calendar.ics');
  const uid = /UID:(.+)\r\n/.exec(text)?.[1] ?? '';
  assert.match(calendarFaults(text.replaceAll('\r\n', '\n')).join(), /CRLF/);
  assert.match(calendarFaults(text.replace(/(END:VEVENT[\s\S]*?UID:).+\r\n/, `$1${uid}\r\n`)).join(), /there twice/);
  assert.match(calendarFaults(text.replace('\r\n ', '')).join(), /octets/);
  assert.match(calendarFaults(text.replace(/URL:(?=.*timeline).*\r\n/, 'URL:http://localhost:4321/nowhere/\r\n')).join(), /leads nowhere/);
});

// ---- OpenSearch 1.1

function searchFaults(text: string): string[] {
  const out: string[] = [];
  const root = parseDocument(text, { xmlMode: true }).children.find((c): c is Element => 'name' in c && c.name === 'OpenSearchDescription');
  if (root?.attribs['xmlns'] !== 'http://a9.com/-/spec/opensearch/1.1/') return ['another namespace'];
  const one = (name: string) => textContent(root.children.filter((c) => 'name' in c && c.name === name));
  if (!one('ShortName') || one('ShortName').length > 16) out.push('the short name');
  if (!one('Description') || one('Description').length > 1024) out.push('the description');
  if (one('Contact')) out.push('a contact');
  const urls = getElementsByTagName('Url', root).map((u) => u.attribs);
  const html = urls.find((u) => u['type'] === 'text/html');
  if (!html?.['template']?.includes('{searchTerms}')) out.push('no template with {searchTerms}');
  for (const u of urls) if (!leads((u['template'] ?? '').replace(/\?.*$/, ''))) out.push(`${u['template']} leads nowhere`);
  if (urls.find((u) => u['rel'] === 'self')?.['type'] !== 'application/opensearchdescription+xml') out.push('no address of itself');
  if (!leads(one('Image'))) out.push('the icon');
  return out;
}

test('the search description is one, and leads to our search page', () => {
  const text = read('/opensearch.xml');
  assert.deepEqual(searchFaults(text), []);
  assert.match(text, /template="[^"]+\/search\/\?q=\{searchTerms\}"/);
  assert.match(searchFaults(text.replace('a9.com', 'example.org')).join(), /namespace/);
  assert.match(searchFaults(text.replace('{searchTerms}', '')).join(), /no template/);
  assert.match(searchFaults(text.replace('/search/?', '/find/?')).join(), /leads nowhere/);
  assert.match(searchFaults(text.replace('<ShortName>', '<ShortName>The site called ')).join(), /short name/);
});

// ---- llms.txt (llmstxt.org)

function llmsFaults(text: string): string[] {
  const out: string[] = [];
  const [title, gap, summary, ...rest] = text.split('\n');
  if (!/^# \S/.test(title ?? '') || gap !== '') out.push('does not begin with one H1');
  if (!/^> \S/.test(summary ?? '')) out.push('no summary in a quotation');
  let section = '';
  const sections: string[] = [];
  for (const line of rest) {
    const heading = /^(#+) (.+)$/.exec(line);
    if (heading) {
      if (heading[1] !== '##') out.push(`a heading of another level: ${line}`);
      section = heading[2] ?? '';
      sections.push(section);
    } else if (section && line !== '') {
      const link = /^- \[(?:[^[\]\\]|\\.)+\]\((\S+)\): (.{10,})$/.exec(line);
      if (!link) out.push(`no link with notes: ${line}`);
      else if (!leads(link[1] ?? '')) out.push(`${link[1]} leads nowhere`);
    }
  }
  if (sections.includes('Optional') && sections.at(-1) !== 'Optional') out.push('Optional is not the last section');
  if (new Set(sections).size !== sections.length) out.push('a section twice');
  return out;
}

test('llms.txt has the format, and names every article, guide and question with its description', () => {
  const text = read('/llms.txt');
  assert.deepEqual(llmsFaults(text), []);
  for (const p of site.pages.filter((x) => /^\/(object|questions)\//.test(x.path) || x.path === '/friend-photos/'))
    if (!/^\/(questions|object)\/$/.test(p.path)) assert.ok(text.includes(`${p.path}): ${p.meta.get('description')}`), p.path);
  assert.match(llmsFaults(text.replace('# ', '## ')).join(), /one H1/);
  assert.match(llmsFaults(text.replace('/object/facebook/', '/object/myspace/')).join(), /leads nowhere/);
  assert.match(llmsFaults(text.replace(/^(- \[.*\]\(\S+\)): .*$/m, '$1')).join(), /no link with notes/);
  assert.match(llmsFaults(text.replace('## Tools', '### Tools')).join(), /another level/);
});

// ---- frames

test('each claim and each figure has a frame, and its page the line of HTML for it', () => {
  const paths = new Set(site.pages.map((p) => p.path));
  for (const p of site.pages.filter((x) => /^\/(claims|figures)\/./.test(x.path))) {
    const kind = p.path.startsWith('/claims/') ? 'claim' : 'figure';
    const frame = `/embed/${kind}/${p.path.split('/')[2]}/`;
    assert.ok(paths.has(frame), frame);
    const code = textContent(findAll((e) => e.name === 'code', parseDocument(p.html).children)[0] ?? []);
    const line = parseDocument(code).children[0] as Element;
    assert.equal(line.name, 'iframe', p.path);
    assert.equal(path(line.attribs['src'] ?? ''), frame);
    assert.ok(line.attribs['title']?.includes(p.headings[0]?.text ?? '?'), p.path);
  }
  assert.equal(site.pages.filter((p) => p.kind === 'embed').length, site.pages.filter((x) => /^\/(claims|figures)\/./.test(x.path)).length);
});

test('no frame is in the sitemap', () => assert.doesNotMatch(read('/sitemap-0.xml'), /\/embed\//));

test('the addresses of the site’s organisation, search, terms, data, questions and checked claims are in its JSON-LD', () => {
  const types = (page: string) => new Set([...(site.pages.find((p) => p.path === page)?.jsonLd[0] ?? '').matchAll(/"@type":"(\w+)"/g)].map((m) => m[1]));
  for (const [page, wanted] of [
    ['/', ['WebSite', 'SearchAction', 'Organization']],
    ['/data/', ['DataCatalog', 'Dataset', 'DataDownload']],
    ['/glossary/', ['DefinedTermSet', 'DefinedTerm']],
    ['/questions/', ['FAQPage', 'Question']],
    ['/myths/', ['ClaimReview', 'Rating']],
    ['/about/the-first-article/', ['ClaimReview', 'Rating']],
  ] as const)
    for (const type of wanted) assert.ok(types(page).has(type), `${page}: ${type}`);
  const myths = site.pages.find((p) => p.path === '/myths/');
  const reviews = (JSON.parse(myths?.jsonLd[0] ?? '{}') as { '@graph': { '@type': string; url: string }[] })['@graph'].filter((g) => g['@type'] === 'ClaimReview');
  assert.equal(reviews.length, myths?.headings.filter((h) => h.text.startsWith('“')).length);
  for (const r of reviews) assert.ok(leads(r.url) && new URL(r.url).hash, r.url);
});
