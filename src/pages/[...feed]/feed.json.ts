import { LANGUAGE } from '#src/domain/t.ts';
import type { APIContext } from 'astro';
import { jsonFeed, jsonFeedPath, type Feed } from '#src/domain/feed.ts';
import { feeds } from '#src/model/feeds.ts';
import { fullUrl } from '#src/model/site.ts';

export const getStaticPaths = () => feeds.map((feed) => ({ params: { feed: feed.path.slice(1, -1) }, props: { feed } }));

export const GET = ({ props }: APIContext) => {
  const feed = props['feed'] as Feed;
  return new Response(JSON.stringify(jsonFeed(feed, fullUrl(jsonFeedPath(feed)), LANGUAGE)), { headers: { 'Content-Type': 'application/feed+json' } });
};
