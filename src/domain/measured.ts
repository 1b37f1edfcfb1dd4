/**
 * Numbers that a page shows and only the finished site knows: `<span data-measured="name">`. Throws when a page asks for
 * one that is not among `values`.
 */
export function fill(html: string, values: Readonly<Record<string, string>>): string {
  return html.replace(/(<span data-measured="([a-z-]+)"[^>]*>)[^<]*(<\/span>)/g, (_, open: string, name: string, close: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`a page asks for the measure "${name}", which nobody takes; the measures are ${Object.keys(values).join(', ')}`);
    return open + value + close;
  });
}
