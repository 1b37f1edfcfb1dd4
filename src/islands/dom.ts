/** Makes an element. Texts become text nodes, never markup. */
export function dom<K extends keyof HTMLElementTagNameMap>(name: K, attributes: Record<string, string> = {}, children: (string | Node)[] = []): HTMLElementTagNameMap[K] {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}
