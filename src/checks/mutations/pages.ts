/** Faults in texts: broken MDX, names that are not known, dead links, lost fields, rules of prose. */
import { inFile, type Fault } from './fault.ts';
import type { Random } from './random.ts';

/** Something put on a line of its own at the end of a text. */
const APPENDED: [kind: string, how: string, text: string][] = [
  ['broken MDX', 'an unclosed component', '<Note kind="tip" title="Open">\n\nText.'],
  ['broken MDX', 'an unclosed claim', 'It is <Claim id="late-objection-possible">possible.'],
  ['broken MDX', 'a closing tag too many', 'It ends.</Claim>'],
  ['broken MDX', 'components that overlap', '<Steps>\n\n<Note kind="tip" title="A">\n\nText.\n\n</Steps>\n\n</Note>'],
  ['broken MDX', 'an opening brace', 'A brace { stands here.'],
  ['broken MDX', 'a closing brace', 'A brace } stands here.'],
  ['broken MDX', 'an undefined name', 'The word is {undefinedName}.'],
  ['broken MDX', 'an expression that is none', 'The word is {1 +}.'],
  ['broken MDX', 'code that runs', '{globalThis.process.exit(0)}'],
  ['broken MDX', 'a line break as in HTML', 'One line<br>and another.'],
  ['broken MDX', 'a closed line break', 'One line<br />and another.'],
  ['broken MDX', 'an HTML comment', '<!-- not yet -->'],
  ['broken MDX', 'an HTML element', 'A <span class="big">word</span>.'],
  ['broken MDX', 'a script', '<script>alert(1)</script>'],
  ['broken MDX', 'an empty tag', '<>words</>'],
  ['broken MDX', 'an address in angle brackets', 'See <https://example.org/>.'],
  ['broken MDX', 'an import of a file that is missing', "import Missing from './missing.astro'\n\n<Missing />"],
  ['broken MDX', 'an import of a file that exists', "import { plan } from '#src/model/entries.ts'"],
  ['broken MDX', 'an export', 'export const x = 1'],
  ['broken MDX', 'an unknown component', '<Clam id="late-objection-possible">possible</Clam>'],
  ['broken MDX', 'an attribute without its quotation mark', '<Claim id="late-objection-possible>possible</Claim>'],
  ['broken MDX', 'an attribute as code', '<Claim id={claim}>possible</Claim>'],
  ['broken MDX', 'attributes from a name', '<Note {...all}>\n\nText.\n\n</Note>'],
  ['broken MDX', 'a picture that is missing', '![A form](./form.png)'],
  ['broken MDX', 'a footnote', 'It is so.[^1]\n\n[^1]: Says who.'],
  ['missing', 'a claim without an id', '<Claim>possible</Claim>'],
  ['missing', 'a step without a title', '<Steps>\n\n<Step id="one-more">\n\nOpen it.\n\n</Step>\n\n</Steps>'],
  ['missing', 'a note without a kind', '<Note title="A">\n\nText.\n\n</Note>'],
  ['missing', 'a quotation without its source', '<Quote claim="late-objection-possible">words</Quote>'],
  ['missing', 'a route without an id', '<Route />'],
  ['missing', 'a claim without words', '<Claim id="late-objection-possible" />'],
  ['wrong type', 'a note of an unknown kind', '<Note kind="loud" title="A">\n\nText.\n\n</Note>'],
  ['unknown field', 'an unknown attribute', '<Claim ID="x" id="late-objection-possible">possible</Claim>'],
  ['unknown id', 'a claim', '<Claim id="late-objection-posible">possible</Claim>'],
  ['unknown id', 'the second of two claims', '<Claim id="late-objection-possible no-such-claim">possible</Claim>'],
  ['unknown id', 'a term', '<Term id="gdrp">law</Term>'],
  ['unknown id', 'a route', '<Route id="facebok-form" />'],
  ['unknown id', 'a figure', '<Figure id="policy-aii" />'],
  ['unknown id', 'a quoted claim', '<Quote claim="nobody" cite="Meta">words</Quote>'],
  ['unknown id', 'a menu path’s claim', '<MenuPath claim="nobody" app="Facebook" platform="web" path="Settings > AI" />'],
  ['duplicate', 'a step', '<Steps>\n\n<Step id="twice" title="Open it">\n\nA.\n\n</Step>\n\n<Step id="twice" title="Close it">\n\nB.\n\n</Step>\n\n</Steps>'],
  ['duplicate', 'a heading', '## The same words\n\nA.\n\n## The same words\n\nB.'],
  ['odd id', 'a step with capitals', '<Steps>\n\n<Step id="Open It" title="Open it">\n\nA.\n\n</Step>\n\n</Steps>'],
  ['dead link', 'to no page', 'See [the page](/no-such-page/).'],
  ['dead link', 'to a misspelt guide', 'See [the guide](/object/facebok/).'],
  ['dead link', 'without the last slash', 'See [the guide](/object/facebook).'],
  ['dead link', 'relative', 'See [the guide](../facebook/).'],
  ['dead link', 'with capitals', 'See [the guide](/Object/).'],
  ['dead link', 'with a title', 'See [the page](/no-such-page/ "title").'],
  ['dead link', 'in angle brackets', 'See [the page](</no such page/>).'],
  ['dead link', 'by reference', 'See [the page][p].\n\n[p]: /no-such-page/'],
  ['dead link', 'to nothing', 'See [the page]().'],
  ['dead link', 'outside', 'See [Meta](https://www.facebook.com/).'],
  ['dead link', 'outside and bare', 'See https://www.facebook.com/help for more.'],
  ['dead link', 'outside without a scheme', 'See [Meta](//www.facebook.com/).'],
  ['dead link', 'a script as an address', 'See [it](javascript:alert(1)).'],
  ['dead fragment', 'on this page', 'See [below](#no-such-heading).'],
  ['dead fragment', 'on another page', 'See [rights](/eu-rights/#no-such-heading).'],
  ['dead fragment', 'of a term', 'See [the law](/glossary/#gdrp).'],
  ['dead fragment', 'of an event', 'See [the day](/timeline/#no-such-event).'],
  ['dead fragment', 'of a route', 'See [the form](/routes/#route-nowhere).'],
  ['dead fragment', 'of a source', 'See [it](/sources/press/#no-such-source).'],
  ['rule of prose', 'a sentence that is too long', `${'word '.repeat(30)}end.`],
  ['rule of prose', 'a word without a date', 'Meta changed it recently.'],
  ['rule of prose', 'an exclamation mark', 'Object now!'],
  ['rule of prose', 'a link that says nothing', 'Click [here](/object/).'],
];

