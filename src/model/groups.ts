import { t } from '../domain/t.ts';
import type { eventTopics } from '../schema/data.ts';
import type { questionGroups } from '../schema/page.ts';

/** Headings of the groups on /questions/. */
export const GROUPS: Record<(typeof questionGroups)[number], string> = {
  basics: t('What is happening'),
  objecting: t('Objecting'),
  after: t('After you object'),
  photos: t('Photos and friends'),
  email: t('Meta’s messages'),
  rights: t('Rights, authorities, courts'),
  children: t('Children and teenagers'),
  'whatsapp-and-ai': t('WhatsApp and Meta AI'),
  'outside-europe': t('Outside the EU'),
  'money-and-law': t('Money and what comes next'),
};

/** What an event of the timeline belongs to. */
export const TOPICS: Record<(typeof eventTopics)[number], string> = { policy: t('Policy'), eu: 'EU', uk: 'UK', brazil: t('Brazil'), elsewhere: t('Elsewhere'), money: t('Money'), law: t('Law') };
