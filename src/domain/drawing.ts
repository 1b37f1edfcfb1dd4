/**
 * Drawings for the site: geometry and labels, apart from colours and fonts, so that a page and a preview image can
 * draw the same thing. Pure. Scales and lines by d3-scale and d3-shape.
 */
import { numeral, t } from './t.ts';
import { scaleBand, scaleLinear, scaleUtc } from 'd3-scale';
import { curveMonotoneX, curveStepAfter, line } from 'd3-shape';

export interface Label {
  x: number;
  y: number;
  text: string;
  anchor: 'start' | 'middle' | 'end';
  bold?: boolean;
}
/** A path's look, by class: never colour alone. */
export type Stroke = 'strong' | 'dashed' | 'grid' | 'event' | 'bar' | 'bar-open' | 'part';
export interface Drawing {
  /** Units of the view box: left, top, width, height. */
  box: [number, number, number, number];
  paths: { d: string; stroke: Stroke }[];
  labels: Label[];
}

export interface DayValue {
  day: string;
  value: number;
}
export interface Series {
  name: string[];
  stroke: 'strong' | 'dashed';
  points: readonly DayValue[];
  /** Values known to be too low: drawn as open marks beside the line, never as a part of it. */
  parts?: readonly DayValue[];
}

/**
 * Plots in units. `wide`: with names beside it, a letter of 14 units is 11 px high in the site's column of text.
 * `card`: a preview card is shown small, so its letters are large beside the lines.
 */
const PLOT = { wide: { width: 520, height: 220 }, narrow: { width: 284, height: 220 }, card: { width: 300, height: 116 } };
export type Size = keyof typeof PLOT;
/** Charts of lines and bars are one small box with large letters, read on a phone at its own size and on a card. */
export const { width: WIDTH, height: HEIGHT } = PLOT.card;
/** Widths are guessed from the number of letters, on the safe side. */
const LETTER = 7.4;
const at = (day: string): Date => new Date(`${day}T00:00:00Z`);
const put = (n: number): number => Math.round(n * 10) / 10;
const write = (n: number): string => numeral(n);

/** Labels at the end of lines, moved apart so that no two stand on each other. */
function apart(labels: { y: number; lines: readonly string[] }[], step = 17): { y: number; lines: readonly string[] }[] {
  const sorted = labels.map((l) => ({ ...l })).sort((a, b) => a.y - b.y);
  for (const [i, l] of sorted.entries()) {
    const before = sorted[i - 1];
    if (before) l.y = Math.max(l.y, before.y + before.lines.length * step);
  }
  return sorted;
}

/** Marks over lines that stand close together, moved apart by at least `step`, to the left of `right`. */
function spread(xs: readonly number[], step: number, right: number): number[] {
  const moved: number[] = [];
  for (const x of xs) moved.push(Math.max(x, (moved.at(-1) ?? -Infinity) + step));
  for (let i = moved.length - 1, limit = right; i >= 0; i -= 1, limit -= step) moved[i] = Math.min(moved[i] as number, limit);
  return moved;
}

/** Open marks, one shape for each line, so that they are told apart without colour. */
const MARKS: Record<Series['stroke'], (x: number, y: number) => string> = {
  strong: (x, y) => `M${put(x - 4)} ${put(y)}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z`,
  dashed: (x, y) => `M${put(x - 3)} ${put(y - 3)}h6v6h-6z`,
};

/** What the names at the ends of lines need to the right of them. */
const room = (ends: readonly { lines: readonly string[] }[]): number => Math.ceil(Math.max(...ends.flatMap((e) => e.lines.map((l) => l.length))) * LETTER) + 16;

/**
 * Values that hold until the next one, over time; each line is named with its last value.
 * @param size `narrow` is drawn for a phone: names stand below, with a piece of their line. `card` for a preview card.
 */