/** Stands on another page, content/en/info/about.mdx. */
const TITLE = 'About this site, its method and its corrections';

/** Something done to the frontmatter or the frame of the file. */
const EDITED: [kind: string, how: string, edit: (text: string) => string][] = [
  ['missing', 'the title', (t) => t.replace(/^title:.*\n/m, '')],
  ['missing', 'the description', (t) => t.replace(/^description:.*\n/m, '')],
  ['missing', 'the date of the last change', (t) => t.replace(/^updated:.*\n/m, '')],
  ['missing', 'the search words', (t) => t.replace(/^aliases:.*\n(?: .*\n)*/m, '')],
  ['missing', 'the frontmatter', (t) => t.replace(/^---[\s\S]*?\n---\n/, '')],
  ['missing', 'the end of the frontmatter', (t) => t.replace(/\n---\n/, '\n')],
  ['missing', 'the text', (t) => t.replace(/(\n---\n)[\s\S]*$/, '$1')],
  ['wrong type', 'a title that is a list', (t) => t.replace(/^title:.*$/m, 'title: [a, b]')],
  ['wrong type', 'an order that is a word', (t) => t.replace(/^order:.*$/m, 'order: first')],
  ['wrong type', 'search words that are one word', (t) => t.replace(/^aliases:.*\n(?: .*\n)*/m, 'aliases: word\n')],
  ['wrong type', 'a frontmatter that is a list', (t) => t.replace(/^---[\s\S]*?\n---\n/, '---\n- a\n- b\n---\n')],
  ['wrong date', 'published on 30 February', (t) => t.replace(/^published:.*$/m, 'published: 2026-02-30')],
  ['wrong date', 'updated in words', (t) => t.replace(/^updated:.*$/m, 'updated: last week')],
  ['wrong date', 'updated before it was published', (t) => t.replace(/^updated:.*$/m, 'updated: 2020-01-01')],
  ['wrong date', 'updated in another century', (t) => t.replace(/^updated:.*$/m, 'updated: 2062-11-24')],
  ['unknown field', 'titel', (t) => t.replace(/^title:/m, 'titel: x\ntitle:')],
  ['duplicate', 'the title twice', (t) => t.replace(/^(title:.*)$/m, '$1\n$1')],
  ['duplicate', 'another page’s title', (t) => t.replace(/^title:.*$/m, `title: ${TITLE}`)],
  ['wrong length', 'a title of 90 characters', (t) => t.replace(/^title:.*$/m, `title: ${'Word '.repeat(18).trim()}?`)],
  ['wrong length', 'a description of 3 words', (t) => t.replace(/^description:.*$/m, 'description: It is short.')],
  ['broken YAML', 'a tab in the frontmatter', (t) => t.replace(/^title:/m, '\ttitle:')],
  ['broken YAML', 'an unclosed quotation mark', (t) => t.replace(/^title:.*$/m, 'title: "Open')],
  ['broken YAML', 'a colon in a title', (t) => t.replace(/^title:.*$/m, 'title: One: two: three')],
];
/** These need a page with an answer or with related pages. */
const OF_ARTICLES: typeof EDITED = [
  ['missing', 'the answer', (t) => t.replace(/<\/?Answer>/g, '')],
  ['dead link', 'a related page', (t) => t.replace(/^related:.*$/m, 'related: [/no-such-page/]')],
  ['wrong date', 'checked on day 32', (t) => t.replace(/^checked:.*$/m, 'checked: 2026-01-32')],
  ['wrong date', 'due before it was checked', (t) => t.replace(/^next_check:.*$/m, 'next_check: 2026-01-01')],
  ['missing', 'the day of the next check', (t) => t.replace(/^next_check:.*\n/m, '')],
];

