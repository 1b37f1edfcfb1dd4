import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { keepParagraphs } from './src/integrations/keep-paragraphs.ts';
import { contentCheck } from './src/integrations/content-check.ts';
import { hostFiles } from './src/integrations/host-files.ts';
import { plainImports } from './src/integrations/plain-imports.ts';
import { offlineCopy } from './src/integrations/offline-copy.ts';
import { siteCheck } from './src/integrations/site-check.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { address } from './src/site.ts';

const { site, base } = address(process.env.SITE_URL);

export default defineConfig({
  site,
  base,
  srcDir: './src',
  publicDir: './public',
  trailingSlash: 'always',
  // Astro's default joins "Line one⏎<strong>" without a space; this keeps HTML's own rule.
  compressHTML: true,
  prerenderConflictBehavior: 'error',
  build: { inlineStylesheets: 'never', format: 'directory' },
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  integrations: [
    contentCheck(),
    mdx(),
    sitemap({ filter: (page) => !/\/(search|404|plan\/.+|s\/[2-9b-z]{4,5}|embed\/.+|offline\/missing|book)\/$/.test(page) }),
    searchIndex(),
    offlineCopy(),
    siteCheck(),
    hostFiles(),
  ],
  vite: {
    // Astro's own name for it is 60 letters, on every page.
    environments: { client: { build: { rolldownOptions: { output: { entryFileNames: '_astro/page.[hash].js' } } } } },
    plugins: [keepParagraphs(), plainImports(), tailwindcss()],
    // Inlined scripts and fonts would need hashes in the policy; files do not.
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        // Known noise, one per MDX file; it hides warnings that matter.
        onLog: (level, log, next) => {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') next(level, log);
        },
      },
    },
  },
});
