/** Every page of the site with what lists, feeds, previews and the search index need to know of it. */
import { t } from '../domain/t.ts';
import { articlePath, claimPath, countryPath, figurePath, guidePath, infoPath, questionPath, shortListPath, sourceListPath } from '../domain/routes.ts';
import { articles, authorities, citedClaims, countries, guides, home, infoPages, questions, regimeById, regimes, timeline } from './entries.ts';
import type { Kind } from '../domain/kinds.ts';
import { longDate } from '../domain/dates.ts';
import type { Country, Regime } from '../schema/places.ts';
import { figures } from './figures.ts';
import { letterPages } from './letters.ts';
import { atLeast, times } from '../domain/policy-changes.ts';
import { SERVICES, versionPages } from './policy-history.ts';
import { pageAliases } from './search-words.ts';

export interface PageFacts {
  path: string;
  title: string;
  description: string;
  kind: Kind;
  updated: string;
  nav: string;
  /** Words people type when they look for it, where no text file of its own has them. */
  aliases?: string[];
}

const first = (text: string, max: number): string => (text.length <= max ? text : `${text.slice(0, max - 1).replace(/\s+\S*$/, '')}…`);

const prose: PageFacts[] = [
  ...articles.map((e) => ({ path: articlePath(e.id), kind: 'Article' as const, nav: e.data.nav, ...pick(e.data) })),
  ...guides.map((e) => ({ path: guidePath(e.id), kind: 'Guide' as const, nav: e.data.nav, ...pick(e.data) })),
  ...questions.map((e) => ({ path: questionPath(e.id), kind: 'Question' as const, nav: e.data.title, ...pick(e.data) })),
  ...infoPages.map((e) => ({ path: infoPath(e.id), kind: 'About' as const, nav: e.data.nav, ...pick(e.data) })),
];

function pick(d: { title: string; description: string; updated: string }) {
  return { title: d.title, description: d.description, updated: d.updated };
}

const latest =
  prose
    .map((p) => p.updated)
    .sort()
    .at(-1) ?? home.today_date;
const searchWords = pageAliases('.', 'en');
const list = (path: string, title: string, nav: string, description: string, kind: Kind = 'Reference'): PageFacts => ({
  path,
  title,
  nav,
  description,
  kind,
  updated: latest,
  aliases: searchWords.get(path) ?? [],
});

