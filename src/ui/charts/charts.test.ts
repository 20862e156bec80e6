import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawBars } from './bars.ts';
import { drawHistogram, drawPairs } from './columns.ts';
import { fitted, stepOf, wrapped, type Mark, type Part, type Scene } from './scene.ts';
import { svgText } from './svg.ts';

const part = (count: number, fill: Part['fill'] = 'first'): Part => ({
  count,
  fill,
  href: `/desk?count=${count}`,
  label: `${count} tickets`,
});
const counts = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 40 });
const sizes = fc.record({ width: fc.integer({ min: 240, max: 1200 }), text: fc.constantFrom(12, 13, 24) });

const flat = (marks: readonly Mark[]): Mark[] =>
  marks.flatMap(mark => (mark.kind === 'link' ? [mark, ...flat(mark.marks)] : [mark]));
const links = ({ marks }: Scene) => flat(marks).filter(mark => mark.kind === 'link');

const pictures: [string, (all: number[], size: { width: number; text: number }) => Scene][] = [
  [
    'bars',
    (all, size) =>
      drawBars(
        all.map(count => ({ name: `Name ${count}`, parts: [part(count)] })),
        size,
      ),
  ],
  [
    'bars in parts',
    (all, size) =>
      drawBars(
        all.map(count => ({ name: 'x', parts: [part(count), part(3, 'second'), part(0, 'third')] })),
        size,
      ),
  ],
  [
    'histogram',
    (all, size) =>
      drawHistogram(
        all.map(count => ({ name: '1–2 h', part: part(count) })),
        size,
      ),
  ],
  [
    'pairs',
    (all, size) =>
      drawPairs(
        all.map(count => ({ short: '11-23', up: part(count), down: part(1, 'second') })),
        size,
      ),
  ],
];

test.each(pictures)(
  '%s: every number that is not 0 leads to its list, and no shape is turned inside out',
  (_, draw) => {
    fc.assert(
      fc.property(counts, sizes, (all, size) => {
        const scene = draw(all, size);
        const labels = links(scene).map(({ label }) => label);
        for (const count of all) if (count > 0) expect(labels).toContain(`${count} tickets`);
        expect(labels).not.toContain('0 tickets');
        for (const mark of flat(scene.marks)) {
          const numbers = Object.values(mark).filter(value => typeof value === 'number');
          expect(numbers.every(Number.isFinite)).toBe(true);
          if (mark.kind === 'box') expect(Math.min(mark.width, mark.height)).toBeGreaterThanOrEqual(0);
          if (mark.kind === 'box') expect(mark.y + mark.height).toBeLessThanOrEqual(scene.height);
        }
        expect(scene.text).toBeGreaterThanOrEqual(12);
      }),
    );
  },
);

test('a longer bar is a greater number', () => {
  const scene = drawBars(
    [5, 50, 500].map(count => ({ name: 'x', parts: [part(count)] })),
    { width: 600, text: 13 },
  );
  const widths = flat(scene.marks).flatMap(mark => (mark.kind === 'box' ? [mark.width] : []));
  expect([...widths].sort((a, b) => a - b)).toEqual(widths);
});

test.each([
  [0, 1],
  [3, 1],
  [7, 2],
  [11, 5],
  [97, 20],
  [1234, 500],
])('an axis to %i has steps of %i', (greatest, step) => expect(stepOf(greatest)).toBe(step));

test('texts are shortened and broken where they fit', () => {
  expect(fitted('Attendance', 200, 12)).toBe('Attendance');
  expect(fitted('Admission, withdrawal, transfer', 80, 12)).toBe(
    'Admission, w…'.slice(0, 11).trimEnd() + '…',
  );
  expect(wrapped('under 15 min', 60, 12)).toEqual(['under 15', 'min']);
});

test('the file holds its title, no name of a school as markup, and no control character', () => {
  const name = `<script>"&\u0007`;
  const scene = drawBars([{ name, parts: [{ ...part(2), label: name }] }], { width: 600, text: 13 });
  const text = svgText(scene, {
    title: 'Open & old',
    under: '23 November',
    legend: [{ fill: 'second', name: 'The school’s turn' }],
  });
  expect(text).toContain('<title>Open &amp; old</title>');
  expect(text).toContain('&lt;script&gt;&quot;&amp;');
  expect(text).toContain('The school’s turn</text>');
  expect(text).not.toContain('\u0007');
  expect(text).not.toMatch(/style=|<script|href=/);
});