export function stepChart(series: readonly Series[], events: readonly { day: string; mark: string }[] = [], size: Size = 'wide'): Drawing {
  const days = series.flatMap((s) => [...s.points, ...(s.parts ?? [])].map((p) => p.day)).sort();
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) throw new Error('stepChart: no points to draw');
  const narrow = size === 'narrow';
  const { width, height } = PLOT[size];
  const top = Math.max(...series.flatMap((s) => [...s.points, ...(s.parts ?? [])].map((p) => p.value)));
  const x = scaleUtc([at(from), at(to)], [0, width]);
  const y = scaleLinear([0, top], [height, 0]).nice(4);
  const path = line<DayValue>(
    (p) => put(x(at(p.day))),
    (p) => put(y(p.value)),
  ).curve(curveStepAfter);
  /** The last value holds to the end, or until what is known of it is only a part. */
  const held = ({ points, parts = [] }: Series): DayValue[] => {
    const last = points.at(-1);
    if (!last) return [];
    return [...points, { day: parts.find((p) => p.day > last.day)?.day ?? to, value: last.value }];
  };
  const lines = series.map((s) => ({ ...s, d: path(held(s)) ?? '' })).filter((s) => s.d !== '');
  const ends = series.map((s) => {
    const all = [...s.points.map((p) => ({ ...p, part: false })), ...(s.parts ?? []).map((p) => ({ ...p, part: true }))].sort((a, b) => a.day.localeCompare(b.day));
    const last = all.at(-1) as DayValue & { part: boolean };
    return { stroke: s.stroke, name: s.name, y: y(last.value) + 5, value: last.part ? t('{n} or more', { n: write(last.value) }) : write(last.value) };
  });
  const named = apart(ends.map((e) => ({ y: e.y, lines: [...e.name.slice(0, -1), `${e.name.at(-1)}: ${e.value}`] })));
  const years = x.ticks(5).filter((t) => t.getUTCMonth() === 0 && t.getUTCDate() === 1);
  const marks = spread(
    events.map((e) => x(at(e.day))),
    14,
    width,
  );
  const key = (i: number) => height + 46 + i * 20;
  return {
    box: narrow ? [-62, -18, width + 74, height + 62 + series.length * 20] : [-64, -18, 64 + width + Math.max(room(named), size === 'wide' ? 176 : 0), height + 48],
    paths: [
      ...y.ticks(4).map((t) => ({ d: `M0 ${put(y(t))}H${width}`, stroke: 'grid' as const })),
      ...events.map((e) => ({ d: `M${put(x(at(e.day)))} 0V${height}`, stroke: 'event' as const })),
      ...lines.map((s) => ({ d: s.d, stroke: s.stroke })),
      ...series.flatMap((s) => (s.parts ?? []).map((p) => ({ d: MARKS[s.stroke](x(at(p.day)), y(p.value)), stroke: 'part' as const }))),
      ...(narrow ? series.map((s, i) => ({ d: `M0 ${key(i) - 5}h26`, stroke: s.stroke })) : []),
    ],
    labels: [
      ...y.ticks(4).map((t) => ({ x: -8, y: put(y(t)) + 5, text: write(t), anchor: 'end' as const })),
      ...years.map((t) => ({ x: put(x(t)), y: height + 22, text: String(t.getUTCFullYear()), anchor: 'middle' as const })),
      ...events.map((e, i) => ({ x: put(marks[i] ?? 0), y: -4, text: e.mark, anchor: 'middle' as const, bold: true })),
      ...(narrow
        ? ends.map((e, i) => ({ x: 34, y: key(i), text: `${e.name.join(' ')}: ${e.value}`, anchor: 'start' as const, bold: true }))
        : named.flatMap((e) => e.lines.map((text, i) => ({ x: width + 12, y: put(e.y) + i * 17, text, anchor: 'start' as const, bold: true })))),
    ],
  };
}

export interface Bar {
  label: string;
  value: number;
  /** What stands behind the bar; the value alone otherwise. */
  text?: string;
  /** Drawn as an outline, to be told from the others without colour. */
  open?: boolean;
}

/** What a chart of bars measures across, and what its longest bar gets at least. */
const WHOLE = 400;
const BAR = 130;

