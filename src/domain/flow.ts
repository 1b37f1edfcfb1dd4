/** The objection flow as a graph of screens: shortest ways, what they cost, and a re-enactment. Pure. */
import { tn } from './t.ts';
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

/** What one screen takes on the way through one of its choices. */
export interface StepCost {
  clicks: number;
  required: number;
  optional: number;
  /** Fields that someone must fill in by hand: required and not filled already. */
  toFill: number;
  waits: number;
  /** Words of the screen; only known where they are our own. */
  words: number | undefined;
  /** Something here could not be counted: read the numbers as "at least". */
  atLeast: boolean;
}
export interface Cost extends StepCost {
  screens: number;
}

/** Throws where the screen has no such choice. */
export function stepCost(step: FlowLike['steps'][number], choice: number, own: boolean): StepCost {
  const chosen = step.choices[choice];
  if (!chosen) throw new Error(`screen "${step.id}" has no choice ${choice}`);
  const required = step.inputs.filter((i) => i.required);
  return {
    clicks: chosen.free ? 0 : 1,
    required: required.length,
    optional: step.inputs.length - required.length,
    toFill: required.filter((i) => i.filled === undefined).length,
    waits: step.waits === undefined ? 0 : 1,
    words: own ? countWords(step.screen) : undefined,
    atLeast: step.uncounted !== undefined,
  };
}

const NOTHING: Cost = { screens: 0, clicks: 0, required: 0, optional: 0, toFill: 0, waits: 0, words: 0, atLeast: false };

/** What the shortest way to an end costs: the sum of its screens. To be used costs nothing where silence means use. */
export function cost(flow: FlowLike, end: End): Cost {
  if (end === 'used' && flow.silence === 'used') return NOTHING;
  return wayTo(flow, end)
    .map(([s, c]) => stepCost(flow.steps[s] as FlowLike['steps'][number], c, flow.own))
    .reduce<Cost>(
      (sum, c) => ({
        screens: sum.screens + 1,
        clicks: sum.clicks + c.clicks,
        required: sum.required + c.required,
        optional: sum.optional + c.optional,
        toFill: sum.toFill + c.toFill,
        waits: sum.waits + c.waits,
        words: sum.words === undefined || c.words === undefined ? undefined : sum.words + c.words,
        atLeast: sum.atLeast || c.atLeast,
      }),
      NOTHING,
    );
}

/** "1 click, 3 fields to fill in, 1 optional field, 1 wait": what one screen takes, in words. */
export const costWords = (c: StepCost): string =>
  [
    tn('{n} click', '{n} clicks', c.clicks),
    c.toFill > 0 && tn('{n} field to fill in', '{n} fields to fill in', c.toFill),
    c.required > c.toFill && tn('{n} field filled in already', '{n} fields filled in already', c.required - c.toFill),
    c.optional > 0 && tn('{n} optional field', '{n} optional fields', c.optional),
    c.waits > 0 && tn('{n} wait', '{n} waits', c.waits),
    c.words !== undefined && tn('{n} word to read', '{n} words to read', c.words),
  ]
    .filter(Boolean)
    .join(', ');

/** The answers on the way that leave the posts in use, with the number of their screen (first = 1). */
export const waysOut = (flow: FlowLike): { label: string; screens: number[] }[] => {
  const out = new Map<string, number[]>();
  for (const [i, s] of flow.steps.entries()) for (const c of s.choices) if (c.to === 'used') out.set(c.label, [...(out.get(c.label) ?? []), i + 1]);
  return [...out].map(([label, screens]) => ({ label, screens }));
};

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
