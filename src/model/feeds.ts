/** Every feed of the site: changes, corrections, the timeline and each of its topics. */
import { t } from '../domain/t.ts';
import type { Feed, FeedItem } from '../domain/feed.ts';
import { longDate } from '../domain/dates.ts';
import { eventPath } from '../domain/routes.ts';
import { eventTopics, type Change, type TimelineEvent } from '../schema/data.ts';
import { SITE_NAME } from '../site.ts';
import { changes, claimById, timeline } from './entries.ts';
import { TOPICS } from './groups.ts';
import { listPages } from './pages.ts';
import { fullUrl } from './site.ts';

const changed = (c: Change): FeedItem => ({ url: fullUrl(`/changes/#${c.id}`), title: c.title, text: c.text, date: c.date, tag: c.kind });
const event = (e: TimelineEvent): FeedItem => ({
  url: fullUrl(eventPath(e.id)),
  title: e.title,
  text: `${longDate(e.date)}. ${e.text}`,
  date: e.date,
  modified:
    e.claims
      .map((id) => claimById(id).claim.seen)
      .sort()
      .at(-1) ?? e.date,
  tag: TOPICS[e.topic],
});
/** Newest first, as readers of feeds expect. */
const events = timeline.toReversed();

export interface SiteFeed extends Feed {
  /** In a list of feeds. */
  name: string;
}

export const feeds: SiteFeed[] = [
  {
    path: '/changes/',
    name: t('Changes and corrections'),
    title: t('{site}: changes and corrections', { site: SITE_NAME }),
    description: listPages.changes.description,
    home: fullUrl('/changes/'),
    items: changes.map(changed),
  },
  {
    path: '/changes/corrections/',
    name: t('Corrections only'),
    title: t('{site}: corrections', { site: SITE_NAME }),
    description: t('Each mistake we corrected, and what was wrong.'),
    home: fullUrl('/changes/'),
    items: changes.filter((c) => c.kind === 'correction').map(changed),
  },
  {
    path: '/timeline/',
    name: t('Timeline, all topics'),
    title: t('{site}: timeline', { site: SITE_NAME }),
    description: listPages.timeline.description,
    home: fullUrl('/timeline/'),
    items: events.map(event),
  },
  ...eventTopics.map((topic) => ({
    path: `/timeline/${topic}/`,
    name: t('Timeline: {topic}', { topic: TOPICS[topic] }),
    title: t('{site}: timeline, {topic}', { site: SITE_NAME, topic: TOPICS[topic] }),
    description: t('What happened around Meta, AI training and the law. Topic: {topic}.', { topic: TOPICS[topic] }),
    home: fullUrl('/timeline/'),
    items: events.filter((e) => e.topic === topic).map(event),
  })),
];
/** The feeds whose items stand on the page. */
export const feedsOf = (path: string): SiteFeed[] => feeds.filter((f) => f.home === fullUrl(path));
