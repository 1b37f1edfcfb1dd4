/** The policy record for pages: versions of each service, and which of them changed something about AI. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { History, PhraseSpan, Tracked } from '../domain/policy-history.ts';
import { aiChanges, type Change } from '../domain/policy-changes.ts';
import { policyVersionPath } from '../domain/routes.ts';
import { LANGUAGE } from '../domain/t.ts';
import { readContent } from './read.ts';

export const SERVICES = { facebook: 'Facebook', instagram: 'Instagram', threads: 'Threads', whatsapp: 'WhatsApp' } as const;
export type ServiceId = keyof typeof SERVICES;

export interface Recorded {
  source: string;
  licence: string;
  licence_url: string;
  cite: string;
  counting: string;
  services: Record<ServiceId, History & { file: string }>;
}
const file = (name: string): string => readFileSync(join(process.cwd(), 'content/data', name), 'utf8');
export const policyHistory = JSON.parse(file('policy-history.json')) as Recorded;
/** The phrases as Meta wrote them; what we say of each is in the language of the edition. */
export const phrases = readContent(process.cwd(), LANGUAGE).phrases.map((r) => r.value as Tracked);

/** A phrase and the version that first holds it. */
export interface Quoted {
  phrase: string;
  span: PhraseSpan;
}
/** What a topic is called in the text, with what stood for it earlier, beside our plain reading. */
export interface Passage extends Quoted {
  topic: string;
  reading: string;
  service: ServiceId;
  others: boolean;
  old: Quoted | undefined;
}
export const passages: Passage[] = phrases.flatMap((p) => {
  if (p.topic === undefined) return [];
  const service = (p.service ?? 'facebook') as ServiceId;
  const quoted = (id: string | undefined): Quoted | undefined => {
    const phrase = phrases.find((x) => x.id === id)?.phrase;
    const span = id === undefined ? undefined : policyHistory.services[service].phrases[id];
    return phrase !== undefined && span ? { phrase, span } : undefined;
  };
  const now = quoted(p.id);
  if (!now) throw new Error(`content/data/policy-phrases.yml: no version of ${service} holds "${p.phrase}". Correct the phrase, or remove its topic.`);
  if (p.before !== undefined && !quoted(p.before)) throw new Error(`content/data/policy-phrases.yml: "${p.id}" names "${p.before}" as what stood before, and no version of ${service} holds it.`);
  return [{ ...now, topic: p.topic, reading: p.reading ?? '', service, others: p.others ?? false, old: quoted(p.before) }];
});

export interface VersionPage extends Change {
  path: string;
  service: ServiceId;
}
/** One page for each version that changed the words around AI. */
export const versionPages: VersionPage[] = (Object.keys(SERVICES) as ServiceId[]).flatMap((service) =>
  aiChanges(policyHistory.services[service].versions).map(({ version, before }) => ({ path: policyVersionPath(service, version.recorded), service, version, before })),
);