/** Horizontal bars, longest possible value `top`. */
export function barChart(bars: readonly Bar[], top: number): Drawing {
  const height = bars.length * 25;
  const names = Math.max(...bars.map((b) => b.label.length)) * LETTER + 12;
  const values = Math.max(...bars.map((b) => (b.text ?? write(b.value)).length)) * LETTER + 14;
  const x = scaleLinear([0, top], [0, Math.max(BAR, WHOLE - names - values)]);
  const y = scaleBand(
    bars.map((_, i) => i),
    [0, height],
  ).paddingInner(0.35);
  const thick = y.bandwidth();
  return {
    box: [-put(names), -3, put(names + x(top) + values), height + 4],
    paths: bars.map((b, i) => ({ d: `M0 ${put(y(i) ?? 0)}H${Math.max(put(x(b.value)), 2)}v${put(thick)}H0z`, stroke: b.open ? ('bar-open' as const) : ('bar' as const) })),
    labels: bars.flatMap((b, i) => {
      const middle = put((y(i) ?? 0) + thick / 2 + 5);
      return [
        { x: -8, y: middle, text: b.label, anchor: 'end' as const },
        { x: Math.max(put(x(b.value)), 2) + 8, y: middle, text: b.text ?? write(b.value), anchor: 'start' as const, bold: true },
      ];
    }),
  };
}

/** Smooth or straight lines over a number of things, both axes named. */
export function lineChart(
  series: readonly { name: readonly string[]; stroke: 'strong' | 'dashed'; smooth?: boolean; points: readonly { x: number; y: number }[] }[],
  axes: { x: string; yTop: number; yTicks: readonly { value: number; text: string }[] },
): Drawing {
  const xs = series.flatMap((s) => s.points.map((p) => p.x));
  const x = scaleLinear([Math.min(...xs), Math.max(...xs)], [0, WIDTH]);
  const y = scaleLinear([0, axes.yTop], [HEIGHT, 0]);
  const ends = apart(series.map((s) => ({ y: y(s.points.at(-1)?.y ?? 0) + 5, lines: s.name })));
  return {
    box: [-46, -14, 46 + WIDTH + room(ends), HEIGHT + 56],
    paths: [
      ...axes.yTicks.map((t) => ({ d: `M0 ${put(y(t.value))}H${WIDTH}`, stroke: 'grid' as const })),
      ...series.map((s) => {
        const path = line<{ x: number; y: number }>(
          (p) => put(x(p.x)),
          (p) => put(y(p.y)),
        );
        return { d: (s.smooth ? path.curve(curveMonotoneX) : path)([...s.points]) ?? '', stroke: s.stroke };
      }),
    ],
    labels: [
      ...axes.yTicks.map((t) => ({ x: -8, y: put(y(t.value)) + 5, text: t.text, anchor: 'end' as const })),
      ...x.ticks(10).map((t) => ({ x: put(x(t)), y: HEIGHT + 22, text: String(t), anchor: 'middle' as const })),
      { x: WIDTH / 2, y: HEIGHT + 38, text: axes.x, anchor: 'middle' as const },
      ...ends.flatMap((e) => e.lines.map((text, i) => ({ x: WIDTH + 8, y: put(e.y) + (i - e.lines.length + 1) * 16, text, anchor: 'start' as const, bold: true }))),
    ],
  };
}

/** One figure: what it shows, in words, as a drawing and as a table. */
export interface Figure {
  id: string;
  title: string;
  /** Alternative text: what the drawing shows, with its main values. */
  description: string;
  /** What the reader must know to read it. */
  caption: string;
  drawing: Drawing;
  /** The same for a phone, where the drawing would be too small to read. */
  narrow?: Drawing;
  /** The same for the preview card. */
  card?: Drawing;
  head: string[];
  rows: string[][];
  /** Claims it rests on. */
  claims: string[];
  /** The page that explains it. */
  page: string;
  updated: string;
  /** Data of the policy archive, which asks to be named. */
  archive?: boolean;
}
