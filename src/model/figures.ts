/** Every figure of the site, drawn from the site's own data. */
import { longDate } from '../domain/dates.ts';
import { barChart, lineChart, stepChart, type Figure } from '../domain/drawing.ts';
import { FIGURE_IDS, type FigureId } from '../domain/figure-ids.ts';
import { cost } from '../domain/flow.ts';
import { INFERENCE, inferenceSketch, shareLeft } from '../domain/photos.ts';
import type { Version } from '../domain/policy-history.ts';
import { flows } from './entries.ts';
import { policyHistory } from './policy-history.ts';

const versions = policyHistory.services.facebook.versions;
/** A partial capture proves nothing by what it lacks; it counts only where it names AI more often than before. */
const counted = versions.filter((v, i) => !v.partial || v.ai > Math.max(0, ...versions.slice(0, i).map((x) => x.ai)));
const whole = versions.filter((v) => !v.partial);
const newest = versions.at(-1) as Version;
const number = (n: number): string => n.toLocaleString('en');

/** "3 on 11 July 2022, 7 on …": each value where it changes. */
function turns(list: readonly Version[], key: 'ai' | 'legitimate_interest'): string {
  return list
    .filter((v, i) => i === 0 || v[key] !== list[i - 1]?.[key])
    .map((v) => `${v[key]} on ${longDate(v.recorded)}`)
    .join(', ');
}
const range = (list: readonly number[]): string => `between ${number(Math.min(...list))} and ${number(Math.max(...list))}`;

export const POLICY_EVENTS = [
  { day: '2024-06-26', text: 'The policy announced in May 2024 was to apply', claim: 'policy-2024-06-26-effective-date' },
  { day: '2025-05-28', text: 'The day after the training in the EU began', claim: 'policy-ai-purpose-row-2025' },
  { day: '2025-12-17', text: 'The rewritten policy, in force from 16 December 2025', claim: 'policy-version-effective-2025-12-16' },
  { day: '2026-07-24', text: 'The wording of July 2026', claim: 'policy-others-share-about-you' },
];

const steps = flows.map((flow) => ({ flow, cost: cost(flow, 'objected') }));
const least = (n: number, atLeast: boolean): string => (atLeast && n > 0 ? `at least ${n}` : String(n));
const clicks = (n: number): string => (n === 1 ? 'click' : 'clicks');

const FRIENDS = 10;
const left = Array.from({ length: FRIENDS + 1 }, (_, k) => ({ x: k, y: shareLeft(FRIENDS, k) * 100 }));
const sketch = Array.from({ length: 21 }, (_, n) => ({ x: n, y: inferenceSketch(n) * 100 }));
const tens = (to: number) => [0, 25, 50, 75, 100].filter((v) => v <= to).map((value) => ({ value, text: `${value}%` }));

const survey = [
  { label: 'Had not heard of it', value: 27 },
  { label: 'Recalled Instagram notice', value: 40 },
  { label: 'Recalled Facebook email', value: 39 },
  { label: 'Want their data used', value: 7 },
];

