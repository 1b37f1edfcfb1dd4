/** Vite's own name for the code it puts around `import()`. */
const HELPER = '\0vite/preload-helper.js';

/**
 * Vite wraps each `import()` of a page's script in code that loads styles and parts ahead. Here parts are small and
 * name their own styles, so that code would only be a third of what every page loads.
 */
export const plainImports = () => ({
  name: 'plain-imports',
  enforce: 'pre' as const,
  apply: 'build' as const,
  config: () => ({ build: { modulePreload: { polyfill: false, resolveDependencies: () => [] } } }),
  load: (id: string): string | undefined => (id === HELPER ? 'export const __vitePreload = (load) => load();' : undefined),
});
