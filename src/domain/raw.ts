/** The content as read from files, before any check. Made by model/read.ts. */
export interface RawRecord {
  file: string;
  line: number;
  value: unknown;
}
export interface RawPage {
  file: string;
  /** File name without its ending: the last part of the page's address. */
  id: string;
  frontmatter: unknown;
  /** The last part of the page's address in its own language. */
  slug?: string;
  /** Line of the file the body starts on. */
  bodyLine: number;
  /** Line of the frontmatter its search words stand on. */
  aliasesLine?: number;
  body: string;
}
export interface ReadFailure {
  file: string;
  line?: number | undefined;
  message: string;
  /** How to mend it, where it is not the YAML at that place. */
  mend?: string;
}
export interface RawContent {
  lang: string;
  claims: RawRecord[];
  sources: RawRecord[];
  routes: RawRecord[];
  glossary: RawRecord[];
  timeline: RawRecord[];
  changes: RawRecord[];
  original: RawRecord[];
  home: RawRecord[];
  handouts: RawRecord[];
  plan: RawRecord[];
  letterFields: RawRecord[];
  letters: RawRecord[];
  fieldWords: RawRecord[];
  letterWords: RawRecord[];
  regimes: RawRecord[];
  countries: RawRecord[];
  authorities: RawRecord[];
  flows: RawRecord[];
  features: RawRecord[];
  edpbTypes: RawRecord[];
  aiSettings: RawRecord[];
  scope: RawRecord[];
  passages: RawRecord[];
  search: RawRecord[];
  synonyms: RawRecord[];
  pageAliases: RawRecord[];
  redirects: RawRecord[];
  /** Phrases of policies that are followed. */
  phrases: RawRecord[];
  policyHistory: RawRecord[];
  /** Published addresses, one a line. */
  published: RawRecord[];
  shortCodes: RawRecord[];
  articles: RawPage[];
  guides: RawPage[];
  questions: RawPage[];
  info: RawPage[];
  failures: ReadFailure[];
}
