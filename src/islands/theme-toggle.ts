/** `<theme-toggle>`: auto, light or dark. Only a choice is stored; "auto" deletes it again. */
export class ThemeToggle extends HTMLElement {
  #stop = new AbortController();

  connectedCallback(): void {
    const now = document.documentElement.dataset['theme'] ?? 'auto';
    for (const input of this.querySelectorAll('input')) {
      input.checked = input.value === now;
      input.addEventListener('change', () => this.#set(input.value), { signal: this.#stop.signal });
    }
  }

  disconnectedCallback(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
  }

  #set(theme: string): void {
    if (theme === 'auto') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
    try {
      if (theme === 'auto') localStorage.removeItem('theme');
      else localStorage.setItem('theme', theme);
    } catch {
      // Storage is forbidden here: the theme holds for this page only.
    }
  }
}
