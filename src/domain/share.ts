/** What goes with a link that is shared: the page's own title and the site's name, nothing that urges. */
export const MAX_SHARE = 200;

export function shareText(title: string, site: string): string {
  const tail = ` (${site})`;
  const room = MAX_SHARE - tail.length;
  return (title.length <= room ? title : `${title.slice(0, room - 1).replace(/\s+\S*$/, '')}…`) + tail;
}
