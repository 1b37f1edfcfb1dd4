/**
 * Every address on the site is made here; nothing else joins paths. Addresses are root-relative without the base
 * path: `withBase` adds it at the very end.
 */

import type { LetterLaw } from '../schema/places.ts';

export type PageKind = 'article' | 'guide' | 'question' | 'claim' | 'info' | 'list';

/** Pages that no content file makes. */
export const LISTS = [
  '/',
  '/questions/',
  '/glossary/',
  '/sources/',
  '/claims/',
  '/search/',
  '/changes/',
  '/timeline/',
  '/object/',
  '/about/the-first-article/',
  '/letters/',
  '/deadline/',
  '/countries/',
  '/complain/',
  '/routes/',
  '/plan/',
  '/my-record/',
  '/policy-record/',
  '/figures/',
  '/dark-patterns/walkthrough/',
  '/dark-patterns/this-site/',
  '/friend-photos/try/',
  '/what-counts-as-public/',
  '/share/poster/',
  '/share/leaflet/',
  '/s/',
  '/s/claims/',
  '/s/plans/',
  '/data/',
  '/feeds/',
  '/offline/',
  '/offline/missing/',
  '/book/',
] as const;

export const articlePath = (id: string): string => `/${id}/`;
/** The guide `object` is the start page of all guides. */
export const guidePath = (id: string): string => (id === 'object' ? '/object/' : `/object/${id}/`);
export const questionPath = (id: string): string => `/questions/${id}/`;
export const claimPath = (id: string): string => `/claims/${id}/`;
export const sourceListPath = (kind: string): string => (kind === 'primary' ? '/sources/' : `/sources/${kind}/`);
export const sourcePath = (kind: string, id: string): string => `${sourceListPath(kind)}#${id}`;
export const termPath = (id: string): string => `/glossary/#${id}`;
export const eventPath = (id: string): string => `/timeline/#${id}`;
export const infoPath = (id: string): string => `/${id}/`;
/** The GDPR's letter stands at the letter's own address, other laws' below it. */
export const letterPath = (id: string, law: LetterLaw = 'gdpr'): string => (law === 'gdpr' ? `/letters/${id}/` : `/letters/${id}/${law}/`);
export const policyVersionPath = (service: string, day: string): string => `/policy-record/${service}/${day}/`;
export const figurePath = (id: string): string => `/figures/${id}/`;
/** A claim or figure alone, for a frame on someone else's page. */
export const embedPath = (kind: 'claim' | 'figure', id: string): string => `/embed/${kind}/${id}/`;
export const isEmbed = (path: string): boolean => path.startsWith('/embed/');
export const countryPath = (id: string): string => `/countries/${id}/`;
/** The short address that forwards to a page. */
export const shortPath = (code: string): string => `/s/${code}/`;
/** Lists of short addresses: the pages, the claims, the plans. */
export const shortListPath = (part: 'pages' | 'claims' | 'plans'): string => (part === 'pages' ? '/s/' : `/s/${part}/`);
export const routePath = (id: string): string => `/routes/#route-${id}`;
/** The preview image of a page: its address with slashes turned to hyphens. */
export const imagePath = (path: string): string => `/og/${path.replace(/^\/|\/$/g, '').replaceAll('/', '--') || 'home'}.png`;

/** `/sub/` + `/about/#x` -> `/sub/about/#x`. `base` starts and ends with a slash. */
export const withBase = (base: string, path: string): string => base.replace(/\/$/, '') + path;
/** The full address of a page, for canonical links and feeds. */
export const absolute = (site: string, base: string, path: string): string => new URL(withBase(base, path), site).href;
/** Takes the base off again; addresses outside it come back unchanged. */
export const withoutBase = (base: string, path: string): string => (base !== '/' && path.startsWith(base) ? `/${path.slice(base.length)}` : path);
