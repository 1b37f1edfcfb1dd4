/** Every figure of the site, drawn from the site's own data. */
import { numeral, t, tn } from '../domain/t.ts';
import { longDate } from '../domain/dates.ts';
import { barChart, lineChart, stepChart, type Figure, type Series } from '../domain/drawing.ts';
import { FIGURE_IDS, type FigureId } from '../domain/figure-ids.ts';
import { cost } from '../domain/flow.ts';
import { INFERENCE, inferenceSketch, shareLeft } from '../domain/photos.ts';
import { atLeast, times } from '../domain/policy-changes.ts';
import type { Version } from '../domain/policy-history.ts';
import { flows } from './entries.ts';
import { policyHistory, SERVICES, type ServiceId } from './policy-history.ts';

const number = numeral;
const recorded = (service: ServiceId): readonly Version[] => policyHistory.services[service].versions;
const newestOf = (service: ServiceId): Version => recorded(service).at(-1) as Version;
const whole = (list: readonly Version[]): Version[] => list.filter((v) => !v.partial);
type Count = 'ai' | 'legitimate_interest' | 'words';

/** One line of a chart: whole captures make the line, parts stand beside it. */
function lineOf(service: ServiceId, key: Count, name: string[], stroke: Series['stroke']): Series {
  const points = (partial: boolean) =>
    recorded(service)
      .filter((v) => v.partial === partial)
      .map((v) => ({ day: v.recorded, value: v[key] }));
  return { name, stroke, points: points(false), parts: points(true) };
}
/** "3 times on 16 December 2022, 7 on …": each value of a list where it changes. */
function turns(list: readonly Version[], key: Count): string {
  return list
    .filter((v, i) => i === 0 || v[key] !== list[i - 1]?.[key])
    .map((v, i) => {
      const day = longDate(v.recorded);
      return i === 0 ? tn('{n} time on {day}', '{n} times on {day}', v[key], { day }) : t('{count} on {day}', { count: v[key], day });
    })
    .join(', ');
}
const range = (list: readonly number[]) => ({ least: number(Math.min(...list)), most: number(Math.max(...list)) });
const PARTS = t('Open marks: the archive captured a part of the text, so there were at least so many.');

export const POLICY_EVENTS = [
  { day: '2024-06-26', text: t('The policy announced in May 2024 was to apply'), claim: 'policy-2024-06-26-effective-date' },
  { day: '2024-11-15', text: t('A passage on AI integrations with other companies'), claim: 'policy-ai-integrations-2024' },
  { day: '2025-05-28', text: t('AI as a purpose of its own, the day after the training in the EU began'), claim: 'policy-ai-purpose-row-2025' },
  { day: '2025-06-16', text: t('AI named across the policy, with a purpose outside the contract'), claim: 'policy-ai-across-tables-2025' },
  { day: '2025-12-17', text: t('The rewritten policy, in force from 16 December 2025'), claim: 'policy-version-effective-2025-12-16' },
  { day: '2026-01-15', text: t('Examples of what is collected from the use of AI'), claim: 'policy-ai-examples-2026' },
  { day: '2026-07-24', text: t('The wording on what others can pass on, outside the audience you chose'), claim: 'policy-others-share-about-you' },
];

