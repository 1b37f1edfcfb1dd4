/** Copies text. Where the clipboard API is missing or refused, through a selection; false when neither works. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    area.className = 'visually-hidden';
    document.body.append(area);
    area.select();
    // Deprecated, and still the only way where the clipboard API is missing or refused.
    const done = (document as { execCommand(command: 'copy'): boolean }).execCommand('copy');
    area.remove();
    return done;
  }
}
