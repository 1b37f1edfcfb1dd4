/** The theme in use is the one marked in `<theme-toggle>`. */
export function showTheme(): void {
  const now = document.documentElement.dataset['theme'] ?? 'auto';
  for (const input of document.querySelectorAll<HTMLInputElement>('theme-toggle input')) input.checked = input.value === now;
}

/** Auto, light or dark. Only a choice is stored; "auto" deletes it again. */
export function setTheme(theme: string): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    if (theme === 'auto') localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
  } catch {
    // Storage is forbidden here: the theme holds for this page only.
  }
}
