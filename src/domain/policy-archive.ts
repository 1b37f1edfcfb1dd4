/** The public archive of policy versions: its addresses, and how to tell that something rests on it. Pure. */
const ARCHIVE = 'https://github.com/OpenTermsArchive/pga-versions';

/** The archive's own page of a version: what changed in it, and the text. */
export const archivePage = (commit: string): string => `${ARCHIVE}/commit/${commit}`;
export const isArchiveUrl = (url: string | undefined): boolean => url !== undefined && (url === ARCHIVE || url.startsWith(`${ARCHIVE}/`));
export const citesArchive = (sources: readonly { url?: string | undefined }[]): boolean => sources.some((s) => isArchiveUrl(s.url));
