/**
 * What a text in MDX is made of, with lines: parsed by the same parser that Astro uses, so that what would stop the
 * build is said beforehand, in a writer's words. Texts hold prose and the components below; no code of their own.
 */
import GithubSlugger from 'github-slugger';
import { mdxToJs, mdxToMdast } from 'satteri';
import type { Finding } from './prose.ts';
import { replyIds } from './reply-dates.ts';

/** The components and their attributes; `true`: it has to be there. `src/components/mdx.ts` gives the same names. */
export const COMPONENTS: Readonly<Record<string, Readonly<Record<string, boolean>>>> = {
  Answer: {},
  Claim: { id: true },
  Term: { id: true },
  Quote: { claim: true, cite: true },
  Note: { kind: true, title: true },
  Steps: {},
  Step: { id: true, title: true },
  Route: { id: true },
  RouteLink: { id: true },
  MenuPath: { claim: true, app: true, platform: true, path: true },
  Figure: { id: true },
  AiSettings: {},
  Passages: {},
  NextDate: { reply: true, name: true },
  ReplyDates: {},
};
const NOTE_KINDS = ['tip', 'limit', 'warning', 'disputed'];
/** Those that need words between their tags. */
const WITH_TEXT = new Set(['Answer', 'Claim', 'Term', 'Quote', 'Note', 'Steps', 'Step', 'NextDate']);

interface MdNode {
  type: string;
  position?: { start: { line: number } };
  name?: string | null;
  value?: string;
  url?: string;
  attributes?: { type: string; name?: string; value?: unknown }[];
  children?: MdNode[];
}
export interface MdxElement {
  name: string;
  line: number;
  attributes: ReadonlyMap<string, string>;
}
export interface MdxText {
  /** Components in their order. */
  elements: MdxElement[];
  /** Where links lead, of whatever form: in brackets, by reference, bare. */
  links: { target: string; line: number }[];
  /** Fragments that the headings get. */
  slugs: string[];
  findings: Finding[];
}

/** The parser's sentence in a writer's words. */
function remedy(message: string): string {
  const tag = /Expected a closing tag for `<(\w+)>`/.exec(message)?.[1];
  if (tag === 'br' || tag === 'img' || tag === 'hr') return `remove <${tag}>: texts hold no HTML; a blank line begins a new paragraph`;
  if (tag) return `close it with </${tag}>, and leave a blank line inside a block component`;
  if (/closing tag `<\/(\w+)>`, expected an open tag/.test(message)) return 'remove this closing tag, or open it before';
  if (/Unexpected closing tag/.test(message)) return 'close the components in the order in which they were opened, innermost first';
  if (/brace/.test(message) || /expression/.test(message)) return 'write a brace as a word, or remove it: braces mean code here';
  if (/`!`/.test(message)) return 'remove the comment: <!-- --> does not exist here';
  if (/create a link/.test(message)) return 'write a link as [words](/page/), and “<” as “less than”';
  return 'correct the tag: each is opened, closed and has its attributes in quotation marks';
}

/** Bodies are parsed again and again while someone writes; each text once. */
const known = new Map<string, MdxText>();

/** Parses a text. A text that cannot be parsed has one finding and nothing else. */
export function readMdx(body: string): MdxText {
  const before = known.get(body);
  if (before) return before;
  const text = parse(body);
  if (known.size > 500) known.clear();
  known.set(body, text);
  return text;
}

function parse(body: string): MdxText {
  const out: MdxText = { elements: [], links: [], slugs: [], findings: [] };
  const add = (line: number, what: string, mend: string) => out.findings.push({ line, what, mend, severity: 'error' });
  let tree: MdNode;
  try {
    tree = mdxToMdast(body) as unknown as MdNode;
    const slugger = new GithubSlugger();
    // The headings as Astro numbers them, quotation marks turned and all.
    void mdxToJs(body, {
      features: { gfm: true, smartPunctuation: true },
      hastPlugins: [{ name: 'slugs', element: { filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'], visit: (node, context) => void out.slugs.push(slugger.slug(context.textContent(node))) } }],
    });
  } catch (e) {
    const message = (e as Error).message;
    const line = Number(/^(\d+):\d+:/.exec(message)?.[1] ?? 1);
    add(line, `not valid MDX: ${message.replace(/^\d+:\d+: /, '').replace(/ \([\w-]+:[\w-]+\)$/, '')}`, remedy(message));
    return out;
  }
  const walk = (node: MdNode): void => {
    const line = node.position?.start.line ?? 1;
    if (node.type === 'mdxjsEsm') add(line, 'an import or export in a text', 'remove it: the components are there without it');
    else if (/^mdx(Text|Flow)Expression$/.test(node.type)) {
      if (!/^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value ?? '')) add(line, `{${(node.value ?? '').slice(0, 40)}} is code`, 'write the words themselves: braces mean code here');
    } else if (/^mdxJsx(Text|Flow)Element$/.test(node.type)) element(node, line);
    else if (node.type === 'text' && /[{}]/.test(node.value ?? '')) add(line, 'a stray brace', 'remove it, or write the word for it');
    else if (node.type === 'image') add(line, `a picture (${node.url ?? ''})`, 'use <Figure id="…" />: each picture needs its text, its sources and its table');
    else if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition') add(line, 'a footnote', 'cite a claim: <Claim id="…">; its sources stand beside the text');
    if ((node.type === 'link' || node.type === 'definition') && node.url !== undefined) out.links.push({ target: node.url, line });
    for (const child of node.children ?? []) walk(child);
  };
  const element = (node: MdNode, line: number): void => {
    const name = node.name ?? '';
    if (!name || /^[a-z]/.test(name)) {
      add(line, name ? `the HTML element <${name}>` : 'an empty tag <>', `remove it: texts hold prose and ${Object.keys(COMPONENTS).join(', ')}`);
      return;
    }
    const attributes = new Map<string, string>();
    for (const a of node.attributes ?? []) {
      if (a.type !== 'mdxJsxAttribute' || a.name === undefined || typeof a.value !== 'string') add(line, `an attribute of <${name}> is code or has no value`, 'write it as name="value"');
      else if (attributes.has(a.name)) add(line, `<${name}> has "${a.name}" twice`, 'remove one of them');
      else attributes.set(a.name, a.value);
    }
    out.elements.push({ name, line, attributes });
    const spec = COMPONENTS[name];
    if (!spec) return;
    for (const a of attributes.keys()) if (spec[a] === undefined) add(line, `<${name}> knows no "${a}"`, Object.keys(spec).length > 0 ? `use only: ${Object.keys(spec).join(', ')}` : 'remove it');
    for (const [a, needed] of Object.entries(spec))
      if (needed && !attributes.get(a)?.trim()) add(line, `<${name}> has no ${a}`, `write ${a}="…"${a === 'claim' || name === 'Claim' ? ' with the id of a claim' : ''}`);
    const kind = attributes.get('kind');
    if (name === 'Note' && kind && !NOTE_KINDS.includes(kind)) add(line, `<Note> of the unknown kind "${kind}"`, `use one of: ${NOTE_KINDS.join(', ')}`);
    const reply = attributes.get('reply');
    if (name === 'NextDate' && reply && !(replyIds as readonly string[]).includes(reply)) add(line, `<NextDate> of the unknown reply "${reply}"`, `use one of: ${replyIds.join(', ')}`);
    if (WITH_TEXT.has(name) && (node.children ?? []).length === 0) add(line, `<${name}> holds no words`, `put the words between <${name}> and </${name}>`);
  };
  walk(tree);
  return out;
}
