import { z } from 'zod';
import { numbersOf, type Chart } from './chart.ts';

/** A chart as a page asks for it: its picture, and all of it again in words, in reading order. */

const Leads = z.object({
  to: z.string(),
  number: z.number(),
  label: z.string().nullable(),
});
export const DrawnBox = z.object({
  id: z.string(),
  number: z.number(),
  lane: z.string(),
  text: z.string(),
  note: z.string().nullable(),
  ways: z.array(Leads),
});
export type DrawnBox = z.infer<typeof DrawnBox>;
export const Drawn = z.object({
  title: z.string(),
  lead: z.string(),
  width: z.number(),
  height: z.number(),
  svg: z.string().meta({ description: 'The shapes, without the file around them' }),
  parts: z.array(
    z.object({
      name: z.string(),
      boxes: z.array(DrawnBox),
      panels: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          items: z.array(z.object({ name: z.string(), text: z.string() })),
        }),
      ),
    }),
  ),
});
export type Drawn = z.infer<typeof Drawn>;

/** The parts of a chart in words. */
export function inWords(chart: Chart): Drawn['parts'] {
  const numbers = numbersOf(chart);
  return chart.parts.map(({ name, lanes, boxes, panels = [] }) => ({
    name,
    boxes: boxes.map(({ id, lane, text, note = null, ways }) => ({
      ...{ id, text, note, number: numbers.get(id)! },
      lane: lanes.find(each => each.id === lane)!.name,
      ways: ways.map(({ to, label = null }) => ({ to, label, number: numbers.get(to)! })),
    })),
    panels: panels.map(({ id, title, items }) => ({ id, title, items: [...items] })),
  }));
}
