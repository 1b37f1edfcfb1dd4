/** The objection flow as a graph of screens: shortest ways, what they cost, and a re-enactment. Pure. */
import { countWords } from './prose.ts';

export interface FlowLike {
  silence: 'used' | 'not-used';
  own: boolean;
  steps: readonly {
    id: string;
    screen: string;
    waits?: string | undefined;
    uncounted?: string | undefined;
    inputs: readonly { id: string; label: string; required: boolean; filled?: string | undefined }[];
    choices: readonly { label: string; to: string; free?: boolean | undefined }[];
  }[];
}
export const ENDS = ['used', 'objected'] as const;
export type End = (typeof ENDS)[number];
export const isEnd = (to: string): to is End => (ENDS as readonly string[]).includes(to);

/** The choices of the shortest way from the first screen to an end, as `[step index, choice index]`. Throws if there is none. */
export function wayTo(flow: FlowLike, end: End): [number, number][] {
  const index = new Map(flow.steps.map((s, i) => [s.id, i]));
  let ways: [number, number][][] = [[]];
  const seen = new Set([0]);
  for (let depth = 0; depth <= flow.steps.length; depth++) {
    const next: [number, number][][] = [];
    for (const way of ways) {
      const last = way.at(-1);
      const at = last ? index.get(flow.steps[last[0]]?.choices[last[1]]?.to ?? '') : 0;
      if (at === undefined) continue;
      for (const [c, choice] of (flow.steps[at]?.choices ?? []).entries()) {
        if (choice.to === end) return [...way, [at, c]];
        const to = index.get(choice.to);
        if (to === undefined || seen.has(to)) continue;
        seen.add(to);
        next.push([...way, [at, c]]);
      }
    }
    ways = next;
  }
  throw new Error(`no way to "${end}"`);
}

export interface Cost {
  screens: number;
  clicks: number;
  required: number;
  optional: number;
  /** Fields that someone must fill in by hand: required and not filled already. */
  toFill: number;
  waits: number;
  /** Words of the screens; only known where they are our own. */
  words: number | undefined;
  /** Something on the way could not be counted: read the numbers as "at least". */
  atLeast: boolean;
}
const NOTHING: Cost = { screens: 0, clicks: 0, required: 0, optional: 0, toFill: 0, waits: 0, words: 0, atLeast: false };

/** What the shortest way to an end costs. To be used costs nothing where silence means use. */
export function cost(flow: FlowLike, end: End): Cost {
  if (end === 'used' && flow.silence === 'used') return NOTHING;
  const way = wayTo(flow, end);
  const steps = way.map(([s, c]) => ({ step: flow.steps[s] as FlowLike['steps'][number], free: flow.steps[s]?.choices[c]?.free === true }));
  const inputs = steps.flatMap((s) => s.step.inputs);
  return {
    screens: steps.length,
    clicks: steps.filter((s) => !s.free).length,
    required: inputs.filter((i) => i.required).length,
    optional: inputs.filter((i) => !i.required).length,
    toFill: inputs.filter((i) => i.required && i.filled === undefined).length,
    waits: steps.filter((s) => s.step.waits !== undefined).length,
    words: flow.own ? steps.reduce((n, s) => n + countWords(s.step.screen), 0) : undefined,
    atLeast: steps.some((s) => s.step.uncounted !== undefined),
  };
}

/** A re-enactment in progress. `at` is a step's id or an end. */
export interface Play {
  at: string;
  screens: number;
  clicks: number;
  fields: number;
  waits: number;
}
export const startPlay = (flow: FlowLike): Play => ({ at: flow.steps[0]?.id ?? 'used', screens: 1, clicks: 0, fields: 0, waits: flow.steps[0]?.waits === undefined ? 0 : 1 });

/**
 * Presses a choice. `values` are what the reader typed, by input id. Going on past an empty required field returns
 * the field's id; giving up never asks for it.
 */
export function press(flow: FlowLike, play: Play, choice: number, values: Readonly<Record<string, string>> = {}): { play: Play } | { missing: string } {
  const step = flow.steps.find((s) => s.id === play.at);
  const chosen = step?.choices[choice];
  if (!step || !chosen) return { play };
  const givesUp = chosen.to === 'used';
  const value = (i: { id: string; filled?: string | undefined }): string => (values[i.id] ?? i.filled ?? '').trim();
  const empty = givesUp ? undefined : step.inputs.find((i) => i.required && value(i) === '');
  if (empty) return { missing: empty.id };
  const next = flow.steps.find((s) => s.id === chosen.to);
  return {
    play: {
      at: chosen.to,
      screens: play.screens + (next ? 1 : 0),
      clicks: play.clicks + (chosen.free ? 0 : 1),
      fields: play.fields + step.inputs.filter((i) => value(i) !== '' && value(i) !== i.filled).length,
      waits: play.waits + (next?.waits === undefined ? 0 : 1),
    },
  };
}
