/** A feed in both formats: RSS 2.0 (rssboard.org/rss-specification) and JSON Feed 1.1 (jsonfeed.org/version/1.1). Pure. */
import { atMidnight } from './dates.ts';

export interface FeedItem {
  /** Full address; also the item's id, which readers tell items apart by. */
  url: string;
  title: string;
  text: string;
  /** Day, or less where less is known. Feeds take whole days only: a made-up day would be an untrue date. */
  date: string;
  /** When we last looked at it. */
  modified?: string;
  tag: string;
}
export interface Feed {
  /** Folder of the two files, such as `/changes/`. */
  path: string;
  title: string;
  description: string;
  /** Full address of the page that shows the same. */
  home: string;
  items: readonly FeedItem[];
}

export const rssPath = (feed: Pick<Feed, 'path'>): string => `${feed.path}rss.xml`;
export const jsonFeedPath = (feed: Pick<Feed, 'path'>): string => `${feed.path}feed.json`;

const isWholeDay = (date: string): boolean => date.length === 10;
/** When the item happened, as a moment; nothing where the day is not known. */
export const published = (item: FeedItem): Date | undefined => (isWholeDay(item.date) ? atMidnight(item.date) : undefined);

/** @param self full address of the feed */
export const jsonFeed = (feed: Feed, self: string, language: string): object => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: feed.title,
  description: feed.description,
  home_page_url: feed.home,
  feed_url: self,
  language,
  items: feed.items.map((i) => {
    const day = published(i);
    return {
      id: i.url,
      url: i.url,
      title: i.title,
      content_text: i.text,
      ...(day && { date_published: day.toISOString() }),
      ...(i.modified && { date_modified: atMidnight(i.modified).toISOString() }),
      tags: [i.tag],
    };
  }),
});

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** What stands in the channel beside title, link and items. `atom:link` names the feed's own address. */
export function channelExtras(feed: Feed, self: string, language: string): string {
  const newest = feed.items
    .flatMap((i) => [i.modified ?? '', isWholeDay(i.date) ? i.date : ''])
    .sort()
    .at(-1);
  return [
    `<language>${language}</language>`,
    newest && `<lastBuildDate>${atMidnight(newest).toUTCString()}</lastBuildDate>`,
    `<atom:link href="${escape(self)}" rel="self" type="application/rss+xml"/>`,
  ]
    .filter(Boolean)
    .join('');
}
