/** Says something to screen readers, and shows it for a moment to everyone else beside `near`. */
export function announce(text: string, near?: HTMLElement): void {
  const status = document.getElementById('status');
  if (status) status.textContent = text;
  if (!near || near.dataset['was'] !== undefined) return;
  near.dataset['was'] = near.textContent ?? '';
  near.textContent = text;
  setTimeout(() => {
    near.textContent = near.dataset['was'] ?? '';
    delete near.dataset['was'];
  }, 2000);
}
