/** The checked pieces of advice on /myths/, read from the article's own text. Pure. */
export interface Myth {
  /** The heading as it stands. */
  says: string;
  verdict: string;
}

/** Each is a heading that begins with a quotation, followed by the verdict in bold: `## “…”`, then `**Wrong.** …`. */
export const myths = (body: string): Myth[] => [...body.matchAll(/^## (“.+)\n+\*\*(.+?)\.?\*\*/gm)].map((m) => ({ says: (m[1] ?? '').trim(), verdict: m[2] ?? '' }));
