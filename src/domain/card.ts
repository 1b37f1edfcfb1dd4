/** The preview card of a page: layout only. Drawn by model/card-image.ts in the site's own design. */
import { SITE_NAME } from '../site.ts';

export interface CardFacts {
  title: string;
  kind: string;
  /** One line under the title. */
  line: string;
}

interface CardNode {
  type: string;
  props: { style: Record<string, string | number>; children?: string | CardNode | (string | CardNode)[] };
}

const box = (style: Record<string, string | number>, children?: CardNode['props']['children']): CardNode => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, ...(children === undefined ? {} : { children }) },
});

export const CARD = { width: 1200, height: 630 };

/** Large enough to read at thumbnail size: a short title is set bigger. */
export const titleSize = (title: string): number => (title.length <= 28 ? 104 : title.length <= 46 ? 86 : 72);

export function card({ title, kind, line }: CardFacts): CardNode {
  return box(
    { width: '100%', height: '100%', backgroundColor: '#faf6ec', color: '#1c1a16', flexDirection: 'column', padding: '56px 64px', justifyContent: 'space-between', fontFamily: 'Newsreader' },
    [
      box({ justifyContent: 'space-between', alignItems: 'center', fontSize: 34 }, [
        box({ alignItems: 'center', gap: 20 }, [box({ border: '4px solid #9c2f1c', color: '#9c2f1c', padding: '0 12px', transform: 'rotate(-4deg)' }, 'RtO'), box({}, SITE_NAME)]),
        box({ border: '3px solid #d6cbb3', padding: '2px 18px', color: '#575044' }, kind),
      ]),
      box({ fontSize: titleSize(title), lineHeight: 1.04, letterSpacing: -2 }, title),
      box({ flexDirection: 'column' }, [box({ width: 420, height: 22, backgroundColor: '#ffd84d', marginBottom: 18 }), box({ fontSize: 30, color: '#575044' }, line)]),
    ],
  );
}
