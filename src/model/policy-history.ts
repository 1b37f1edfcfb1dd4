/** The policy record for pages: versions of each service, and which of them changed something about AI. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { History, Tracked, Version } from '../domain/policy-history.ts';
import { aiChanges } from '../domain/policy-changes.ts';
import { parse } from 'yaml';
import { policyVersionPath } from '../domain/routes.ts';

export const SERVICES = { facebook: 'Facebook', instagram: 'Instagram', threads: 'Threads', whatsapp: 'WhatsApp' } as const;
export type ServiceId = keyof typeof SERVICES;

export interface Recorded {
  source: string;
  licence: string;
  cite: string;
  counting: string;
  services: Record<ServiceId, History & { file: string }>;
}
const file = (name: string): string => readFileSync(join(process.cwd(), 'content/data', name), 'utf8');
export const policyHistory = JSON.parse(file('policy-history.json')) as Recorded;
export const phrases = parse(file('policy-phrases.yml')) as Tracked[];

export interface VersionPage {
  path: string;
  service: ServiceId;
  version: Version;
  before: Version | undefined;
}
/** One page for each version that named AI more or less often than the one before. */
export const versionPages: VersionPage[] = (Object.keys(SERVICES) as ServiceId[]).flatMap((service) =>
  aiChanges(policyHistory.services[service].versions).map(({ version, before }) => ({ path: policyVersionPath(service, version.recorded), service, version, before })),
);
export const archivePage = (commit: string): string => `https://github.com/OpenTermsArchive/pga-versions/commit/${commit}`;
