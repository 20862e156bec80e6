import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutOf, placeAt, rowOf, sectionAt } from './layout.ts';

const group = (key: string, count: number) => ({ key, name: key, count });

test('without groups a row is a ticket', () => {
  const layout = layoutOf(10_000, new Set());
  expect(layout).toEqual({ rows: 10_000, tickets: 10_000, sections: [] });
  expect([placeAt(layout, 4_211), rowOf(layout, 4_211), sectionAt(layout, 3)]).toEqual([
    { ticket: 4_211 },
    4_211,
    undefined,
  ]);
});

test('a group has a heading, and a closed one nothing else', () => {
  const layout = layoutOf([group('a', 2), group('b', 3), group('c', 1)], new Set(['b']));
  const names = Array.from({ length: layout.rows }, (_, row) => {
    const place = placeAt(layout, row);
    return 'section' in place ? place.section.key : place.ticket;
  });
  expect(names).toEqual(['a', 0, 1, 'b', 'c', 5]);
  expect([rowOf(layout, 1), rowOf(layout, 3), rowOf(layout, 5)]).toEqual([2, undefined, 5]);
});

test('every row has its place, every ticket of an open group its row, whatever is closed', () => {
  const groups = fc.array(fc.record({ count: fc.integer({ min: 1, max: 9 }), closed: fc.boolean() }));
  fc.assert(
    fc.property(groups, given => {
      const all = given.map(({ count }, at) => group(`g${at}`, count));
      const closed = new Set(given.flatMap((each, at) => (each.closed ? [`g${at}`] : [])));
      const layout = layoutOf(all, closed);
      expect(layout.tickets).toBe(all.reduce((sum, { count }) => sum + count, 0));
      const seen = Array.from({ length: layout.rows }, (_, row) => ({ row, place: placeAt(layout, row) }));
      for (const { row, place } of seen) if ('ticket' in place) expect(rowOf(layout, place.ticket)).toBe(row);
      const open = all.filter(({ key }) => !closed.has(key)).reduce((sum, { count }) => sum + count, 0);
      if (all.length > 0) {
        expect(seen.filter(({ place }) => 'ticket' in place)).toHaveLength(open);
        expect(seen.filter(({ place }) => 'section' in place)).toHaveLength(all.length);
      }
    }),
  );
});
