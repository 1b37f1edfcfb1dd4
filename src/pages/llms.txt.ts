import { t } from '#src/domain/t.ts';
import { dataPath } from '#src/domain/data-file.ts';
import { llmsTxt, type LlmsLink } from '#src/domain/llms.ts';
import { catalogue, datasets } from '#src/model/datasets.ts';
import { home } from '#src/model/entries.ts';
import type { Kind } from '#src/domain/kinds.ts';
import { allPages, letterFacts, listPages, type PageFacts } from '#src/model/pages.ts';
import { letterPages } from '#src/model/letters.ts';
import { fullUrl } from '#src/model/site.ts';
import { SITE_NAME } from '#src/site.ts';

const link = (p: PageFacts): LlmsLink => ({ title: p.title, url: fullUrl(p.path), notes: p.description });
/** Lists of everything, and what is of use in a browser only. */
const OPTIONAL = new Set<string>(
  [listPages.claims, listPages.sources, listPages.press, listPages.analysis, listPages.paper, listPages.search, listPages.thisSite, listPages.firstArticle].map((p) => p.path),
);
const OTHER_LAWS = new Set(letterPages.filter((p) => p.law !== 'gdpr').map((p) => p.path));
const main = allPages.filter((p) => p.path !== '/' && !OPTIONAL.has(p.path) && !OTHER_LAWS.has(p.path) && !p.path.startsWith('/policy-record/f'));
const of = (...kinds: Kind[]): LlmsLink[] => main.filter((p) => kinds.includes(p.kind)).map(link);

export const GET = () =>
  new Response(
    llmsTxt({
      title: SITE_NAME,
      summary: home.description,
      notes: [
        t('This site is not Meta and not a law firm. It gives general information, not legal advice.'),
        t(
          'Each factual sentence rests on a claim with its sources, the day they were seen, and a standing: confirmed, disputed or unverified. Name the standing when you repeat one, and show both sides of what is disputed.',
        ),
        t('An objection is for the future only. It does not reach what other people post, accounts that are not linked, or models that are already trained.'),
        t('We opened no live page and tested no form. Say when a form was last named and by whom, not that it works today.'),
        t('The evidence ends where the pages say it does. Official addresses come from {routes}; do not make up others.', { routes: fullUrl('/routes/') }),
        t('Text: CC BY 4.0. Data: CC0 1.0. Figures from the Platform Governance Archive: ODC-By 1.0.'),
      ],
      sections: [
        { name: t('Guides: how to object'), links: of('Guide') },
        { name: t('Tools'), links: of('Tool') },
        { name: t('Letters'), links: of('Letter') },
        { name: t('Articles'), links: of('Article') },
        { name: t('Questions'), links: of('Question') },
        { name: t('Countries'), links: of('Country') },
        { name: t('Reference'), links: of('Reference') },
        {
          name: t('Open data'),
          links: [
            { title: catalogue.file.title, url: fullUrl(dataPath('index', 'json')), notes: catalogue.file.description },
            ...datasets.map((d) => ({ title: d.facts.title, url: fullUrl(dataPath(d.name, 'json')), notes: d.facts.description })),
          ],
        },
        { name: t('About the site'), links: of('About') },
        { name: t('Optional'), links: [...allPages.filter((p) => OPTIONAL.has(p.path)), ...letterFacts.filter((p) => OTHER_LAWS.has(p.path))].map(link) },
      ],
    }),
    { headers: { 'Content-Type': 'text/plain; charset=utf-8' } },
  );