/** How often one service's policy names AI and legitimate interest. */
function naming(service: ServiceId, caption: string, claims: string[], events: { day: string; mark: string }[] = []): Omit<Figure, 'id'> {
  const list = recorded(service);
  const lines = [lineOf(service, 'ai', [t('AI')], 'strong'), lineOf(service, 'legitimate_interest', t('legitimate interest').split(' '), 'dashed')];
  const newest = newestOf(service);
  const parts = list.filter((v) => v.partial).length;
  return {
    title: t('How often {service}’s privacy policy names AI', { service: SERVICES[service] }),
    description: [
      t('In whole captures AI is named {counts}.', { counts: turns(whole(list), 'ai') }),
      newest.partial &&
        t('In the parts captured after that it is named {counts}.', {
          counts: turns(
            list.filter((v) => v.partial && v.recorded > (whole(list).at(-1)?.recorded ?? '')),
            'ai',
          ),
        }),
      t('Legitimate interest is named between {least} and {most} times, and {newest} in the newest version.', {
        ...range(list.map((v) => v.legitimate_interest)),
        newest: times(newest.legitimate_interest, newest),
      }),
    ]
      .filter(Boolean)
      .join(' '),
    caption: [caption, t('Solid: “AI” and “artificial intelligence”. Dashed: “legitimate interest”.'), parts > 0 && PARTS].filter(Boolean).join(' '),
    drawing: stepChart(lines, events),
    narrow: stepChart(lines, events, 'narrow'),
    card: stepChart(lines, events, 'card'),
    head: [t('Recorded'), t('AI'), t('Legitimate interest')],
    rows: list.map((v) => [longDate(v.recorded), atLeast(v.ai, v), atLeast(v.legitimate_interest, v)]),
    claims,
    page: '/policy-record/',
    updated: newest.recorded,
    archive: true,
  };
}
const lengthOf = (lines: Series[]) => ({ drawing: stepChart(lines), narrow: stepChart(lines, [], 'narrow'), card: stepChart(lines, [], 'card') });
const words = (v: Version): string => (v.partial ? t('{words} (a part)', { words: number(v.words) }) : number(v.words));
const lengths = (service: ServiceId): string => {
  const list = whole(recorded(service));
  return t('{first} words on {first_day}, between {least} and {most} since, and {newest} on {newest_day}.', {
    first: number(list[0]?.words ?? 0),
    first_day: longDate(list[0]?.recorded ?? ''),
    ...range(list.map((v) => v.words)),
    newest: number(list.at(-1)?.words ?? 0),
    newest_day: longDate(list.at(-1)?.recorded ?? ''),
  });
};

const steps = flows.map((flow) => ({ flow, cost: cost(flow, 'objected') }));
const least = (n: number, atLeast: boolean): string => (atLeast && n > 0 ? t('at least {n}', { n }) : String(n));

const FRIENDS = 10;
const left = Array.from({ length: FRIENDS + 1 }, (_, k) => ({ x: k, y: shareLeft(FRIENDS, k) * 100 }));
const sketch = Array.from({ length: 21 }, (_, n) => ({ x: n, y: inferenceSketch(n) * 100 }));
const tens = (to: number) => [0, 25, 50, 75, 100].filter((v) => v <= to).map((value) => ({ value, text: `${value}%` }));

const survey = [
  { label: t('Had not heard of it'), value: 27 },
  { label: t('Recalled Instagram notice'), value: 40 },
  { label: t('Recalled Facebook email'), value: 39 },
  { label: t('Want their data used'), value: 7 },
];