const made: Record<FigureId, Omit<Figure, 'id'>> = {
  'policy-ai': {
    title: 'How often Facebook’s privacy policy names AI',
    description: `AI is named ${turns(counted, 'ai')}. Legitimate interest is named ${range(counted.map((v) => v.legitimate_interest))} times, and ${newest.legitimate_interest} times in the newest version.`,
    caption: 'Text for the EU and EEA. Solid: “AI” and “artificial intelligence”. Dashed: “legitimate interest”. The numbers above mark the events listed on the policy record.',
    drawing: stepChart(
      [
        { name: ['AI'], stroke: 'strong', points: counted.map((v) => ({ day: v.recorded, value: v.ai })) },
        { name: ['legitimate', 'interest'], stroke: 'dashed', points: counted.map((v) => ({ day: v.recorded, value: v.legitimate_interest })) },
      ],
      POLICY_EVENTS.map((e, i) => ({ day: e.day, mark: String(i + 1) })),
    ),
    head: ['Recorded', 'AI', 'Legitimate interest'],
    rows: counted.map((v) => [longDate(v.recorded), String(v.ai), String(v.legitimate_interest)]),
    claims: ['policy-ai-purpose-row-2025', 'policy-version-effective-2025-12-16'],
    page: '/policy-record/',
    updated: newest.recorded,
    archive: true,
  },
  'policy-length': {
    title: 'How many words Facebook’s privacy policy has',
    description: `${number(whole[0]?.words ?? 0)} words on ${longDate(whole[0]?.recorded ?? '')}, ${range(whole.map((v) => v.words))} since, and ${number(newest.words)} on ${longDate(newest.recorded)}.`,
    caption: 'As recorded, whole captures only. A change of length alone proves nothing: the archive did not always capture the folded parts.',
    drawing: stepChart([{ name: ['words'], stroke: 'strong', points: whole.map((v) => ({ day: v.recorded, value: v.words })) }]),
    head: ['Recorded', 'Words'],
    rows: whole.map((v) => [longDate(v.recorded), number(v.words)]),
    claims: ['policy-length-2026'],
    page: '/policy-record/',
    updated: newest.recorded,
    archive: true,
  },
  'steps-to-no': {
    title: 'What it took to say no',
    description: steps.map(({ flow, cost: c }) => `${flow.title}: ${least(c.clicks, c.atLeast)} ${clicks(c.clicks)} and ${least(c.toFill, c.atLeast)} fields to fill in.`).join(' '),
    caption:
      'Counted by us from published descriptions of the screens; filled bars are clicks, outlined bars are fields to fill in. The fields of a log-in are not counted. In 2024 and 2025, to be used took neither.',
    drawing: barChart(
      steps.flatMap(({ flow, cost: c }) => [
        { label: `${flow.short}: clicks`, value: c.clicks, text: least(c.clicks, c.atLeast) },
        { label: 'fields', value: c.toFill, text: least(c.toFill, c.atLeast), open: true },
      ]),
      Math.max(...steps.flatMap((s) => [s.cost.clicks, s.cost.toFill])),
    ),
    head: ['Version', 'Screens', 'Clicks', 'Fields to fill in', 'Waits'],
    rows: steps.map(({ flow, cost: c }) => [flow.title, String(c.screens), least(c.clicks, c.atLeast), least(c.toFill, c.atLeast), String(c.waits)]),
    claims: ['fields-2024', 'fields-2025', 'counts-of-steps'],
    page: '/dark-patterns/walkthrough/',
    updated: '2026-11-24',
  },
  'who-noticed': {
    title: 'Who noticed Meta’s plans in Germany, 2025',
    description: survey.map((s) => `${s.label}: ${s.value} percent.`).join(' '),
    caption: 'Survey of 1,000 Meta users in Germany by Gallup for noyb, which is a party to the dispute.',
    drawing: barChart(
      survey.map((s) => ({ ...s, text: `${s.value}%` })),
      100,
    ),
    head: ['Answer', 'Share'],
    rows: survey.map((s) => [s.label, `${s.value}%`]),
    claims: ['struggle-awareness'],
    page: '/dark-patterns/',
    updated: '2026-11-24',
  },
  'photos-left': {
    title: 'Photos of you that are left when friends act',
    description: `With ${FRIENDS} friends who each have the same number of public photos of you: ${[0, 3, 5, 10].map((k) => `${shareLeft(FRIENDS, k) * 100} percent left when ${k} act`).join(', ')}. Your own objection changes none of it.`,
    caption: 'Own arithmetic: (n - k) / n. A friend acts by objecting, by hiding the photos or by deleting them. It counts photos and says nothing about what a model knows.',
    drawing: lineChart([{ name: ['photos', 'left'], stroke: 'strong', points: left }], { x: `friends who act, of ${FRIENDS}`, yTop: 100, yTicks: tens(100) }),
    head: ['Friends who act', 'Photos left'],
    rows: left.map((p) => [String(p.x), `${p.y}%`]),
    claims: ['model-photos'],
    page: '/friend-photos/try/',
    updated: '2026-11-24',
  },
  'inference-sketch': {
    title: 'What others’ posts reveal: a sketch',
    description: `A curve that rises quickly with the first contacts and then flattens below ${INFERENCE.bound * 100} percent. After 8 to 9 contacts the study found about what a person’s own text gives.`,
    caption:
      'A sketch and no measurement. Of the study it takes two points: 8 to 9 contacts, and up to 95 percent. How fast the curve rises is our assumption. It was measured on the words of tweets: not on photos, faces or Meta.',
    drawing: lineChart([{ name: ['sketch'], stroke: 'dashed', smooth: true, points: sketch }], { x: 'contacts who post', yTop: 100, yTicks: tens(100) }),
    head: ['Contacts', 'Sketched share of what can be reached'],
    rows: sketch.filter((p) => p.x % 2 === 0).map((p) => [String(p.x), `${Math.round(p.y)}%`]),
    claims: ['bagrow-2019', 'model-inference'],
    page: '/friend-photos/try/',
    updated: '2026-11-24',
  },
};
export const figures: Figure[] = FIGURE_IDS.map((id) => ({ id, ...made[id] }));
export const figureById = (id: string): Figure => {
  const found = figures.find((f) => f.id === id);
  if (!found) throw new Error(`unknown figure "${id}"`);
  return found;
};
