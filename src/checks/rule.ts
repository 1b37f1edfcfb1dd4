import type { Site } from './site.ts';

export interface Finding {
  /** The page's address, or a file. */
  at: string;
  what: string;
  mend: string;
}

/** One thing that must hold on the finished site. */
export interface Rule {
  id: string;
  why: string;
  severity: 'error' | 'warning';
  run(site: Site): Finding[];
}