export function pageFaults(file: string, text: string, r: Random, many: number): Fault[] {
  const at = inFile(file);
  const info = file.includes('/info/');
  const edits = info ? EDITED : [...EDITED, ...OF_ARTICLES];
  return [
    ...r.some(APPENDED, many).map(([kind, how, more]): Fault => ({ name: `${kind} ${file}: ${how}`, kind, change: { [file]: `${text.trimEnd()}\n\n${more}\n` }, at })),
    ...r
      .some(edits, Math.ceil(many / 2))
      .map(([kind, how, edit]): Fault => ({ name: `${kind} ${file}: ${how}`, kind, change: { [file]: edit(text) }, at: /another page’s title/.test(how) ? /^content\/en\// : at })),
  ];
}
/** How many different faults of texts there are; a test plants each at least once. */
export const PAGE_FAULTS = APPENDED.length + EDITED.length + OF_ARTICLES.length;
/** Every fault of texts once, spread over the files. */
export function everyPageFault(files: readonly (readonly [file: string, text: string])[], r: Random): Fault[] {
  const articles = files.filter(([f]) => !f.includes('/info/'));
  return [
    ...APPENDED.map(([kind, how, more]) => ({ kind, how, edit: (t: string) => `${t.trimEnd()}\n\n${more}\n` })),
    ...[...EDITED, ...OF_ARTICLES].map(([kind, how, edit]) => ({ kind, how, edit })),
  ].map(({ kind, how, edit }) => {
    const [file, text] = r.pick(articles);
    return { name: `${kind} ${file}: ${how}`, kind, change: { [file]: edit(text) }, at: /another page’s title/.test(how) ? /^content\/en\// : inFile(file) };
  });
}
