/** The site's address, for components: every link and full address goes through here. */
import { buildDay } from '../domain/dates.ts';
import { absolute, withBase } from '../domain/routes.ts';

const base = import.meta.env.BASE_URL.endsWith('/') ? import.meta.env.BASE_URL : `${import.meta.env.BASE_URL}/`;

export const BASE = base;
/** The day the site is built, `YYYY-MM-DD`. */
export const TODAY = buildDay(process.env.SOURCE_DATE_EPOCH, Date.now());
/** Root-relative path -> href. */
export const href = (path: string): string => withBase(base, path);
/** Root-relative path -> full address. */
export const fullUrl = (path: string): string => absolute(import.meta.env.SITE, base, path);
