import type { eventTopics } from '../schema/data.ts';
import type { questionGroups } from '../schema/page.ts';

/** Headings of the groups on /questions/. */
export const GROUPS: Record<(typeof questionGroups)[number], string> = {
  basics: 'What is happening',
  objecting: 'Objecting',
  after: 'After you object',
  photos: 'Photos and friends',
  email: 'Meta’s messages',
  rights: 'Rights, authorities, courts',
  children: 'Children and teenagers',
  'whatsapp-and-ai': 'WhatsApp and Meta AI',
  'outside-europe': 'Outside the EU',
  'money-and-law': 'Money and what comes next',
};

/** What an event of the timeline belongs to. */
export const TOPICS: Record<(typeof eventTopics)[number], string> = { policy: 'Policy', eu: 'EU', uk: 'UK', brazil: 'Brazil', elsewhere: 'Elsewhere', money: 'Money', law: 'Law' };
