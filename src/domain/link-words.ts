/** What a check of a link found, in words, and the host a link leads to. */
import type { LinkResult } from '../schema/codes.ts';
import { shortDate } from './dates.ts';
import { t } from './t.ts';

const ANSWERED: Record<LinkResult, string> = {
  ok: t('it answered'),
  redirected: t('it led to another address'),
  blocked: t('it wanted a login'),
  gone: t('it was gone'),
  error: t('it gave an error'),
  timeout: t('it did not answer'),
};
/** "When we asked on 1 May 2026, it answered." */
export const askedOn = ({ date, result }: { date: string; result: LinkResult }): string => t('When we asked on {date}, {result}.', { date: shortDate(date), result: ANSWERED[result] });

/** `https://www.example.org/x` -> `example.org`. Throws on text that is no address. */
export const hostOf = (url: string): string => new URL(url).host.replace(/^www\./, '');