/** Pages that lists make. Their texts stand here because no content file does. */
export const listPages = {
  home: list('/', home.title, t('Home'), home.description, 'About'),
  questions: list(
    '/questions/',
    t('Questions people ask about Meta and AI training'),
    t('Questions'),
    t('Short, sourced answers to the questions people ask about Meta, AI training and the right to object, each with an address of its own.'),
  ),
  glossary: list('/glossary/', t('Glossary: the words, explained'), t('Glossary'), t('The legal and technical words of the AI training debate, each in one plain sentence with its source.')),
  timeline: list(
    '/timeline/',
    t('Timeline: Meta, AI training and the law'),
    t('Timeline'),
    t('What happened and when, from {year} to today: policy changes, authorities, courts and laws, each event with its source.', { year: timeline[0]?.date.slice(0, 4) ?? '2023' }),
  ),
  claims: list('/claims/', t('Every claim on this site'), t('Claims'), t('All statements this site makes, with their sources, the date we saw them and how sure we are.')),
  search: list('/search/', t('Search and index'), t('Search'), t('Search every article, guide, question and claim, or find your topic in the index.')),
  changes: list('/changes/', t('What changed on this site'), t('Changes'), t('Every addition, update and correction to this site, newest first, also as a feed.'), 'About'),
  letters: list(
    '/letters/',
    t('Letters: object, ask, remind, complain'),
    t('Letters'),
    t('Letters to Meta, authorities and friends about AI training, for the EU, UK, Switzerland and Brazil. You fill them in; nothing leaves your browser.'),
    'Letter',
  ),
  deadline: list(
    '/deadline/',
    t('When is Meta’s answer due? Count the day'),
    t('Deadline'),
    t('Enter the day your objection arrived. See the day an answer is due, the latest extended day, the rule and the count, and save it to your calendar.'),
    'Tool',
  ),
  plan: list(
    '/plan/',
    t('Your plan: what to do about Meta’s AI training'),
    t('Your plan'),
    t('Answer up to six questions, each with “I don’t know”. Get one first step and a plan that fits where you live, to print or to share. Nothing you answer is sent.'),
    'Tool',
  ),
  countries: list(
    '/countries/',
    t('Countries: your right to object, by law'),
    t('Countries'),
    t('What you can do about Meta’s AI training where you live: the law, the right and how sure it is, the route, the authority, the time limit, and what remains.'),
    'Country',
  ),
  complain: list(
    '/complain/',
    t('Complain: find your data protection authority'),
    t('Complain'),
    t('Which authority takes your complaint about Meta’s AI training, with its address, site, form and languages, what a complaint needs, and what happens next.'),
    'Tool',
  ),
  routes: list(
    '/routes/',
    t('Official routes to object, one by one'),
    t('Routes'),
    t('Every official form, menu and address for objecting to Meta’s AI training: what it asks, what comes back, what it does not cover, and when it was last seen.'),
  ),
  record: list(
    '/my-record/',
    t('Your own record, kept on your device'),
    t('Your record'),
    t('Keep dates, notes and screenshots of your objections in your own browser, encrypted when exported, or on a paper table. Off until you ask for it.'),
    'Tool',
  ),
  policyRecord: list(
    '/policy-record/',
    t('The policy, word by word through time'),
    t('Policy record'),
    t('How often Meta’s Privacy Policy names AI and legitimate interest, how long it is, and which phrases came and went, version by version since 2022.'),
  ),
  figures: list(
    '/figures/',
    t('Figures: charts to look at and to share'),
    t('Figures'),
    t('Every chart and diagram of this site, each with its table, its sources, and an address and preview image of its own.'),
  ),
  walkthrough: list(
    '/dark-patterns/walkthrough/',
    t('The way to no, screen by screen'),
    t('Screen by screen'),
    t('Saying no to Meta in 2024, in 2025 and in a fair design: each screen in words, counted from sourced descriptions, and a re-enactment to try yourself.'),
  ),
  thisSite: list(
    '/dark-patterns/this-site/',
    t('This site, judged by the same list'),
    t('This site, judged'),
    t('The EDPB’s 16 types of deceptive design, turned on ourselves: what this site does, where it falls short, and what would catch a fault.'),
    'About',
  ),
  photosTry: list(
    '/friend-photos/try/',
    t('Friends’ photos: who objects, and what is left'),
    t('Try: friends’ photos'),
    t('Set friends, photos and who objects, and see person by person which photos an objection removes and which it cannot reach.'),
    'Tool',
  ),
  whatIsPublic: list(
    '/what-counts-as-public/',
    t('What counts as public at Meta?'),
    t('What counts as public'),
    t('Choose a kind of content, an audience, a profile and an age. See whether it is within what Meta says it trains on, and why, with the whole table below.'),
    'Tool',
  ),
  data: list(
    '/data/',
    t('Open data: routes, claims, letters and more'),
    t('Open data'),
    t('Routes, claims, sources, authorities, laws, timeline, letters and policy history of this site as JSON and CSV, with schemas, licence and how to cite them.'),
  ),
  feeds: list(
    '/feeds/',
    t('Feeds and calendar: hear of what changes'),
    t('Feeds and calendar'),
    t('Feeds for changes, corrections and each topic of the timeline, a calendar of the dates, and search from your browser’s address bar. No sign-up.'),
  ),
  offline: list(
    '/offline/',
    t('Keep this site on your device'),
    t('Keep offline'),
    t('Keep the whole site on your device with one button that says its size: articles, letters, plan and search work without a network. Or take one file, or a book.'),
    'Tool',
  ),
  missing: list(
    '/offline/missing/',
    t('This page is not in your copy'),
    t('Not in your copy'),
    t('There is no network, and the copy of this site on your device has no page at this address.'),
    'About',
  ),
  book: list('/book/', t('The whole site as a book'), t('Book'), t('Every article, guide, question and letter of this site on one page, with a table of contents, to print or to save as PDF.')),
  firstArticle: list(
    '/about/the-first-article/',
    t('The article this site began with'),
    t('The first article'),
    t('Each statement of the article that started this project, checked again: what is still true, what changed, what was wrong.'),
    'About',
  ),
  sources: list(
    '/sources/',
    t('Sources: official texts and first-hand statements'),
    t('Sources'),
    t('The laws, rulings, official statements and company texts this site rests on, with the date we checked each.'),
  ),
  press: list(sourceListPath('press'), t('Sources: press reports'), t('Press reports'), t('The press reports this site rests on, with publisher, date and the date we checked each.')),
  analysis: list(
    sourceListPath('analysis'),
    t('Sources: analyses and guides'),
    t('Analyses and guides'),
    t('The analyses, guides and third-party records this site rests on, with the date we checked each.'),
  ),
  poster: list(
    '/share/poster/',
    t('A poster for notice boards'),
    t('Poster'),
    t('One printable page that says what Meta uses, that you can object, and how: with sources in small print and a code that opens the guide. A4 and US Letter.'),
    'Tool',
  ),
  leaflet: list(
    '/share/leaflet/',
    t('A leaflet of two pages'),
    t('Leaflet'),
    t('Two printable pages to hand out: what Meta uses, how to object, what an objection does not reach, and what to do after. With sources and a code.'),
    'Tool',
  ),
  short: list(
    shortListPath('pages'),
    t('Short addresses of all pages'),
    t('Short addresses'),
    t('The short address of every page and question on this site, and where each one leads. A short address once given never leads elsewhere.'),
  ),
  shortClaims: list(
    shortListPath('claims'),
    t('Short addresses of all claims'),
    t('Claims'),
    t('The short address of every claim on this site, and where each one leads. A short address once given never leads elsewhere.'),
  ),
  shortPlans: list(
    shortListPath('plans'),
    t('Short addresses of all plans'),
    t('Plans'),
    t('The short address of the plan for every set of answers, and where each one leads. A short address once given never leads elsewhere.'),
  ),
  paper: list(sourceListPath('paper'), t('Sources: research papers'), t('Research papers'), t('The research papers this site rests on, with authors, year and the date we checked each.')),
} satisfies Record<string, PageFacts>;

