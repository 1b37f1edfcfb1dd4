/** Finds known passages in a pasted message. Pure; the message stays text. */
export interface Findable {
  id: string;
  message: string;
  find: readonly string[];
}

/** Lower case, straight quotation marks, one space: what differs between copies of the same words. */
export const normalise = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

export interface Match {
  /** Ids of the passages found, in the order of the list. */
  passages: string[];
  /** The message most of them belong to; nothing when none was found or two are level. */
  message: string | undefined;
}

export function matchMessage(text: string, passages: readonly Findable[]): Match {
  const plain = normalise(text);
  const found = passages.filter((p) => p.find.some((f) => plain.includes(normalise(f))));
  const votes = new Map<string, number>();
  for (const p of found) votes.set(p.message, (votes.get(p.message) ?? 0) + 1);
  const [first, second] = [...votes].sort((a, b) => b[1] - a[1]);
  return { passages: found.map((p) => p.id), message: first && first[1] !== second?.[1] ? first[0] : undefined };
}
