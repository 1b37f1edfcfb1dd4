/** The preview card of a page: layout only. Drawn by model/card-image.ts in the site's own design. */
import { SITE_NAME } from '../site.ts';
import { STANDING } from './citations.ts';
import type { Drawing, Stroke } from './drawing.ts';

export interface CardFacts {
  title: string;
  kind: string;
  /** One line under the title. */
  line: string;
  /** A claim's card says how sure it is; a question's card looks like one. */
  standing?: keyof typeof STANDING;
  question?: boolean;
  /** Titles of a language from right to left stand at the right. */
  rtl?: boolean;
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

/** The width at which chats show a card. */
export const THUMBNAIL = 300;
/** The smallest type of a card, figures' labels apart: 10 pixels in a thumbnail, as cards of 15 kinds were looked at. */
export const SMALLEST = 40;

/** Widths of a display face by kind of letter, of its size, rounded up: a title is rather a size too small than cut. The first that fits holds. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[жмшщюыфњљЖМШЩЮЫФω]/, 1],
  [/(?=\p{Lu})[\p{Script=Cyrillic}\p{Script=Greek}]/u, 0.78],
  [/[\p{Script=Cyrillic}\p{Script=Greek}]/u, 0.62],
  [/[WM@—]/, 0.94],
  [/[\p{Lu}%&]/u, 0.68],
  [/[ijltfr.,:;'’“”()!|-]/, 0.34],
  [/ /, 0.24],
  [/[mw]/, 0.8],
];
const widthOf = (text: string): number => [...text].reduce((n, c) => n + (WIDTHS.find(([letters]) => letters.test(c))?.[1] ?? 0.52), 0);
/** Lines that words need at a size, breaking between words. */
export function lines(title: string, size: number, width: number): number {
  let [count, used] = [1, 0];
  for (const word of title.split(' ')) {
    const long = widthOf(word) * size;
    const gap = used > 0 ? widthOf(' ') * size : 0;
    if (used > 0 && used + gap + long > width) [count, used] = [count + 1, long];
    else used += gap + long;
  }
  return count;
}
const LINE = 1.04;
/** The largest of the sizes at which the title fits its field. */
export function titleSize(title: string, width: number, height: number): number {
  const sizes = [132, 120, 110, 104, 98, 90, 82, 76];
  return sizes.find((s) => lines(title, s, width) * s * LINE <= height && title.split(' ').every((w) => widthOf(w) * s <= width)) ?? 70;
}

/** Every colour of a card; a picture of it holds these and their mixtures at edges. */
export const COLOURS = { ink: '#1c1a16', soft: '#575044', pen: '#9c2f1c', paper: '#faf6ec', marker: '#ffd84d', line: '#d6cbb3' };
const { ink: INK, soft: SOFT, pen: PEN, paper: PAPER, marker: MARKER, line: LINE_COLOUR } = COLOURS;

const LOOK: Record<Stroke, string> = {
  strong: `fill="none" stroke="${PEN}" stroke-width="3"`,
  dashed: `fill="none" stroke="${INK}" stroke-width="1.8" stroke-dasharray="6 4"`,
  grid: `stroke="${LINE_COLOUR}" stroke-width="0.8"`,
  event: `stroke="${SOFT}" stroke-width="0.9" stroke-dasharray="2 4"`,
  part: `fill="${PAPER}" stroke="${INK}" stroke-width="1.2"`,
  bar: `fill="${PEN}"`,
  'bar-open': `fill="${PAPER}" stroke="${PEN}" stroke-width="1.5"`,
};
const FIGURE = { width: 1072, height: 300 };
const FIELD = { width: 1072, height: 345 };

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

/** At the side where the language begins. */
const begin = ({ rtl }: CardFacts): Record<string, string> => (rtl ? { alignItems: 'flex-end' } : {});

/** The sign of a standing, drawn: the display face has no such letters. */
function sign(standing: keyof typeof STANDING): CardNode {
  const filled = { confirmed: 44, disputed: 22, unverified: 0 }[standing];
  return box({ width: 52, height: 52, border: `5px solid ${INK}`, borderRadius: 40, overflow: 'hidden', backgroundColor: standing === 'confirmed' ? INK : MARKER }, [
    box({ width: filled, height: 44, backgroundColor: INK }),
  ]);
}

/** What stands below the title: a claim's standing on the marker, else the marker alone, then the line. */
function foot(facts: CardFacts): CardNode {
  const { line, standing, drawing, rtl } = facts;
  const words = box({ fontSize: SMALLEST, color: SOFT }, line);
  if (drawing) return words;
  if (standing)
    return box({ alignItems: 'center', justifyContent: 'space-between', ...(rtl ? { flexDirection: 'row-reverse' } : {}) }, [
      box({ alignItems: 'center', gap: 20, backgroundColor: MARKER, padding: '6px 26px 6px 18px', fontSize: 58 }, [sign(standing), box({}, STANDING[standing].word)]),
      words,
    ]);
  return box({ flexDirection: 'column', ...begin(facts) }, [box({ width: 420, height: 22, backgroundColor: MARKER, marginBottom: 14 }), words]);
}

export function card(facts: CardFacts): CardNode {
  const { title, kind, drawing, question, rtl } = facts;
  const width = question ? FIELD.width - 230 : FIELD.width;
  // Letters from right to left are low and reach far above and below; a full stop at the end would stand on the wrong side.
  const size = Math.round(titleSize(title, width, FIELD.height) * (rtl ? 0.84 : 1));
  const heading = box(
    { width, fontSize: size, lineHeight: rtl ? 1.2 : LINE, letterSpacing: rtl ? 0 : -size / 45, ...(rtl ? { justifyContent: 'flex-end', textAlign: 'right' } : {}) },
    rtl ? title.replace(/\.$/, '') : title,
  );
  return box(
    {
      boxSizing: 'border-box',
      ...CARD,
      position: 'relative',
      backgroundColor: PAPER,
      color: INK,
      flexDirection: 'column',
      padding: '48px 64px',
      justifyContent: 'space-between',
      ...begin(facts),
      fontFamily: 'Newsreader',
    },
    [
      box({ ...(rtl ? { width: FIELD.width } : {}), justifyContent: 'space-between', alignItems: 'center', fontSize: 44, ...(rtl ? { flexDirection: 'row-reverse' } : {}) }, [
        box({ alignItems: 'center', gap: 22 }, [box({ border: `5px solid ${PEN}`, color: PEN, padding: '0 14px', transform: 'rotate(-4deg)' }, 'RtO'), box({}, SITE_NAME)]),
        box({ border: `3px solid ${LINE_COLOUR}`, padding: '2px 20px', color: SOFT, fontSize: SMALLEST }, kind),
      ]),
      ...(drawing ? [box({ fontSize: title.length > 40 ? 46 : 54, lineHeight: LINE, letterSpacing: -1 }, title), picture(drawing)] : [heading]),
      foot(facts),
      // The question mark of the editor's pen, in the margin.
      ...(question ? [box({ position: 'absolute', right: 72, top: 180, fontSize: 360, lineHeight: 1, color: PEN }, '?')] : []),
    ],
  );
}