export const claimPages: PageFacts[] = [...citedClaims.values()].map(({ claim }) => ({
  path: claimPath(claim.id),
  title: claim.title,
  nav: claim.title,
  description: first(claim.text, 158),
  kind: 'Claim',
  updated: claim.seen,
}));

export const letterFacts: PageFacts[] = letterPages.map((p) => ({ path: p.path, title: p.title, nav: p.words.nav, description: p.description, kind: 'Letter', updated: p.words.updated }));

const place = (name: string, where: string) => ({
  title: first(t('{name}: Meta’s AI training and your rights', { name }), 65),
  description: first(t('What you can do about Meta’s AI training {where}: the law, the right and how sure it is, the route, the authority, the time limit and what remains.', { where }), 160),
});
/** What an authority is called, in its own language and ours, and the parts of a country that have one of their own. */
const authorityNames = (c: Regime | Country): string[] => {
  const ids = 'regime' in c ? [c.authority] : c.id === 'eu-eea' ? [] : c.authorities;
  const own = authorities.filter((a) => ids.includes(a.id) || (a.part && a.place === c.id));
  return [...new Set(own.flatMap((a) => [a.abbreviation, a.name, a.name_en, a.part && t('{part} data protection authority', { part: a.part })].filter((n) => n !== undefined)))];
};
/** The regime of all countries without a page of their own. */
const REST = 'rest-of-world';
/** Names of the countries and territories that have no page here, so that a search for one ends at the page for the rest. */
const unlisted = (): string[] => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const listed = new Set([...regimes, ...countries].map((c) => c.id));
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters
    .flatMap((a) => letters.map((b) => a + b))
    .filter((code) => !listed.has(code.toLowerCase()) && !NOT_A_COUNTRY.has(code))
    .map((code) => names.of(code))
    .filter((name) => name !== undefined);
};
/** Codes of groups, of test regions, and old codes of countries that have a page. */
const NOT_A_COUNTRY = new Set([
  'EU',
  'EZ',
  'UN',
  'QO',
  'XA',
  'XB',
  'ZZ',
  'UK',
  'AC',
  'BU',
  'CP',
  'CQ',
  'CS',
  'DD',
  'DG',
  'DY',
  'EA',
  'FX',
  'HV',
  'IC',
  'NH',
  'QU',
  'RH',
  'SU',
  'TA',
  'TP',
  'VD',
  'YD',
  'YU',
  'ZR',
  'AN',
  'NT',
  'PC',
  'FQ',
  'JT',
  'MI',
  'NQ',
  'PU',
  'PZ',
  'WK',
  'CT',
  'US',
  'GB',
]);
export const countryPages: PageFacts[] = [...regimes, ...countries].map((c) => ({
  path: countryPath(c.id),
  nav: c.name,
  kind: 'Country',
  updated: ('regime' in c ? regimeById(c.regime) : c).seen,
  aliases: [...(searchWords.get(countryPath(c.id)) ?? []), ...authorityNames(c), ...(c.id === REST ? unlisted() : [])],
  ...place(c.name, c.in),
}));

export const policyPages: PageFacts[] = versionPages.map(({ path, service, version, before }) => ({
  path,
  title: t('{service}’s privacy policy, recorded {recorded}', { service: SERVICES[service], recorded: longDate(version.recorded) }),
  nav: `${SERVICES[service]}, ${longDate(version.recorded)}`,
  description: before
    ? t('{service}’s privacy policy as recorded on {day}: AI named {times} after {before}, with what came and went.', {
        service: SERVICES[service],
        day: longDate(version.recorded),
        times: times(version.ai, version),
        before: atLeast(before.ai, before),
      })
    : t('{service}’s privacy policy as recorded on {day}: AI named {times}, with what came and went.', {
        service: SERVICES[service],
        day: longDate(version.recorded),
        times: times(version.ai, version),
      }),
  kind: 'Reference',
  updated: latest,
}));

export const figurePages: PageFacts[] = figures.map((f) => ({
  path: figurePath(f.id),
  title: f.title,
  nav: f.title,
  description: first(t('{caption} With table and sources.', { caption: f.caption }), 158),
  kind: 'Reference',
  updated: latest,
  aliases: searchWords.get(figurePath(f.id)) ?? [],
}));

export const allPages: PageFacts[] = [...Object.values(listPages), ...prose, ...letterFacts, ...countryPages, ...policyPages, ...figurePages, ...claimPages];

export const pageByPath = (path: string): PageFacts | undefined => allPages.find((p) => p.path === path.replace(/#.*$/, ''));
