import { z } from 'astro/zod';

/** An address of this site as it was published: `/page/` or `/page/#place`. */
export const ADDRESS = /^\/([a-z0-9-]+\/)*(#[^\s#]+)?$/;
const published = z.string().regex(ADDRESS, { error: 'must be an address such as /page/ or /page/#place' });

/** An address that moved. */
export const redirectSchema = z.strictObject({ from: published, to: published });
