import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dueProblems } from './freshness.ts';
import { contentProblems, nearest } from './integrity.ts';
import type { RawContent, RawPage } from './raw.ts';

const ANSWER = `<Answer>

<Claim id="training-began">Meta began to use public posts of adults for its AI on 27 May 2025.</Claim> You can object at any time, and an objection works for the future. The form asks for your email address and needs no reason. Keep the confirmation as evidence of what you sent.

</Answer>
`;
const BODY = `${ANSWER}
## Training since May

<Claim id="training-began">It began on 27 May 2025.</Claim> Read [how to object](/object/).
`;
const common = {
  title: 'What changed in the policy',
  description: 'What changed in the policy, when it changed, and what it means for you now.',
  order: 1,
  for: 'everyone',
  task: 'understand',
  published: '2026-11-24',
  updated: '2026-11-24',
  checked: '2026-11-24',
  next_check: '2027-02-22',
  aliases: ['policy', 'terms', 'rules'],
  related: ['/object/'],
};
const page = (id: string, frontmatter: object, body = BODY): RawPage => ({
  file: `content/en/articles/${id}.mdx`,
  id,
  // Search words lead to one page only.
  frontmatter: { ...frontmatter, aliases: common.aliases.map((a) => `${a} ${id}`) },
  bodyLine: 20,
  body,
});
const record = (value: object, line = 1, file = 'content/data/x.yml') => ({ file, line, value });

/** A small content set without a fault. Each test plants one. */
function sound(): RawContent {
  return {
    lang: 'en',
    claims: [
      record({
        id: 'training-began',
        title: 'Training began in May 2025',
        text: 'Meta began training on 27 May 2025.',
        standing: 'confirmed',
        date: '2025-05-27',
        seen: '2026-11-23',
        next_check: '2027-05-22',
        sources: ['dpc'],
      }),
    ],
    sources: [record({ id: 'dpc', publisher: 'DPC', title: 'Statement', url: 'https://example.org/a', published: '2025-05', kind: 'primary', read: true, checked: '2026-11-23' })],
    routes: [
      record({
        id: 'form',
        title: 'The form',
        kind: 'form',
        url: 'https://example.org/form',
        products: ['facebook'],
        regions: ['eu-eea'],
        account: 'required',
        asks: ['email'],
        returns: 'an email',
        not_covered: 'other people',
        standing: 'confirmed',
        last_seen: '2025-05',
        seen: '2026-11-23',
        next_check: '2027-02-21',
        when_fails: ['/object/'],
        claims: ['training-began'],
      }),
    ],
    glossary: [record({ id: 'gdpr', term: 'GDPR', short: 'The data protection law of the EU.', claims: ['training-began'] })],
    timeline: [record({ id: 'start', date: '2025-05-27', title: 'Training begins', text: 'Meta begins.', topic: 'eu', claims: ['training-began'] })],
    changes: [record({ id: 'first', date: '2026-11-24', kind: 'new', title: 'First edition', text: 'All new.', pages: ['/object/'] })],
    original: [record({ id: 'one', says: 'It says.', verdict: 'wrong', now: 'It is not so.', page: '/object/', claims: ['training-began'] })],
    home: [],
    handouts: [],
    plan: [],
    letterFields: [],
    letters: [],
    fieldWords: [],
    letterWords: [],
    regimes: [],
    countries: [],
    authorities: [],
    flows: [],
    features: [],
    edpbTypes: [],
    aiSettings: [],
    scope: [],
    search: [],
    synonyms: [],
    pageAliases: [],
    passages: [],
    redirects: [],
    phrases: [],
    policyHistory: [],
    published: [],
    shortCodes: [],
    articles: [page('policy-change', { ...common, nav: 'What changed' })],
    guides: [
      {
        ...page('object', {
          ...common,
          title: 'How to object to Meta',
          description: 'How to object to AI training on Facebook and Instagram, step by step, with limits.',
          nav: 'Object',
          limits: 'It does not reach what other people post.',
          minutes: 5,
          need: ['a password'],
          other_ways: 'By letter, too.',
        }),
        file: 'content/en/guides/object.mdx',
      },
    ],
    questions: [],
    info: [],
    failures: [],
  };
}
const errors = (content: RawContent) => contentProblems(content).filter((p) => p.severity === 'error');

