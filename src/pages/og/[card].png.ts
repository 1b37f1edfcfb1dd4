import type { APIContext } from 'astro';
import type { CardFacts } from '#src/domain/card.ts';
import { LANGUAGE, t } from '#src/domain/t.ts';
import { shortDate } from '#src/domain/dates.ts';
import { kindName } from '#src/domain/kinds.ts';
import { claimPath, figurePath, imagePath } from '#src/domain/routes.ts';
import { citedClaims } from '#src/model/entries.ts';
import { cardImage, drawAhead } from '#src/model/card-image.ts';
import { figures } from '#src/model/figures.ts';
import { allPages, type PageFacts } from '#src/model/pages.ts';
import { has, language } from '#src/model/site.ts';

const extra: PageFacts[] = [{ path: '/404/', title: t('This page is not here'), description: '', kind: 'About', nav: '404', updated: allPages[0]?.updated ?? '' }];

const standings = new Map([...citedClaims.values()].map(({ claim }) => [claimPath(claim.id), claim.standing]));

function factsOf(page: PageFacts): CardFacts {
  const figure = figures.find((f) => figurePath(f.id) === page.path);
  const drawing = figure?.card ?? figure?.drawing;
  const standing = standings.get(page.path);
  return {
    ...(drawing ? { drawing } : {}),
    ...(standing ? { standing } : {}),
    ...(language.direction === 'rtl' ? { rtl: true } : {}),
    question: page.kind === 'Question',
    title: page.title,
    kind: kindName(page.kind),
    line: standing ? t('seen {day}', { day: shortDate(page.updated) }) : `${t('Meta, AI and your right to say no')} · ${shortDate(page.updated)}`,
  };
}

/** Claims have cards of their own in English; in other languages the card of their list stands for them. */
const drawn = ({ path, kind }: PageFacts): boolean => has(path) && (LANGUAGE === 'en' || kind !== 'Claim');

export const getStaticPaths = () => {
  const cards = [...allPages, ...extra].filter(drawn).map((page) => ({ params: { card: imagePath(page.path).slice(4, -4) }, props: { facts: factsOf(page) } }));
  // While writing, only the cards that are looked at are drawn.
  if (import.meta.env.PROD) drawAhead(cards.map((c) => c.props.facts));
  return cards;
};

export const GET = async ({ props }: APIContext) => {
  const png = await cardImage((props as { facts: CardFacts }).facts);
  return new Response(png.slice().buffer, { headers: { 'Content-Type': 'image/png' } });
};
