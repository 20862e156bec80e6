import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { begun, moved, showing, zoomed } from './view.ts';

const chart = { width: 552, height: 1300 };
const frames = fc.record({
  width: fc.integer({ min: 200, max: 1600 }),
  height: fc.integer({ min: 200, max: 1200 }),
});
const steps = fc.array(
  fc.oneof(
    fc.record({ factor: fc.constantFrom(1.25, 0.8, 4) }),
    fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) }),
  ),
  { maxLength: 30 },
);

describe('a view of a chart', () => {
  test('never loses the chart and keeps the window’s shape, however it is moved', () => {
    fc.assert(
      fc.property(frames, steps, (frame, all) => {
        let view = begun(chart, frame);
        for (const step of all)
          view =
            'factor' in step
              ? zoomed(view, step.factor, { x: view.x + view.width / 3, y: view.y }, chart)
              : moved(view, step, chart);
        expect(view.width / view.height).toBeCloseTo(frame.width / frame.height, 5);
        expect(view.x).toBeLessThan(chart.width);
        expect(view.x + view.width).toBeGreaterThan(0);
        expect(view.y).toBeLessThan(chart.height);
        expect(view.y + view.height).toBeGreaterThan(0);
      }),
    );
  });

  test('begins with letters that can be read, also on a phone', () => {
    expect(358 / begun(chart, { width: 358, height: 500 }).width).toBeCloseTo(1.4);
    expect(begun(chart, { width: 1136, height: 600 }).width).toBeCloseTo(568);
  });

  test('goes to a box that is out of sight, and stays where it is in sight', () => {
    const view = begun(chart, { width: 600, height: 400 });
    const box = { x: 100, y: 900, width: 96, height: 40 };
    const there = showing(view, box, chart);
    expect(there.y).toBeLessThan(900);
    expect(there.y + there.height).toBeGreaterThan(940);
    expect(showing(there, box, chart)).toBe(there);
  });
});
