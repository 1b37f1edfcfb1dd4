/** The preview card of a page: layout only. Drawn by model/card-image.ts in the site's own design. */
import { SITE_NAME } from '../site.ts';
import type { Drawing, Stroke } from './drawing.ts';

export interface CardFacts {
  title: string;
  kind: string;
  /** One line under the title. */
  line: string;
  /** A figure's card shows the figure. */
  drawing?: Drawing;
}

interface CardNode {
  type: string;
  props: { style: Record<string, string | number>; src?: string; width?: number; height?: number; children?: string | CardNode | (string | CardNode)[] };
}

const box = (style: Record<string, string | number>, children?: CardNode['props']['children']): CardNode => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, ...(children === undefined ? {} : { children }) },
});

export const CARD = { width: 1200, height: 630 };

/** Large enough to read at thumbnail size: a short title is set bigger. */
export const titleSize = (title: string): number => (title.length <= 28 ? 104 : title.length <= 46 ? 86 : 72);

const LOOK: Record<Stroke, string> = {
  strong: 'fill="none" stroke="#9c2f1c" stroke-width="3"',
  dashed: 'fill="none" stroke="#1c1a16" stroke-width="1.8" stroke-dasharray="6 4"',
  grid: 'stroke="#d6cbb3" stroke-width="0.8"',
  event: 'stroke="#575044" stroke-width="0.9" stroke-dasharray="2 4"',
  part: 'fill="#faf6ec" stroke="#1c1a16" stroke-width="1.2"',
  bar: 'fill="#9c2f1c"',
  'bar-open': 'fill="#faf6ec" stroke="#9c2f1c" stroke-width="1.5"',
};
const FIGURE = { width: 1072, height: 340 };

/** The lines as an image, the labels as text of the card's own font, so that no font of the machine is used. */
function picture({ box: [left, top, width, height], paths, labels }: Drawing): CardNode {
  const scale = Math.min(FIGURE.width / width, FIGURE.height / height);
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${width} ${height}" ${`width="${size.width}" height="${size.height}"`}>${paths.map((p) => `<path d="${p.d}" ${LOOK[p.stroke]}/>`).join('')}</svg>`;
  const font = 15 * scale;
  const side = { start: 'flex-start', middle: 'center', end: 'flex-end' };
  return box({ position: 'relative', ...size, alignSelf: 'center' }, [
    { type: 'img', props: { style: {}, src: `data:image/svg+xml;base64,${btoa(svg)}`, ...size } },
    ...labels.map((l) =>
      box(
        {
          position: 'absolute',
          width: 500,
          left: Math.round((l.x - left) * scale) - { start: 0, middle: 250, end: 500 }[l.anchor],
          top: Math.round((l.y - top) * scale - font * 1.05),
          justifyContent: side[l.anchor],
          fontSize: Math.round(font),
        },
        l.text,
      ),
    ),
  ]);
}

export function card({ title, kind, line, drawing }: CardFacts): CardNode {
  return box(
    { boxSizing: 'border-box', ...CARD, backgroundColor: '#faf6ec', color: '#1c1a16', flexDirection: 'column', padding: '56px 64px', justifyContent: 'space-between', fontFamily: 'Newsreader' },
    [
      box({ justifyContent: 'space-between', alignItems: 'center', fontSize: 34 }, [
        box({ alignItems: 'center', gap: 20 }, [box({ border: '4px solid #9c2f1c', color: '#9c2f1c', padding: '0 12px', transform: 'rotate(-4deg)' }, 'RtO'), box({}, SITE_NAME)]),
        box({ border: '3px solid #d6cbb3', padding: '2px 18px', color: '#575044' }, kind),
      ]),
      ...(drawing
        ? [box({ fontSize: title.length > 40 ? 46 : 54, lineHeight: 1.04, letterSpacing: -1 }, title), picture(drawing)]
        : [box({ fontSize: titleSize(title), lineHeight: 1.04, letterSpacing: -2 }, title)]),
      box({ flexDirection: 'column' }, [...(drawing ? [] : [box({ width: 420, height: 22, backgroundColor: '#ffd84d', marginBottom: 18 })]), box({ fontSize: 30, color: '#575044' }, line)]),
    ],
  );
}
