import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { box_kinds, numbersOf, waysOf, type Chart, type ChartBox } from './chart.ts';
import { laid_as, layOut, type Layout, type Sheet } from './layout.ts';
import { scenesOf, type Mark, type Rectangle } from './scene.ts';
import { widthOf, wrapped } from './measure.ts';
import { svgFile } from './svg.ts';

const words = fc
  .array(fc.stringMatching(/^[A-Za-zéèçÀ0-9’?,]{1,14}$/), { minLength: 1, maxLength: 14 })
  .map(all => all.join(' '));

/** Charts of any shape: lanes of one or two columns, up to eight boxes, ways to anywhere, circles too. */
const charts: fc.Arbitrary<Chart> = fc
  .record({
    lanes: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 1, maxLength: 3 }),
    boxes: fc.array(
      fc.record({
        kind: fc.constantFrom(...box_kinds),
        lane: fc.nat(),
        text: words,
        note: fc.option(fc.constantFrom('New', 'Waiting for the school'), { nil: undefined }),
        ways: fc.array(fc.record({ to: fc.nat(), label: fc.option(words, { nil: undefined }) }), {
          maxLength: 4,
        }),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    split: fc.nat(),
    items: fc.array(fc.record({ name: words, text: words }), { maxLength: 5 }),
  })
  .map(({ lanes, boxes, split, items }) => {
    const made = boxes.map(({ kind, lane, text, note, ways }, index): ChartBox => ({
      ...{ id: `b${index}`, kind, lane: `l${lane % lanes.length}`, text },
      ...(note && { note }),
      ways: ways.map(({ to, label }) => ({ to: `b${to % boxes.length}`, ...(label && { label }) })),
    }));
    const at = 1 + (split % made.length);
    const columns = lanes.map((count, index) => ({ id: `l${index}`, name: `Lane ${index}`, columns: count }));
    const parts = [made.slice(0, at), made.slice(at)].filter(part => part.length > 0);
    return {
      title: 'Any chart',
      lead: 'A sentence.',
      parts: parts.map((part, index) => ({
        id: `p${index}`,
        name: '',
        lanes: columns,
        boxes: part,
        panels: [{ id: `list${index}`, title: 'List', items }],
      })),
    };
  });

const rooms = fc.constantFrom({ width: 552 }, { width: 552, height: 700 }, { width: 360, height: 500 });

const overlap = (one: Rectangle, other: Rectangle) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

const standing = (sheet: Sheet) => sheet.sections.flatMap(({ boxes }) => boxes);
const drawnIn = ({ sheets }: Layout) =>
  sheets.flatMap(({ sections }) =>
    sections.flatMap(({ arrows, boxes }) => [
      ...arrows.map(({ from, way }) => `${from} ${way}`),
      ...boxes.flatMap(({ box, answers }) =>
        answers.filter(({ go_to }) => go_to !== undefined).map(({ way }) => `${box.id} ${way}`),
      ),
    ]),
  );

describe('any chart', { timeout: 30_000 }, () => {
  test('has every box once, none over another, all on their sheets', () => {
    fc.assert(
      fc.property(charts, rooms, (chart, room) => {
        const layout = layOut(chart, room);
        const all = layout.sheets.flatMap(standing).map(({ box }) => box.id);
        expect(all.toSorted()).toEqual(
          chart.parts.flatMap(({ boxes }) => boxes.map(({ id }) => id)).toSorted(),
        );
        for (const sheet of layout.sheets)
          for (const section of sheet.sections)
            for (const [index, box] of section.boxes.entries()) {
              expect(box.x).toBeGreaterThanOrEqual(0);
              expect(box.x + box.width).toBeLessThanOrEqual(room.width);
              expect(box.y + box.height).toBeLessThanOrEqual(section.height);
              for (const other of section.boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
            }
      }),
      { numRuns: 12 },
    );
  });

  test('has an arrow or a number to go to for every way, and for each only one', () => {
    fc.assert(
      fc.property(charts, rooms, (chart, room) => {
        const ways = chart.parts.flatMap(waysOf).map(({ from, index }) => `${from} ${index}`);
        expect(drawnIn(layOut(chart, room)).toSorted()).toEqual(ways.toSorted());
      }),
      { numRuns: 12 },
    );
  });

  test('has no arrow through a box: each begins and ends at the border of its own, by straight pieces', () => {
    fc.assert(
      fc.property(charts, rooms, (chart, room) => {
        for (const { sections } of layOut(chart, room).sheets)
          for (const { arrows, boxes } of sections)
            for (const { from, to, points } of arrows) {
              const box = (id: string) => boxes.find(each => each.box.id === id)!;
              expect(onBorder(points[0]!, box(from))).toBe(true);
              expect(onBorder(points.at(-1)!, box(to))).toBe(true);
              for (const [index, end] of points.slice(1).entries()) {
                const begin = points[index]!;
                expect(begin.x === end.x || begin.y === end.y).toBe(true);
                const piece = pieceOf(begin, end);
                for (const each of boxes) expect(overlap(piece, shrunk(each))).toBe(false);
              }
            }
      }),
      { numRuns: 12 },
    );
  });

  test('has no two arrows that cross, but such as end at the same box', () => {
    fc.assert(
      fc.property(charts, rooms, (chart, room) => {
        for (const { sections } of layOut(chart, room).sheets)
          for (const { arrows } of sections) {
            const pieces = arrows.flatMap(({ to, points }) =>
              points.slice(1).map((end, index) => ({ to, at: pieceOf(points[index]!, end) })),
            );
            for (const [index, one] of pieces.entries())
              for (const other of pieces.slice(index + 1))
                if (one.to !== other.to) expect(overlap(one.at, other.at)).toBe(false);
          }
      }),
      { numRuns: 12 },
    );
  });

  test('has every word inside of its box', () => {
    fc.assert(
      fc.property(charts, rooms, (chart, room) => {
        for (const scene of scenesOf(layOut(chart, room)))
          for (const mark of scene.marks)
            if (mark.kind === 'box')
              for (const words_at of textsOf(mark)) {
                expect(words_at.x).toBeGreaterThanOrEqual(mark.at.x);
                expect(words_at.x + words_at.width).toBeLessThanOrEqual(mark.at.x + mark.at.width + 0.01);
                expect(words_at.y).toBeGreaterThanOrEqual(mark.at.y);
                expect(words_at.y + words_at.height).toBeLessThanOrEqual(mark.at.y + mark.at.height);
              }
      }),
      { numRuns: 12 },
    );
  });

  test('is the same file in every run', () => {
    fc.assert(
      fc.property(charts, chart => {
        const file = () => svgFile(scenesOf(layOut(chart, { width: 552 }))[0]!, { ...chart, lang: 'en' });
        expect(file()).toBe(file());
      }),
      { numRuns: 5 },
    );
  });
});

test('a box that leads to one below it has a straight line', () => {
  const boxes: ChartBox[] = [
    { id: 'a', kind: 'start', lane: 'l', text: 'Begin', ways: [{ to: 'b' }] },
    { id: 'b', kind: 'end', lane: 'l', text: 'End', ways: [] },
  ];
  const part = { id: 'p', name: '', lanes: [{ id: 'l', name: 'Lane', columns: 1 }], boxes };
  const { sheets } = layOut({ title: 't', lead: '', parts: [part] }, { width: 200 });
  expect(sheets[0]!.sections[0]!.arrows.map(({ points }) => points.length)).toEqual([2]);
  expect([...numbersOf({ parts: [part] })]).toEqual([
    ['a', 1],
    ['b', 2],
  ]);
});

test('a text is broken between words, and inside of a word only where a line is too short for it', () => {
  expect(wrapped('Prévenir l’école : vite', 60, { size: 7 })).toEqual(['Prévenir l’école :', 'vite']);
  for (const line of wrapped('Donaudampfschifffahrt', 30, { size: 7 }))
    expect(widthOf(line, 7)).toBeLessThanOrEqual(30);
  expect(wrapped('', 60, { size: 7 })).toEqual(['']);
});

test('a file holds no markup of a text, no script, and its title', () => {
  const boxes: ChartBox[] = [{ id: 'a"><x', kind: 'step', lane: 'l', text: '<script>&\u0007', ways: [] }];
  const part = { id: 'p', name: '', lanes: [{ id: 'l', name: '', columns: 1 }], boxes };
  const chart = { title: 'A & B', lead: '', parts: [part] };
  const file = svgFile(scenesOf(layOut(chart, { width: 200 }))[0]!, { ...chart, lang: 'fr' });
  expect(file).toContain('<title id="title">A &amp; B</title>');
  expect(file).toContain('&lt;script&gt;&amp;');
  expect(file).not.toMatch(/<script|<x/);
  expect(file).not.toContain('\u0007');
});

const onBorder = ({ x, y }: { x: number; y: number }, box: Rectangle) => {
  const across = x >= box.x && x <= box.x + box.width;
  const along = y >= box.y && y <= box.y + box.height;
  return (
    (along && (x === box.x || x === box.x + box.width)) ||
    (across && (y === box.y || y === box.y + box.height))
  );
};

/** A piece of a line as the least rectangle around it. */
const pieceOf = (one: { x: number; y: number }, other: { x: number; y: number }): Rectangle => ({
  x: Math.min(one.x, other.x) - 0.1,
  y: Math.min(one.y, other.y) - 0.1,
  width: Math.abs(one.x - other.x) + 0.2,
  height: Math.abs(one.y - other.y) + 0.2,
});

const shrunk = ({ x, y, width, height }: Rectangle): Rectangle => ({
  ...{ x: x + 0.2, y: y + 0.2 },
  ...{ width: width - 0.4, height: height - 0.4 },
});

function textsOf(mark: Mark): Rectangle[] {
  if (mark.kind === 'box' || mark.kind === 'link') return mark.marks.flatMap(textsOf);
  if (mark.kind !== 'text') return [];
  const { x, y, text, size, bold, anchor } = mark;
  const width = widthOf(text, size, bold ? 'bold' : 'plain');
  const begins = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
  return [{ x: begins, y: y - size * 0.75, width, height: size * 0.95 }];
}

test('who lays out or draws another way gives that a number', () => {
  const some = fc.sample(charts, { seed: 8, numRuns: 20 });
  const scenes = some.map(chart => scenesOf(layOut(chart, { width: 552, height: 700 })));
  const hash = createHash('sha256').update(JSON.stringify(scenes)).digest('hex').slice(0, 16);
  expect({ laid_as, hash }).toEqual({ laid_as: 1, hash: 'eb8fab279776bd2d' });
});
