/** The site's address, for components: every link and full address goes through here. */
import { absolute, withBase } from '../domain/routes.ts';

const base = import.meta.env.BASE_URL.endsWith('/') ? import.meta.env.BASE_URL : `${import.meta.env.BASE_URL}/`;

export const BASE = base;
/** The day the site is built, `YYYY-MM-DD`. SOURCE_DATE_EPOCH makes a build repeatable on another day. */
export const TODAY = new Date(process.env.SOURCE_DATE_EPOCH ? Number(process.env.SOURCE_DATE_EPOCH) * 1000 : Date.now()).toISOString().slice(0, 10);
/** Root-relative path -> href. */
export const href = (path: string): string => withBase(base, path);
/** Root-relative path -> full address. */
export const fullUrl = (path: string): string => absolute(import.meta.env.SITE, base, path);
