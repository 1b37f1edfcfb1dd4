import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { keepParagraphs } from './src/integrations/keep-paragraphs.ts';
import { contentCheck } from './src/integrations/content-check.ts';
import { plainImports } from './src/integrations/plain-imports.ts';
import { offlineCopy } from './src/integrations/offline-copy.ts';
import { siteCheck } from './src/integrations/site-check.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { ownPages } from './src/integrations/own-pages.ts';
import { localAddresses } from './src/integrations/local-addresses.ts';
import { sitemapEntries } from './src/integrations/sitemap-entries.ts';
import { wordsPlugin } from './src/integrations/words.ts';
import { editionOf, interfaceWords, languages } from './src/model/languages.ts';
import { address, editionBase } from './src/site.ts';

// One build makes one language: its words stand in its pages and scripts, and no reader loads another's.
const language = editionOf('.', process.env);
const { site, base: root } = address(process.env.SITE_URL);
const base = editionBase(root, language.code);
/** English addresses of this edition's pages by their own, once they are made. */
const addresses = new Map();

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
  i18n: { defaultLocale: language.code, locales: languages('.').map((l) => l.code) },
  cacheDir: `./node_modules/.astro/${language.code}/`,
  integrations: [
    contentCheck(language.code),
    localAddresses(language, addresses),
    mdx(),
    sitemap({
      // Pages have their English addresses here; the map names their own, and each in every language.
      serialize: sitemapEntries('.', language, languages('.'), { site, base: root }),
      filter: (page) => !/\/(search|404|plan\/.+|s\/[2-9b-z]{4,5}|embed\/.+|offline\/missing|book)\/$/.test(page),
    }),
    // Where there are letters alone, there is nothing to search, and too little to keep.
    ...(language.extent === 'whole' ? [searchIndex(), offlineCopy(language.code)] : []),
    siteCheck(language, addresses),
  ],
  vite: {
    // Astro's own name for it is 60 letters, on every page.
    environments: { client: { build: { rolldownOptions: { output: { entryFileNames: '_astro/page.[hash].js' } } } } },
    plugins: [ownPages(language), keepParagraphs(), plainImports(), wordsPlugin(language.code, interfaceWords('.', language.code)), tailwindcss()],
    cacheDir: `./node_modules/.vite/${language.code}/`,
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
