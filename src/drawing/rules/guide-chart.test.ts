import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numbersOf } from './chart.ts';
import { guideChart, type DrawnGuide } from './guide-chart.ts';
import { layOut } from './layout.ts';

const words = { title: 'Can’t connect?', lead: 'Before you ask.', advice: 'What to do' };

/** Guides of any shape: each answer leads to a later question or to an outcome. */
const guides: fc.Arbitrary<DrawnGuide> = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
    outcomes: fc.integer({ min: 1, max: 5 }),
    leads: fc.infiniteStream(fc.nat()).map(stream => stream),
  })
  .map(({ sizes, outcomes: many, leads }) => {
    const pick = () => leads.next().value as number;
    const groups = sizes.map((_, index) => ({ id: 'ABC'[index]!, title: `Group ${index}` }));
    const count = sizes.reduce((sum, size) => sum + size, 0);
    const groupOf = (place: number) => {
      let [group, end] = [0, sizes[0]!];
      while (place >= end) end += sizes[++group]!;
      return groups[group]!.id;
    };
    const outcomes = Array.from({ length: many }, (_, index) => ({
      ...{ id: `O${index}`, title: `Outcome ${index}`, owner: index % 2 ? 'SCHOOL' : 'IGROUP' },
      advice: ['Do this.', 'Then that.'],
    }));
    const nodes = Array.from({ length: count }, (_, index) => {
      const later = Array.from({ length: count - index - 1 }, (__, more) => `C${index + more + 1}`);
      const targets = [...later, ...outcomes.map(({ id }) => id)];
      const answers = Array.from({ length: 1 + (pick() % 4) }, (__, at) => ({
        label: `Answer ${at}`,
        next: targets[pick() % targets.length]!,
      }));
      return { id: `C${index}`, group: groupOf(index), question: `Is it so, number ${index}?`, answers };
    });
    return {
      start: nodes[pick() % count]!.id,
      groups,
      nodes,
      outcomes,
      owners: { SCHOOL: 'The school', IGROUP: 'The desk' },
    };
  });

test('every answer of a guide is an arrow or a number to go to, and nothing else is drawn', () => {
  fc.assert(
    fc.property(guides, guide => {
      const chart = guideChart(guide, words);
      const numbers = numbersOf(chart);
      const asked = guide.nodes.flatMap(({ id, answers }) =>
        answers.map(({ next }, way) => `${id} ${way} ${next}`),
      );
      const drawn = layOut(chart, { width: 552, height: 700 }).sheets.flatMap(({ sections }) =>
        sections.flatMap(({ arrows, boxes }) => [
          ...arrows.map(({ from, way, to }) => `${from} ${way} ${to}`),
          ...boxes.flatMap(({ box, answers }) =>
            answers
              .filter(({ go_to }) => go_to !== undefined)
              .map(
                ({ way, go_to }) =>
                  `${box.id} ${way} ${[...numbers].find(([, number]) => number === go_to)![0]}`,
              ),
          ),
        ]),
      );
      expect(drawn.toSorted()).toEqual(asked.toSorted());
    }),
    { numRuns: 10 },
  );
});

test('every question and every outcome that is reached stands there once, with its advice and whose it is', () => {
  fc.assert(
    fc.property(guides, guide => {
      const { parts } = guideChart(guide, words);
      const boxes = parts.flatMap(part => part.boxes);
      const reached = new Set(guide.nodes.flatMap(({ answers }) => answers.map(({ next }) => next)));
      const expected = [
        ...guide.nodes.map(({ id }) => id),
        ...guide.outcomes.filter(({ id }) => reached.has(id)).map(({ id }) => id),
      ];
      expect(boxes.map(({ id }) => id).toSorted()).toEqual(expected.toSorted());
      expect(boxes.filter(({ kind }) => kind === 'start').map(({ id }) => id)).toEqual([guide.start]);
      for (const box of boxes.filter(({ kind }) => kind === 'end'))
        expect(['The school', 'The desk']).toContain(box.note);
      const advice = parts.flatMap(({ panels = [] }) => panels.flatMap(({ items }) => items));
      expect(advice).toHaveLength(boxes.filter(({ kind }) => kind === 'end').length);
      for (const { text } of advice) expect(text).toBe('Do this. Then that.');
    }),
  );
});
