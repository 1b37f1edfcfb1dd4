import type { APIContext } from 'astro';
import { shortDate } from '#src/domain/dates.ts';
import { kindName } from '#src/domain/kinds.ts';
import { claimPath, figurePath, imagePath } from '#src/domain/routes.ts';
import { citedClaims } from '#src/model/entries.ts';
import { cardImage } from '#src/model/card-image.ts';
import { figures } from '#src/model/figures.ts';
import { allPages, type PageFacts } from '#src/model/pages.ts';

const extra: PageFacts[] = [{ path: '/404/', title: 'This page is not here', description: '', kind: 'About', nav: '404', updated: allPages[0]?.updated ?? '' }];

const standings = new Map([...citedClaims.values()].map(({ claim }) => [claimPath(claim.id), claim.standing]));

export const getStaticPaths = () => [...allPages, ...extra].map((page) => ({ params: { card: imagePath(page.path).slice(4, -4) }, props: { page } }));

export const GET = async ({ props }: APIContext) => {
  const { page } = props as { page: PageFacts };
  const figure = figures.find((f) => figurePath(f.id) === page.path);
  const drawing = figure?.card ?? figure?.drawing;
  const standing = standings.get(page.path);
  const png = await cardImage({
    ...(drawing ? { drawing } : {}),
    ...(standing ? { standing } : {}),
    question: page.kind === 'Question',
    title: page.title,
    kind: kindName(page.kind),
    line: standing ? `seen ${shortDate(page.updated)}` : `Meta, AI and your right to say no · ${shortDate(page.updated)}`,
  });
  return new Response(png.slice().buffer, { headers: { 'Content-Type': 'image/png' } });
};
