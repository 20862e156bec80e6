import type { Chart } from '#drawing/rules/chart.ts';
import type { Lang } from '#platform/schemas.ts';
import { undo } from '../lifecycle.ts';
import { en as names_en } from '../words/en.ts';
import { fr as names_fr } from '../words/fr.ts';
import { movesAtAnyTime } from './changes.ts';
import { flow, lane_ids, type AnswerKey, type LaneId } from './flow.ts';
import { any_time } from './places.ts';
import { en } from './words/en.ts';
import { fr } from './words/fr.ts';

/** The two sheets: until it is clear what the ticket is and whose, then the work on it. */
const parts = [
  { id: 'asking', until: 'P28', columns: { school: 2, software: 1, desk: 2 } },
  { id: 'working', until: 'P50', columns: { school: 1, software: 1, desk: 2, level2: 1 } },
] as const;

/** How a ticket is resolved, by lanes, in a language. */
export function processChart(lang: Lang): Chart {
  const words = { en, fr }[lang];
  const names = { en: names_en, fr: names_fr }[lang];
  const panel = {
    id: any_time,
    title: words.any_time,
    items: [
      ...movesAtAnyTime().map(({ move, from, to }) => ({
        name: names.moves[move],
        text: words.from_to(from.map(state => names.states[state]).join(words.or), names.states[to]),
      })),
      {
        name: words.undo.name,
        text: words.undo.text(undo.window_seconds, undo.unless_something_happened_minutes),
      },
    ],
  };
  return {
    title: words.title,
    lead: words.lead,
    parts: parts.map(({ id, columns }, place) => ({
      id,
      name: words.parts[id],
      lanes: lane_ids.flatMap(lane =>
        lane in columns
          ? [{ id: lane, name: words.lanes[lane], columns: (columns as Record<LaneId, number>)[lane] }]
          : [],
      ),
      boxes: flow
        .filter((_, index) => partOf(index) === place)
        .map(({ id: box, kind, lane, state, ways }) => ({
          ...{ id: box, kind, lane, text: words.boxes[box] },
          ...(state && { note: names.states[state] }),
          ways: ways.map(([to, answer]) => ({
            to,
            ...(answer && { label: words.answers[answer as AnswerKey] }),
          })),
        })),
      ...(place === parts.length - 1 && { panels: [panel] }),
    })),
  };
}

const partOf = (index: number): number =>
  parts.findIndex(({ until }) => index <= flow.findIndex(({ id }) => id === until));
