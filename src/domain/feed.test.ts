import assert from 'node:assert/strict';
import { test } from 'node:test';
import { channelExtras, jsonFeed, jsonFeedPath, published, rssPath, type Feed } from './feed.ts';

const feed: Feed = {
  path: '/timeline/law/',
  title: 'T',
  description: 'D',
  home: 'https://example.org/timeline/',
  items: [
    { url: 'https://example.org/timeline/#a', title: 'A', text: 'May 2025. Text.', date: '2025-05', modified: '2026-11-23', tag: 'Law' },
    { url: 'https://example.org/timeline/#b', title: 'B', text: 'Text.', date: '2025-05-27', tag: 'Law' },
  ],
};

test('a day that is not known is not made up', () => {
  const items = (jsonFeed(feed, 'https://example.org/f', 'en') as { items: Record<string, string>[] }).items;
  assert.equal(items[0]?.['date_published'], undefined);
  assert.equal(items[0]?.['date_modified'], '2026-11-23T00:00:00.000Z');
  assert.equal(items[1]?.['date_published'], '2025-05-27T00:00:00.000Z');
  assert.equal(published({ ...(feed.items[0] as Feed['items'][number]), date: '2025' }), undefined);
});

test('the channel names its own address and its newest day', () => {
  const text = channelExtras(feed, 'https://example.org/f?a=1&b="2"', 'en');
  assert.match(text, /<atom:link href="https:\/\/example\.org\/f\?a=1&amp;b=&quot;2&quot;" rel="self" type="application\/rss\+xml"\/>/);
  assert.match(text, /<lastBuildDate>Mon, 23 Nov 2026 00:00:00 GMT<\/lastBuildDate>/);
  assert.doesNotMatch(channelExtras({ ...feed, items: [] }, 'x', 'en'), /lastBuildDate/);
});

test('both files stand in the feed’s folder', () => assert.deepEqual([rssPath(feed), jsonFeedPath(feed)], ['/timeline/law/rss.xml', '/timeline/law/feed.json']));
