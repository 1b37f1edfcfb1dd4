/** A guide to the site for language models, in the format of llmstxt.org: one H1, a quotation, notes, lists of links. Pure. */
export interface LlmsLink {
  title: string;
  /** Full address. */
  url: string;
  notes: string;
}
export interface LlmsSection {
  name: string;
  links: readonly LlmsLink[];
}

const line = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** Square brackets would end the link's text. */
const name = (text: string): string => line(text).replace(/[[\]]/g, (c) => `\\${c}`);

/** A section without links is left out. The section "Optional" may be skipped by who reads the file, so it goes last. */
export function llmsTxt({ title, summary, notes, sections }: { title: string; summary: string; notes: readonly string[]; sections: readonly LlmsSection[] }): string {
  const ordered = [...sections.filter((s) => s.name !== 'Optional'), ...sections.filter((s) => s.name === 'Optional')].filter((s) => s.links.length > 0);
  return `${[
    `# ${line(title)}`,
    `> ${line(summary)}`,
    notes.map((n) => `- ${line(n)}`).join('\n'),
    ...ordered.map((s) => `## ${line(s.name)}\n\n${s.links.map((l) => `- [${name(l.title)}](${l.url}): ${line(l.notes)}`).join('\n')}`),
  ].join('\n\n')}\n`;
}
