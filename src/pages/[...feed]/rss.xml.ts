import { LANGUAGE } from '#src/domain/t.ts';
import rss from '@astrojs/rss';
import type { APIContext } from 'astro';
import { channelExtras, published, rssPath, type Feed } from '#src/domain/feed.ts';
import { feeds } from '#src/model/feeds.ts';
import { fullUrl } from '#src/model/site.ts';

export const getStaticPaths = () => feeds.map((feed) => ({ params: { feed: feed.path.slice(1, -1) }, props: { feed } }));

export const GET = ({ props }: APIContext) => {
  const feed = props['feed'] as Feed;
  return rss({
    title: feed.title,
    description: feed.description,
    site: feed.home,
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: channelExtras(feed, fullUrl(rssPath(feed)), LANGUAGE),
    items: feed.items.map((i) => {
      const pubDate = published(i);
      return { title: i.title, description: i.text, link: i.url, categories: [i.tag], ...(pubDate && { pubDate }) };
    }),
  });
};
