import { z } from 'astro/zod';

const keys = [
  'skip',
  'skipSearch',
  'search',
  'menu',
  'objectNow',
  'themeLabel',
  'themeAuto',
  'themeLight',
  'themeDark',
  'contents',
  'inShort',
  'checked',
  'nextCheck',
  'overdue',
  'minutesRead',
  'share',
  'shareMore',
  'shortLink',
  'shortPlan',
  'copyShort',
  'copy',
  'cite',
  'citeVersion',
  'citePlain',
  'paperVersion',
  'copyLink',
  'mail',
  'copied',
  'print',
  'sources',
  'related',
  'previous',
  'next',
  'limits',
  'home',
] as const;
export type UiKey = (typeof keys)[number];

/** The interface's words: one key set, complete in each language. */
export const uiSchema = z.strictObject(Object.fromEntries(keys.map((k) => [k, z.string().min(1)])) as Record<UiKey, z.ZodString>);
export type Ui = Record<UiKey, string>;