const made: Record<FigureId, Omit<Figure, 'id'>> = {
  'policy-ai': naming(
    'facebook',
    t('Text for the EU and EEA. The numbers above mark the events listed on the policy record.'),
    POLICY_EVENTS.map((e) => e.claim),
    POLICY_EVENTS.map((e, i) => ({ day: e.day, mark: String(i + 1) })),
  ),
  'policy-length': {
    title: t('How many words Facebook’s privacy policy has'),
    description: lengths('facebook'),
    caption: t('The line joins whole captures. Open marks: the archive captured a part of the text. So a change of length alone proves nothing. Instagram has the same policy.'),
    ...lengthOf([lineOf('facebook', 'words', [t('words')], 'strong')]),
    head: [t('Recorded'), t('Words')],
    rows: recorded('facebook').map((v) => [longDate(v.recorded), words(v)]),
    claims: ['policy-length-2026'],
    page: '/policy-record/',
    updated: newestOf('facebook').recorded,
    archive: true,
  },
  'policy-ai-instagram': naming('instagram', t('Since August 2024 the archive captures only a part of Instagram’s text: nearly all of it stands in Facebook’s, which holds far more.'), []),
  'policy-ai-whatsapp': naming('whatsapp', t('WhatsApp has a policy of its own. The archive holds none between July 2022 and July 2025.'), []),
  'policy-length-others': {
    title: t('Words in WhatsApp’s and Threads’ own policies'),
    description: t('WhatsApp: {whatsapp} Threads: {threads}', { whatsapp: lengths('whatsapp'), threads: lengths('threads') }),
    caption: t('Threads has a short policy beside Meta’s. Open marks: the archive captured a part of the text.'),
    ...lengthOf([lineOf('whatsapp', 'words', ['WhatsApp'], 'strong'), lineOf('threads', 'words', ['Threads'], 'dashed')]),
    head: [t('Service and day'), t('Words')],
    rows: (['whatsapp', 'threads'] as const).flatMap((s) => recorded(s).map((v) => [`${SERVICES[s]}, ${longDate(v.recorded)}`, words(v)])),
    claims: [],
    page: '/policy-record/',
    updated: newestOf('whatsapp').recorded,
    archive: true,
  },
  'steps-to-no': {
    title: t('What it took to say no'),
    description: steps
      .map(({ flow, cost: c }) =>
        t('{title}: {clicks} and {fields}.', {
          title: flow.title,
          clicks: c.atLeast && c.clicks > 0 ? tn('at least {n} click', 'at least {n} clicks', c.clicks) : tn('{n} click', '{n} clicks', c.clicks),
          fields: c.atLeast && c.toFill > 0 ? tn('at least {n} field to fill in', 'at least {n} fields to fill in', c.toFill) : tn('{n} field to fill in', '{n} fields to fill in', c.toFill),
        }),
      )
      .join(' '),
    caption: t(
      'Counted by us from published descriptions of the screens; filled bars are clicks, outlined bars are fields to fill in. The fields of a log-in are not counted. In 2024 and 2025, to be used took neither.',
    ),
    drawing: barChart(
      steps.flatMap(({ flow, cost: c }) => [
        { label: t('{short}: clicks', { short: flow.short }), value: c.clicks, text: least(c.clicks, c.atLeast) },
        { label: t('fields'), value: c.toFill, text: least(c.toFill, c.atLeast), open: true },
      ]),
      Math.max(...steps.flatMap((s) => [s.cost.clicks, s.cost.toFill])),
    ),
    head: [t('Version'), t('Screens'), t('Clicks'), t('Fields to fill in'), t('Waits')],
    rows: steps.map(({ flow, cost: c }) => [flow.title, String(c.screens), least(c.clicks, c.atLeast), least(c.toFill, c.atLeast), String(c.waits)]),
    claims: ['fields-2024', 'fields-2025', 'counts-of-steps'],
    page: '/dark-patterns/walkthrough/',
    updated: '2026-11-24',
  },
  'who-noticed': {
    title: t('Who noticed Meta’s plans in Germany, 2025'),
    description: survey.map((s) => t('{answer}: {share} percent.', { answer: s.label, share: s.value })).join(' '),
    caption: t('Survey of 1,000 Meta users in Germany by Gallup for noyb, which is a party to the dispute.'),
    drawing: barChart(
      survey.map((s) => ({ ...s, text: `${s.value}%` })),
      100,
    ),
    head: [t('Answer'), t('Share')],
    rows: survey.map((s) => [s.label, `${s.value}%`]),
    claims: ['struggle-awareness'],
    page: '/dark-patterns/',
    updated: '2026-11-24',
  },
  'photos-left': {
    title: t('Photos of you that are left when friends act'),
    description: t('With {friends} friends who each have the same number of public photos of you: {shares}. Your own objection changes none of it.', {
      friends: FRIENDS,
      shares: [0, 3, 5, 10].map((k) => t('{share} percent left when {acting} act', { share: shareLeft(FRIENDS, k) * 100, acting: k })).join(', '),
    }),
    caption: t('Own arithmetic: (n - k) / n. A friend acts by objecting, by hiding the photos or by deleting them. It counts photos and says nothing about what a model knows.'),
    drawing: lineChart([{ name: t('photos left').split(' '), stroke: 'strong', points: left }], { x: t('friends who act, of {all}', { all: FRIENDS }), yTop: 100, yTicks: tens(100) }),
    head: [t('Friends who act'), t('Photos left')],
    rows: left.map((p) => [String(p.x), `${p.y}%`]),
    claims: ['model-photos'],
    page: '/friend-photos/try/',
    updated: '2026-11-24',
  },
  'inference-sketch': {
    title: t('What others’ posts reveal: a sketch'),
    description: t('A curve that rises quickly with the first contacts and then flattens below {share} percent. After 8 to 9 contacts the study found about what a person’s own text gives.', {
      share: INFERENCE.bound * 100,
    }),
    caption: t(
      'A sketch and no measurement. Of the study it takes two points: 8 to 9 contacts, and up to 95 percent. How fast the curve rises is our assumption. It was measured on the words of tweets: not on photos, faces or Meta.',
    ),
    drawing: lineChart([{ name: [t('sketch')], stroke: 'dashed', smooth: true, points: sketch }], { x: t('contacts who post'), yTop: 100, yTicks: tens(100) }),
    head: [t('Contacts'), t('Sketched share of what can be reached')],
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
