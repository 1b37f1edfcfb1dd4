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
