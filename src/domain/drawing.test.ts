import assert from 'node:assert/strict';
import { test } from 'node:test';
import { barChart, HEIGHT, lineChart, stepChart, WIDTH, type Drawing } from './drawing.ts';

const points = [
  { day: '2025-01-01', value: 0 },
  { day: '2025-07-02', value: 10 },
  { day: '2026-01-01', value: 4 },
];

test('a step line holds each value until the next, and its end is named with the last value', () => {
  const d = stepChart([{ name: ['a', 'b'], stroke: 'strong', points }], [{ day: '2025-07-02', mark: '1' }]);
  const step = d.paths.find((p) => p.stroke === 'strong')?.d ?? '';
  const corners = step.match(/[ML][^ML]+/g) ?? [];
  const coordinates = corners.map((c) => c.slice(1).split(',').map(Number) as [number, number]);
  for (const [i, [x, y]] of coordinates.entries()) {
    const before = coordinates[i - 1];
    if (before) assert.ok(before[0] === x || before[1] === y, 'only level or upright parts');
  }
  assert.equal(coordinates[0]?.[1], 220);
  assert.ok(
    coordinates.some((c) => c[1] === 0),
    'the largest value reaches the top of a scale that ends there',
  );
  assert.deepEqual(
    d.labels.slice(-2).map((l) => l.text),
    ['a', 'b: 4'],
  );
  assert.ok(d.labels.some((l) => l.text === '1' && l.bold));
  assert.ok(d.labels.some((l) => l.text === '2026'));
  assert.throws(() => stepChart([]), /no points/);
});

test('a part is an open mark beside the line, and the line ends where only parts are known', () => {
  const parts = [
    { day: '2025-03-01', value: 5 },
    { day: '2026-06-01', value: 3 },
  ];
  const d = stepChart([{ name: ['a'], stroke: 'strong', points, parts }]);
  assert.equal(d.paths.filter((p) => p.stroke === 'part').length, 2);
  const last = /([\d.]+),[\d.]+$/.exec(d.paths.find((p) => p.stroke === 'strong')?.d ?? '')?.[1];
  assert.equal(last, '520', 'to the part that follows it');
  assert.equal(d.labels.at(-1)?.text, 'a: 3 or more');
  const known = stepChart([{ name: ['a'], stroke: 'strong', points: points.slice(0, 2), parts: [{ day: '2026-01-01', value: 1 }, ...parts.slice(1)] }]);
  assert.ok(Number(/([\d.]+),[\d.]+$/.exec(known.paths.find((p) => p.stroke === 'strong')?.d ?? '')?.[1]) < 520);
  const both = stepChart([
    { name: ['a'], stroke: 'strong', points: [], parts },
    { name: ['b'], stroke: 'dashed', points, parts },
  ]);
  assert.equal(new Set(both.paths.filter((p) => p.stroke === 'part').map((p) => p.d.replace(/^M[\d. -]+/, ''))).size, 2, 'two shapes');
});

test('marks of events that lie close together do not stand on each other, and stay inside', () => {
  for (const size of ['wide', 'narrow'] as const) {
    const days = ['2025-06-30', '2025-07-01', '2025-07-02', '2025-12-31', '2026-01-01'];
    const d = stepChart(
      [{ name: ['a'], stroke: 'strong', points }],
      days.map((day, i) => ({ day, mark: `m${i}` })),
      size,
    );
    const xs = d.labels.filter((l) => l.text.startsWith('m')).map((l) => l.x);
    for (const [i, x] of xs.entries()) if (i > 0) assert.ok(x - (xs[i - 1] as number) >= 13.9, `${size} ${xs.join(' ')}`);
    assert.ok(Math.max(...xs) <= d.box[0] + d.box[2]);
  }
});

test('for a phone the names stand below, each with a piece of its line', () => {
  const d = stepChart([{ name: ['legitimate', 'interest'], stroke: 'dashed', points }], [], 'narrow');
  const name = d.labels.at(-1);
  assert.equal(name?.text, 'legitimate interest: 4');
  assert.ok((name?.y ?? 0) > 220 && (name?.y ?? 0) < d.box[1] + d.box[3]);
  assert.ok(d.box[2] <= 360, 'at 328 px of room a letter of 14 units is at least 11 px high');
  assert.equal(d.paths.filter((p) => p.stroke === 'dashed').length, 2);
});

test('names at the ends of lines do not stand on each other', () => {
  const same = [
    { name: ['first'], stroke: 'strong' as const, points },
    { name: ['second'], stroke: 'dashed' as const, points },
  ];
  const [a, b] = stepChart(same).labels.slice(-2);
  assert.ok(Math.abs((a?.y ?? 0) - (b?.y ?? 0)) >= 17);
});

test('a bar is as long as its value, and an empty one can still be seen', () => {
  const d = barChart(
    [
      { label: 'x', value: 10 },
      { label: 'y', value: 5, open: true },
      { label: 'z', value: 0, text: 'none' },
    ],
    10,
  );
  const length = (i: number) => Number(/H([\d.]+)/.exec(d.paths[i]?.d ?? '')?.[1]);
  assert.deepEqual([length(1) * 2, length(2)], [length(0), 2]);
  assert.ok(length(0) >= 130, 'the longest bar has room');
  assert.deepEqual(
    d.paths.map((p) => p.stroke),
    ['bar', 'bar-open', 'bar'],
  );
  assert.ok(d.labels.some((l) => l.text === 'none'));
});

test('a line chart names both axes and the line', () => {
  const d = lineChart(
    [
      {
        name: ['left'],
        stroke: 'strong',
        points: [
          { x: 0, y: 100 },
          { x: 10, y: 0 },
        ],
      },
    ],
    { x: 'friends', yTop: 100, yTicks: [{ value: 50, text: '50%' }] },
  );
  assert.equal(d.paths.at(-1)?.d, `M0,0L${WIDTH},${HEIGHT}`);
  for (const t of ['friends', '50%', 'left', '0', '10'])
    assert.ok(
      d.labels.some((l) => l.text === t),
      t,
    );
});

test('a label stays inside the box of its drawing, as wide as its letters may be', () => {
  const long = 'A label of some length';
  const drawings: Drawing[] = [
    barChart([{ label: long, value: 3, text: 'at least 3' }], 3),
    ...(['wide', 'card'] as const).map((size) => stepChart([{ name: ['legitimate', 'interest'], stroke: 'strong', points }], [], size)),
    lineChart(
      [
        {
          name: ['photos', 'left'],
          stroke: 'strong',
          points: [
            { x: 0, y: 100 },
            { x: 10, y: 0 },
          ],
        },
      ],
      { x: 'friends', yTop: 100, yTicks: [{ value: 100, text: '100%' }] },
    ),
  ];
  for (const { box, labels } of drawings)
    for (const l of labels) {
      const wide = l.text.length * 7;
      const from = l.x - { start: 0, middle: wide / 2, end: wide }[l.anchor];
      assert.ok(from >= box[0] && from + wide <= box[0] + box[2], `${l.text}: ${from} to ${from + wide} in ${box.join(' ')}`);
      assert.ok(l.y <= box[1] + box[3] && l.y - 11 >= box[1], `${l.text} at ${l.y} in ${box.join(' ')}`);
    }
});
