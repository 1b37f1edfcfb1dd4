/** The way from the home page down to a page, for its breadcrumbs and for the data that says the same to machines. */
import { t } from '../domain/t.ts';
import { pageByPath } from './pages.ts';

export interface Place {
  path: string;
  name: string;
}

/** The last name is the page's short label where it has one: the title stands right below as the heading. */
export const trailTo = (path: string, title: string, parents: readonly Place[] = []): Place[] => [{ path: '/', name: t('Home') }, ...parents, { path, name: pageByPath(path)?.nav ?? title }];