test('a sound content set has no problem', () => assert.deepEqual(errors(sound()), []));

type Plant = (c: RawContent) => void;
const edit = (list: { value: unknown }[], change: object) => Object.assign(list[0]?.value as object, change);
const article = (c: RawContent): RawPage => c.articles[0] as RawPage;
const front = (c: RawContent, change: object) => Object.assign(article(c).frontmatter as object, change);
const say = (c: RawContent, text: string) => (article(c).body += `\n${text}\n`);

const faults: [name: string, plant: Plant, what: RegExp, mend: RegExp][] = [
  ['unknown claim in a text', (c) => say(c, '<Claim id="training-begin">x</Claim>'), /unknown claim "training-begin"/, /training-began/],
  ['claim without an id', (c) => say(c, '<Claim>x</Claim>'), /<Claim> has no id/, /id of a claim/],
  ['unknown claim in a quotation', (c) => say(c, '<Quote claim="nope" cite="X">y</Quote>'), /unknown claim "nope"/, /content\/data\/claims/],
  ['unknown claim in a menu path', (c) => say(c, '<MenuPath claim="nope" app="A" platform="web" path="B > C" />'), /unknown claim "nope"/, /claims/],
  ['unknown glossary term', (c) => say(c, '<Term id="gpdr">x</Term>'), /unknown glossary term "gpdr"/, /gdpr|glossary/],
  ['unknown route', (c) => say(c, '<Route id="frm" />'), /unknown route "frm"/, /form|routes/],
  ['component in plain Markdown', (c) => (article(c).file = article(c).file.replace('.mdx', '.md')), /in plain Markdown/, /\.mdx/],
  ['unknown component', (c) => say(c, '<Clam id="x">y</Clam>'), /unknown component <Clam>/, /Claim/],
  ['claim without a source', (c) => edit(c.claims, { sources: [] }), /has no source/, /correct/],
  ['claim with an unknown source', (c) => edit(c.claims, { sources: ['dcp'] }), /unknown source "dcp"/, /sources/],
  ['claim with an unknown standing', (c) => edit(c.claims, { standing: 'certain' }), /standing/, /correct "standing"/],
  ['claim with an impossible date', (c) => edit(c.claims, { date: '2025-02-30' }), /not a day that exists/, /date/],
  ['claim with a date in words', (c) => edit(c.claims, { seen: 'yesterday' }), /needs a date such as/, /seen/],
  ['claim that is vague without a reason', (c) => edit(c.claims, { text: 'Meta might begin training on some data.' }), /says "might" without a reason/, /because/],
  ['two claims with one id', (c) => c.claims.push(record({ ...(c.claims[0]?.value as object) }, 9)), /stands twice \(first in content\/data\/x.yml:1\)/, /another id/],
  ['two sources with one id', (c) => c.sources.push(record({ ...(c.sources[0]?.value as object) }, 9)), /source id "dpc" stands twice/, /another id/],
  ['two terms with one id', (c) => c.glossary.push(record({ ...(c.glossary[0]?.value as object) }, 9)), /stands twice/, /another id/],
  ['id that cannot be an address', (c) => edit(c.glossary, { id: 'GDPR!' }), /lower-case letters/, /id/],
  ['source with a broken address', (c) => edit(c.sources, { url: 'example.org' }), /full web address/, /url/],
  ['source of an unknown kind', (c) => edit(c.sources, { kind: 'rumour' }), /kind/, /kind/],
  ['definition of more than 20 words', (c) => edit(c.glossary, { short: 'word '.repeat(21).trim() }), /longer than 20 words/, /short/],
  ['event without a claim', (c) => edit(c.timeline, { claims: [] }), /claims/, /claims/],
  ['event with an unknown claim', (c) => edit(c.timeline, { claims: ['nope'] }), /unknown claim/, /claims/],
  ['route without a claim', (c) => edit(c.routes, { claims: [] }), /claims/, /claims/],
  ['route that falls back to nothing known', (c) => edit(c.routes, { when_fails: ['letter'] }), /unknown route "letter"/, /routes/],
  ['unknown field in a claim', (c) => edit(c.claims, { standng: 'x' }), /unknown field "standng"/, /src\/schema/],
  ['unknown field in an article', (c) => front(c, { tilte: 'x' }), /unknown field "tilte"/, /spelling/],
  ['missing description', (c) => front(c, { description: undefined }), /description: is missing/, /description/],
  ['description that is too long', (c) => front(c, { description: 'x'.repeat(161) }), /longer than 160/, /description/],
  ['title that is too long', (c) => front(c, { title: 'x'.repeat(66) }), /longer than 65/, /title/],
  ['two pages with one title', (c) => front(c, { title: 'How to object to Meta' }), /title is the same/, /of its own/],
  ['two pages with one description', (c) => front(c, { description: (c.guides[0]?.frontmatter as { description: string }).description }), /description is the same/, /of its own/],
  ['wrong date on a page', (c) => front(c, { checked: '2026-13-01' }), /checked/, /checked/],
  ['guide that does not say its limits', (c) => delete (c.guides[0]?.frontmatter as { limits?: string }).limits, /limits: is missing/, /limits/],
  ['page without search words', (c) => front(c, { aliases: [] }), /at least 3 search words/, /aliases/],
  ['broken internal link', (c) => say(c, 'See [the guide](/objekt/).'), /link to \/objekt\/ leads nowhere/, /\/object\//],
  ['broken related link', (c) => front(c, { related: ['/nowhere/'] }), /leads nowhere/, /link to a page/],
  ['link without a trailing slash', (c) => say(c, 'See [the guide](/object).'), /no trailing slash/, /\/friend-photos\//],
  ['relative link', (c) => say(c, 'See [the guide](object/).'), /not root-relative/, /\/friend-photos\//],
  ['outside link in prose', (c) => say(c, 'See [Meta](https://www.facebook.com/).'), /outside link in prose/, /routes.yml/],
  ['link text that says nothing', (c) => say(c, 'Click [here](/object/).'), /link text "here"/, /where the link goes/],
  ['missing answer', (c) => (article(c).body = BODY.replace(/<\/?Answer>/g, '')), /does not open with an <Answer>/, /40-80/],
  ['answer that is too short', (c) => (article(c).body = BODY.replace(/You can object[^<]*/, '\n\n')), /the answer has \d+ words/, /40-80/],
  ['answer without a claim', (c) => (article(c).body = BODY.replace('<Claim id="training-began">', '').replace('</Claim>', '')), /cites no claim/, /<Claim/],
  ['text without a claim', (c) => (article(c).body = `${ANSWER}\n## More of it\n\nNo claim here.\n`), /nothing after the answer/, /Claim/],
  ['sentence that is too long', (c) => say(c, `${'word '.repeat(26)}end.`), /sentence of 27 words/, /at most 25/],
  ['paragraph that is too long', (c) => say(c, 'One is here. Two is here. Three is here. Four is here. Five is here.'), /paragraph of 5 sentences/, /at most 4/],
  ['vague time', (c) => say(c, 'Meta recently changed it.'), /"recently" says no date/, /give the date/],
  ['exclamation mark', (c) => say(c, 'Object now!'), /exclamation mark/, /full stop/],
  ['fear word', (c) => say(c, 'They steal it.'), /fear word/, /plain words/],
  ['heading that stands twice', (c) => say(c, '## Training since May\n\nText.'), /stands twice on the page/, /differently/],
  ['step id that stands twice', (c) => say(c, '<Step id="a" title="Open it">\n\nx\n\n</Step>\n<Step id="a" title="Close it">\n\ny\n\n</Step>'), /step id "a" stands twice/, /of its own/],
  ['file name that cannot be an address', (c) => (article(c).id = 'Policy_Change'), /cannot be an address/, /lower-case/],
  ['address that is taken', (c) => (article(c).id = 'glossary'), /already taken/, /rename/],
  ['change that points to a lost page', (c) => edit(c.changes, { pages: ['/gone/'] }), /leads nowhere/, /link to a page/],
  ['statement that points to a lost page', (c) => edit(c.original, { page: '/gone/' }), /leads nowhere/, /link to a page/],
  ['broken YAML', (c) => c.failures.push({ file: 'content/data/x.yml', line: 3, message: 'Map keys must be unique' }), /must be unique/, /YAML/],
];

for (const [name, plant, what, mend] of faults)
  test(`stops: ${name}`, () => {
    const content = sound();
    plant(content);
    const found = errors(content).find((p) => what.test(p.what));
    assert.ok(
      found,
      `not found among: ${
        errors(content)
          .map((p) => p.what)
          .join(' | ') || 'nothing'
      }`,
    );
    assert.match(found.mend, mend);
    assert.match(found.file, /^content\//);
  });

test('a route past its next check is a warning with its file, not an error', () => {
  const content = sound();
  assert.deepEqual(dueProblems(content, '2027-02-21'), []);
  const due = dueProblems(content, '2027-02-22');
  assert.equal(due[0]?.severity, 'warning');
  assert.match(due[0]?.what ?? '', /route "form" was due for a check on 2027-02-21/);
});

/** A sound letter, regime and plan beside the sound content. */
function withTools(): RawContent {
  const c = sound();
  c.letterFields.push(record({ id: 'name', kind: 'line' }), record({ id: 'role', kind: 'one', options: ['holder', 'none'] }));
  c.fieldWords.push(record({ id: 'name', label: 'Name', gap: 'name' }), record({ id: 'role', label: 'Role', options: { holder: { label: 'H', says: 'h' }, none: { label: 'N', says: 'n' } } }));
  c.letters.push(
    record({
      id: 'objection',
      order: 1,
      to: 'controller',
      laws: ['gdpr'],
      fields: [{ id: 'name', required: true }, { id: 'role' }],
      paragraphs: [
        { id: 'subject', as: 'subject' },
        { id: 'holder', when: { role: ['holder'] } },
      ],
      claims: ['training-began'],
    }),
  );
  c.letterWords.push(
    record({
      id: 'objection',
      title: 'Letter: objection',
      description: 'A letter that objects to the use of your data for AI, filled in in your browser.',
      nav: 'Objection',
      use: ['x'],
      avoid: ['x'],
      next: ['x'],
      limits: 'It covers what you posted.',
      aliases: ['a', 'b', 'c'],
      basis: { gdpr: 'Article 21' },
      paragraphs: { subject: 'I object', holder: 'I am {name}' },
      updated: '2026-11-24',
    }),
  );
  c.authorities.push(
    record({ id: 'dpc', place: 'ie', name: 'DPC', lang: 'en', name_en: 'DPC', languages: ['English'], standing: 'confirmed', sources: ['dpc'], seen: '2026-11-23', next_check: '2027-02-21' }),
  );
  c.regimes.push(
    record({
      id: 'eu-eea',
      name: 'EU',
      in: 'in the EU',
      law: 'GDPR',
      letters: 'gdpr',
      controller: { name: 'Meta', address: 'Dublin' },
      controller_claim: 'training-began',
      right: { code: 'yes', claim: 'training-began' },
      form: { code: 'yes', claim: 'training-began' },
      routes: ['form'],
      also: [],
      authorities: [],
      more: [],
      remains: ['Ask your friends.'],
      standing: 'confirmed',
      seen: '2026-11-23',
      next_check: '2027-02-21',
    }),
  );
  c.countries.push(record({ id: 'ie', name: 'Ireland', in: 'in Ireland', law: 'GDPR', regime: 'eu-eea', authority: 'dpc', more: [] }));
  const option = (id: string) => ({ id, label: id, short: id });
  c.plan.push(
    record({
      id: 'plan',
      questions: ['where', 'account', 'happened', 'product', 'age', 'worry'].map((id) => ({ id, ask: 'Which one?', why: 'Because it decides.', options: [option('unknown'), option('one')] })),
      steps: [{ id: 'object', title: 'Object', text: 'Do it.', links: [{ path: '/object/', label: 'Guide' }] }],
      endings: [{ id: 'wait', when: { where: ['one', 'unknown'] }, text: 'Wait a month.' }],
    }),
  );
  return c;
}
test('sound letters, places and plan have no problem', () => assert.deepEqual(errors(withTools()), []));

interface LetterValue {
  fields: { id: string }[];
  paragraphs: { id: string; as?: string; of?: string; when?: object }[];
  laws: string[];
}
const skeleton = (c: RawContent) => c.letters[0]?.value as LetterValue;
const said = (c: RawContent) => (c.letterWords[0]?.value as { paragraphs: Record<string, string> }).paragraphs;
const step = (c: RawContent) => (c.plan[0]?.value as { steps: object[] }).steps[0] as object;
const toolFaults: [name: string, plant: Plant, what: RegExp][] = [
  ['unknown placeholder in a letter', (c) => (said(c)['holder'] = 'I am {nmae}'), /unknown placeholder \{nmae\}/],
  ['missing paragraph in a letter', (c) => delete said(c)['holder'], /paragraph "holder" is missing/],
  ['paragraph the skeleton does not have', (c) => (said(c)['more'] = 'x'), /"more" is not in the letter's skeleton/],
  ['condition that is never true', (c) => skeleton(c).paragraphs.push({ id: 'never', when: { role: ['parent'] } }), /never true/],
  ['condition on a field the letter does not ask for', (c) => skeleton(c).paragraphs.push({ id: 'never', when: { child: 'filled' } }), /never true/],
  ['two days to compare of which one is no day', (c) => Object.assign(skeleton(c).fields[0] as object, { after: 'role' }), /"after" compares two days/],
  ['paragraph that stands twice', (c) => skeleton(c).paragraphs.push({ id: 'holder' }), /paragraph "holder" twice/],
  ['list without its field', (c) => skeleton(c).paragraphs.push({ id: 'list', as: 'list' }), /a list needs "of"/],
  ['law without a subject line', (c) => (skeleton(c).paragraphs[0] = { id: 'subject', as: 'subject', when: { law: ['uk'] } }), /no subject line for "gdpr"/],
  ['law without its provisions', (c) => edit(c.letterWords, { basis: {} }), /provisions for "gdpr" are missing/],
  ['letter without words', (c) => (c.letterWords = []), /no words in "en"/],
  ['words without a letter', (c) => edit(c.letterWords, { id: 'other' }), /unknown letter "other"/],
  ['unknown field in a letter', (c) => skeleton(c).fields.push({ id: 'nope' }), /unknown field "nope"/],
  ['field no letter asks for', (c) => c.letterFields.push(record({ id: 'spare', kind: 'line' })), /no letter asks for the field "spare"/],
  ['field without words', (c) => c.fieldWords.shift(), /field "name" has no words/],
  ['option without words', (c) => edit(c.letterFields.slice(1), { options: ['holder', 'none', 'heir'] }), /option "heir" has no words/],
  ['unknown claim under a letter', (c) => edit(c.letters, { claims: ['nope'] }), /unknown claim "nope"/],
  ['unknown claim of a regime', (c) => edit(c.regimes, { also: ['nope'] }), /eu-eea: unknown claim "nope"/],
  ['unknown route of a regime', (c) => edit(c.regimes, { routes: ['nope'] }), /unknown route "nope"/],
  ['route of a regime that is for people elsewhere', (c) => edit(c.routes, { regions: ['br'] }), /eu-eea: the route "form" is for br only/],
  ['right of an unknown kind', (c) => edit(c.regimes, { right: { code: 'none', claim: 'training-began' } }), /right/],
  ['letters without an addressee', (c) => edit(c.regimes, { controller: undefined, controller_claim: undefined }), /no company to write to/],
  ['country of an unknown regime', (c) => edit(c.countries, { regime: 'eu' }), /unknown regime "eu"/],
  ['country with an unknown authority', (c) => edit(c.countries, { authority: 'dcp' }), /unknown authority "dcp"/],
  ['authority with an unknown source', (c) => edit(c.authorities, { sources: ['nope'] }), /unknown source "nope"/],
  ['authority with a broken address', (c) => edit(c.authorities, { website: 'example.org' }), /website/],
  ['plan condition on an answer that does not exist', (c) => Object.assign(step(c), { when: { where: ['mars'] } }), /"mars" is not an answer to "where"/],
  ['plan link that leads nowhere', (c) => Object.assign(step(c), { links: [{ path: '/nowhere/', label: 'x' }] }), /leads nowhere/],
  ['plan with an unknown claim', (c) => Object.assign(step(c), { claims: ['nope'] }), /unknown claim "nope"/],
  ['answers without a first step', (c) => Object.assign(step(c), { when: { where: ['one'] } }), /have no first step/],
  ['answers without an ending', (c) => edit(c.plan, { endings: [{ id: 'wait', when: { where: ['one'] }, text: 'Wait a month.' }] }), /answers .*unknown.* have no ending/],
  ['ending with an unknown claim', (c) => edit(c.plan, { endings: [{ id: 'wait', when: { where: ['one', 'unknown'] }, text: 'Wait.', claims: ['nope'] }] }), /ending "wait": unknown claim "nope"/],
  ['question whose reason is too long', (c) => Object.assign((c.plan[0]?.value as { questions: object[] }).questions[0] as object, { why: 'word '.repeat(26) }), /longer than 25 words/],
  ['plan with seven questions', (c) => (c.plan[0]?.value as { questions: object[] }).questions.push({}), /more than six/],
];
for (const [name, plant, what] of toolFaults)
  test(`stops: ${name}`, () => {
    const content = withTools();
    plant(content);
    const found = errors(content).map((p) => p.what);
    assert.ok(
      found.some((w) => what.test(w)),
      `not found among: ${found.join(' | ') || 'nothing'}`,
    );
  });

test('an error in a text names its line', () => {
  const content = sound();
  say(content, '<Claim id="nope">x</Claim>');
  const found = errors(content)[0];
  assert.equal(
    found?.line,
    20 +
      article(content)
        .body.split('\n')
        .findIndex((l) => l.includes('nope')),
  );
});

test('a quotation keeps its own long sentence and its exclamation mark', () => {
  const content = sound();
  say(content, `<Quote claim="training-began" cite="X">${'word '.repeat(30)}end!</Quote>`);
  assert.deepEqual(errors(content), []);
});

test('nearest suggests only what is near', () => {
  assert.equal(nearest('late-objection-posible', ['late-objection-possible', 'x']), 'late-objection-possible');
  assert.equal(nearest('zzz', ['late-objection-possible']), undefined);
});

/** A flow, a scope and what hangs on them, beside the sound content. */
function withExplanations(): RawContent {
  const c = sound();
  const claims = ['training-began'];
  c.flows.push(
    record({
      id: '2024',
      title: 'Then',
      short: '2024',
      where: 'EU',
      silence: 'used',
      own: false,
      steps: [
        {
          id: 'notice',
          title: 'Notice',
          shows: 'It shows.',
          screen: 'We plan.',
          inputs: [],
          choices: [
            { label: 'No', as: 'link', to: 'objected' },
            { label: 'Close', as: 'button', to: 'used' },
          ],
          claims: [...claims],
          features: ['small-link'],
        },
      ],
    }),
  );
  c.features.push(record({ id: 'small-link', name: 'A small link', versions: ['2024'], types: ['maze'], why: 'Small.', claim: 'training-began', improved: { text: 'No.' } }));
  c.edpbTypes.push(record({ id: 'maze', category: 'training-began', annex: '4.1.2', name: 'Maze', means: 'Too many pages.', ours: 'kept', answer: 'Yes.', check: 'None.' }));
  c.aiSettings.push(
    record({ id: 'meta', order: 1, who: 'Meta', covers: 'public-posts', what: 'Posts', default: 'on', control: 'form', steps: null, state: 'no', as_of: '2024', claim: 'training-began', note: 'x' }),
  );
  c.passages.push(record({ id: 'if', order: 1, message: '2024', quote: 'If', cited: 'x', find: ['if'], says: 'x', leaves_out: 'x', leaves_out_claims: claims, law: 'x', law_claims: claims }));
  const two = (a: string, b: string) => [
    { id: a, name: a },
    { id: b, name: b },
  ];
  c.scope.push(
    record({
      id: 'public-scope',
      kinds: two('post', 'message'),
      audiences: two('public', 'friends'),
      accounts: two('open', 'private'),
      ages: two('adult', 'minor'),
      rules: [
        { id: 'message', when: { kind: ['message'] }, verdict: 'left-out', why: 'x', claims },
        { id: 'rest', when: {}, verdict: 'covered', why: 'x', claims },
      ],
    }),
  );
  return c;
}
type Parts = { steps: { claims: string[]; features: string[]; choices: { to: string }[] }[]; rules: { id: string; when: object }[] };
const parts = (list: RawContent['flows']) => list[0]?.value as Parts;

test('sound explanations have no problem', () => assert.deepEqual(errors(withExplanations()), []));

const explainFaults: [string, (c: RawContent) => unknown, RegExp, RegExp][] = [
  ['choice that leads to no screen', (c) => ((parts(c.flows).steps[0]?.choices[0] as { to: string }).to = 'nowhere'), /leads to "nowhere", which is no screen/, /id of a screen/],
  ['flow without a way to no', (c) => parts(c.flows).steps[0]?.choices.shift(), /no way to "objected"/, /add a choice/],
  ['screen without a claim', (c) => parts(c.flows).steps[0]?.claims.pop(), /rests on no claim/, /cite the description/],
  ['screen with an unknown claim', (c) => parts(c.flows).steps[0]?.claims.push('nope'), /unknown claim "nope"/, /content\/data\/claims/],
  ['screen with an unknown feature', (c) => parts(c.flows).steps[0]?.features.push('nope'), /unknown feature "nope"/, /flow-features.yml/],
  ['feature of an unknown type', (c) => edit(c.features, { types: ['nope'] }), /unknown type "nope"/, /edpb-types.yml/],
  ['feature of an unknown flow', (c) => edit(c.features, { versions: ['2023'] }), /unknown flow "2023"/, /flows.yml/],
  ['feature no screen shows', (c) => (parts(c.flows).steps[0] as { features: string[] }).features.pop(), /met on no screen/, /name it/],
  ['setting with an unknown claim', (c) => edit(c.aiSettings, { claim: 'nope' }), /unknown claim "nope"/, /cite another/],
  ['passage with both a quote and its sense', (c) => edit(c.passages, { sense: 'x' }), /either a quote or its sense/, /correct/],
  ['quotation of more than 25 words', (c) => edit(c.passages, { quote: 'word '.repeat(26).trim() }), /longer than 25 words/, /quote/],
  ['situation without a rule', (c) => parts(c.scope).rules.pop(), /no rule fits post, public, open, adult/, /add a rule/],
  ['rule that never decides', (c) => parts(c.scope).rules.reverse(), /"message" never decides/, /move it up/],
  ['rule on an unknown word', (c) => ((parts(c.scope).rules[0] as { when: object }).when = { kind: ['massage'] }), /"massage" is no kind/, /post, message/],
];
for (const [name, plant, what, mend] of explainFaults)
  test(`stops: ${name}`, () => {
    const content = withExplanations();
    plant(content);
    const found = errors(content).find((p) => what.test(p.what));
    assert.ok(
      found,
      errors(content)
        .map((p) => p.what)
        .join(' | ') || 'nothing found',
    );
    assert.match(found.mend, mend);
  });

test('stops: unknown figure in a text', () => {
  const content = sound();
  say(content, '<Figure id="policy-aii" />');
  const found = errors(content).find((p) => /unknown figure/.test(p.what));
  assert.match(found?.mend ?? '', /did you mean "policy-ai"/);
});
