/**
 * The prose rules of CONTRIBUTING.md ("Rules that are checked"), as pure functions on MDX text.
 */

export interface Finding {
  /** 1-based line in the text given. */
  line: number;
  what: string;
  mend: string;
  severity: 'error' | 'warning';
}

/** Longest sentence a reader is asked to take in (GOV.UK: 25 words). */
export const MAX_SENTENCE_WORDS = 25;
export const MAX_PARAGRAPH_SENTENCES = 4;

const VAGUE_TIME = /\b(soon|recently|nowadays|these days|last year|next year|last month|next month|currently)\b/i;
const FEAR = /\b(steal|steals|stealing|stolen|spy|spies|spying|creepy|evil|sinister)\b/i;
const ACRONYMS = new Set(
  (
    'AI EUR GBP USD GDPR UK EU EEA US USA EDPB DPC ICO ANPD FDPIC LGPD FADP DMA DSA NRK CNIL BEUC SOMI DPO FAQ PDF QR OLG CJEU EDPS CPRA CCPA EPIC LDI VZ NRW PGA HTML ' +
    'JSON RSS URL ID CC MIT BY ORG EFF NHS GOV MDX ICCL MIT KUG BBC DNA SMS DUAA DPA DPAS NOYB SRF SRB HTTP HTTPS CSP WCAG AUC GB BR CH OECD TTDSG OTA LLM VPN ISO UTC DM DMS PIPEDA APP ODC API CSL SHA'
  ).split(' '),
);

/** Removes quotations and code, which the rules leave alone, keeping line breaks. */
export function ownWords(mdx: string): string {
  const blank = (s: string) => s.replace(/[^\n]/g, ' ');
  return mdx
    .replace(/<Quote[\s\S]*?<\/Quote>/g, blank)
    .replace(/<MenuPath[\s\S]*?\/>/g, blank)
    .replace(/^>.*$/gm, blank)
    .replace(/“[^”]*”/g, (s) => `“${blank(s.slice(1, -1))}”`)
    .replace(/"[^"\n]*"/g, (s) => (s.includes('=') ? s : `"${blank(s.slice(1, -1))}"`))
    .replace(/`[^`\n]*`/g, blank);
}

/** Text without tags, link targets and emphasis marks. */
export function plain(mdx: string): string {
  return mdx
    .replace(/<[^>]+>/g, '')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/[[\]*_]/g, '');
}

export const countWords = (text: string): number => (plain(text).match(/[\p{L}\p{N}][\p{L}\p{N}’'.,/-]*/gu) ?? []).length;

/** Splits at sentence ends; abbreviations and decimals stay whole. */
export function sentences(text: string): string[] {
  return text
    .replace(/\b(Art|Arts|No|Mr|Ms|Dr|e\.g|i\.e|v|vs|para|approx|St|Inc|Ltd|U\.S|[A-Z])\.(?=\s)/g, '$1\u2024')
    .split(/(?<=[.?!…:][”"’)]?)\s+(?=[\p{Lu}\p{N}“"‘(]|noyb\b)/u)
    .map((s) => s.replaceAll('\u2024', '.').trim())
    .filter(Boolean);
}

interface Block {
  line: number;
  text: string;
  kind: 'heading' | 'text' | 'item' | 'table';
}

/** Blank-line separated blocks; each list item and heading is a block of its own. */
export function blocks(body: string): Block[] {
  const out: Block[] = [];
  let open: Block | undefined;
  body.split('\n').forEach((raw, i) => {
    const line = raw.trim();
    const fresh = (kind: Block['kind'], text: string) => {
      open = { line: i + 1, text, kind };
      out.push(open);
    };
    if (line === '' || /^<\/?[A-Z]\w*[^>]*>$/.test(line)) open = undefined;
    else if (/^#{2,4} /.test(line)) {
      fresh('heading', line.replace(/^#+ /, ''));
      open = undefined;
    } else if (/^([-*]|\d+\.) /.test(line)) fresh('item', line.replace(/^([-*]|\d+\.) /, ''));
    else if (line.startsWith('|')) {
      fresh('table', line);
      open = undefined;
    } else if (open) open.text += ` ${line}`;
    else fresh('text', line);
  });
  return out;
}

/** Checks the body of one MDX file. `firstLine` is the line of the file the body starts on. */
export function proseFindings(body: string, firstLine = 1): Finding[] {
  const found: Finding[] = [];
  const add = (line: number, what: string, mend: string, severity: Finding['severity'] = 'error') => found.push({ line: line + firstLine - 1, what, mend, severity });
  const headings = new Set<string>();
  for (const block of blocks(body)) {
    if (block.kind !== 'heading') continue;
    const text = plain(block.text);
    if (headings.has(text.toLowerCase())) add(block.line, `the heading "${text}" stands twice on the page`, 'word each heading differently');
    headings.add(text.toLowerCase());
  }

  for (const block of blocks(ownWords(body))) {
    const text = plain(block.text);
    if (block.kind === 'heading') continue;
    if (block.kind !== 'table') {
      const parts = sentences(text);
      for (const s of parts) {
        const n = countWords(s);
        if (n > MAX_SENTENCE_WORDS) add(block.line, `a sentence of ${n} words: "${s.slice(0, 60)}…"`, `say it in sentences of at most ${MAX_SENTENCE_WORDS} words`);
      }
      const stops = parts.filter((s) => /[.?!…][”"’)]?$/.test(s)).length;
      if (stops > MAX_PARAGRAPH_SENTENCES) add(block.line, `a paragraph of ${stops} sentences`, `split it: at most ${MAX_PARAGRAPH_SENTENCES} sentences`);
    }
    const vague = VAGUE_TIME.exec(text);
    if (vague) add(block.line, `"${vague[0]}" says no date`, 'give the date, or leave the word out');
    const fear = FEAR.exec(text);
    if (fear) add(block.line, `"${fear[0]}" is a fear word`, 'say what happens in plain words');
    if (/!(?!=)/.test(text)) add(block.line, 'an exclamation mark outside a quotation', 'end the sentence with a full stop');
    for (const caps of text.match(/\b[A-Z]{3,}\b/g) ?? []) if (!ACRONYMS.has(caps)) add(block.line, `"${caps}" in capitals`, 'use lower case, or add the acronym to src/domain/prose.ts', 'warning');
    const link = /\[(here|click here|read more|more|this page|this link|link)\]\(/i.exec(block.text);
    if (link) add(block.line, `the link text "${link[1]}" says nothing`, 'say where the link goes');
  }
  return found;
}
