/** Kinds of page, as the search index names them, and what a reader is told. */
import { t } from './t.ts';

export const KINDS = ['Article', 'Guide', 'Question', 'Tool', 'Letter', 'Country', 'Claim', 'Reference', 'About'] as const;
export type Kind = (typeof KINDS)[number];

const ONE: Record<Kind, string> = {
  Article: t('Article'),
  Guide: t('Guide'),
  Question: t('Question'),
  Tool: t('Tool'),
  Letter: t('Letter'),
  Country: t('Country'),
  Claim: t('Claim'),
  Reference: t('Reference'),
  About: t('About'),
};
const MANY: Record<Kind, string> = {
  Article: t('Articles'),
  Guide: t('Guides'),
  Question: t('Questions'),
  Tool: t('Tools'),
  Letter: t('Letters'),
  Country: t('Countries'),
  Claim: t('Claims'),
  Reference: t('Reference'),
  About: t('About'),
};
/** What one page of a kind is called. Text that is no kind comes back as it is. */
export const kindName = (kind: string): string => ONE[kind as Kind] ?? kind;
/** What all pages of a kind are called. */
export const kindNames = (kind: string): string => MANY[kind as Kind] ?? kind;
