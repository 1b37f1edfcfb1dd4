/** Word joiner: invisible, breaks no line, stands in no text of ours. `annotate` takes it out again. */
export const KEEP = '\u2060';

/**
 * MDX takes the paragraph away from lines that hold nothing but components, and a paragraph of claims is such a line.
 * An invisible character in front keeps it a paragraph. Line ends of Windows become those of all other files, so that
 * a text makes the same page wherever it was saved.
 */
export const keepParagraphs = () => ({
  name: 'keep-paragraphs',
  enforce: 'pre' as const,
  transform(code: string, id: string): string | undefined {
    return id.split('?')[0]?.endsWith('.mdx') ? code.replaceAll('\r\n', '\n').replace(/^(?=<(?:Claim|Term)\b)/gm, KEEP) : undefined;
  },
});
