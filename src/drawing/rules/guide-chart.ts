import type { Chart, ChartBox, Part } from './chart.ts';

/**
 * A guide of questions as a chart for paper: a part for each of its groups, each answer an arrow or a number to go to,
 * each outcome an end beside what first leads to it, and under the group what to do then.
 */

/** As much of a guide as is drawn; its texts are filled in already. */
export interface DrawnGuide {
  /** The question that it begins with. */
  start: string;
  groups: readonly { id: string; title: string }[];
  nodes: readonly {
    id: string;
    group: string;
    question: string;
    answers: readonly { label: string; next: string }[];
  }[];
  outcomes: readonly { id: string; title: string; owner: string; advice: readonly string[] }[];
  owners: Readonly<Record<string, string>>;
}

interface GuideWords {
  title: string;
  lead: string;
  /** Over the advice of a group. */
  advice: string;
}

const columns = 4;

export function guideChart(guide: DrawnGuide, words: GuideWords): Chart {
  const outcomes = new Map(guide.outcomes.map(outcome => [outcome.id, outcome]));
  const drawn = new Set<string>();
  // What leads nowhere is drawn without an arrow: a guide that is being written is not whole.
  const known = new Set([...guide.nodes, ...guide.outcomes].map(({ id }) => id));
  const parts = guide.groups.map(({ id, title }): Part => {
    const ends: string[] = [];
    const boxes = guide.nodes
      .filter(({ group }) => group === id)
      .flatMap((node): ChartBox[] => {
        const question: ChartBox = {
          ...{ id: node.id, lane: id, text: node.question },
          kind: node.id === guide.start ? 'start' : 'question',
          ways: node.answers
            .filter(({ next }) => known.has(next))
            .map(({ label, next }) => ({ label, to: next })),
        };
        const reached = node.answers
          .map(({ next }) => next)
          .filter(next => outcomes.has(next) && !drawn.has(next));
        const fresh = [...new Set(reached)];
        for (const next of fresh) drawn.add(next);
        ends.push(...fresh);
        return [question, ...fresh.map(next => endOf(outcomes.get(next)!, id, guide.owners))];
      });
    const panel = {
      id: `advice-${id}`,
      title: words.advice,
      items: ends.map(end => {
        const outcome = outcomes.get(end)!;
        return { name: outcome.title, text: outcome.advice.join(' ') };
      }),
    };
    return {
      ...{ id, boxes, name: `${id}  ${title}` },
      lanes: [{ id, name: '', columns }],
      ...(ends.length > 0 && { panels: [panel] }),
    };
  });
  return { title: words.title, lead: words.lead, parts: parts.filter(({ boxes }) => boxes.length > 0) };
}

const endOf = (
  { id, title, owner }: DrawnGuide['outcomes'][number],
  lane: string,
  owners: DrawnGuide['owners'],
): ChartBox => ({ id, lane, kind: 'end', text: title, note: owners[owner] ?? owner, ways: [] });
