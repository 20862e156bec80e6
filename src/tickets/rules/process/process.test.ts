import { describe, expect, test } from 'vitest';
import { waysOf } from '#drawing/rules/chart.ts';
import { layOut } from '#drawing/rules/layout.ts';
import { state_ids, transitions } from '../lifecycle.ts';
import design from '../process.json' with { type: 'json' };
import { drawnChanges, movesAtAnyTime } from './changes.ts';
import { flow, nodes, type LaneId, type NodeId } from './flow.ts';
import { any_time, place_of } from './places.ts';
import { processChart } from './process.ts';
import { en } from './words/en.ts';
import { fr } from './words/fr.ts';

const lane_of_role: Record<string, LaneId> = {
  requester: 'school',
  school_tech: 'school',
  school_security: 'school',
  l1_agent: 'desk',
  l1_coord: 'desk',
  kb_editor: 'desk',
  privacy_officer: 'desk',
  l2_contact: 'level2',
  system: 'software',
};
const kind_of_type: Record<string, string> = {
  start: 'start',
  action: 'step',
  decision: 'question',
  timer: 'wait',
  end: 'end',
};

describe('the chart is the design’s', () => {
  test('with its boxes, their kinds, states and lanes; an end stands with whom it is reached by', () => {
    const ours = new Map(flow.map(node => [node.id as string, node]));
    expect([...ours.keys()].toSorted()).toEqual(design.nodes.map(({ id }) => id).toSorted());
    for (const { id, type, role, status } of design.nodes as {
      id: string;
      type: string;
      role: string;
      status?: string;
    }[]) {
      const { kind, lane, state } = ours.get(id)!;
      expect([id, kind, state]).toEqual([id, kind_of_type[type], status]);
      if (kind !== 'end') expect([id, lane]).toEqual([id, lane_of_role[role]]);
    }
  });

  test('with its ways: each of them, and no other', () => {
    const ours = flow.flatMap(({ id, ways }) => ways.map(([to]) => `${id} ${to}`));
    expect(ours.toSorted()).toEqual(design.edges.map(({ from, to }) => `${from} ${to}`).toSorted());
    const choices = design.edges.filter(edge => 'when' in edge).map(({ from, to }) => `${from} ${to}`);
    const labelled = flow.flatMap(({ id, ways }) =>
      ways.filter(([, key]) => key).map(([to]) => `${id} ${to}`),
    );
    expect(labelled.toSorted()).toEqual(choices.toSorted());
  });

  test('whose walks are ways of it and meet the states that they say', () => {
    for (const { path, status, name } of design.scenarios as {
      path: string[];
      status?: string[];
      name: string;
    }[]) {
      const met = new Set<string>();
      for (const [index, id] of path.entries()) {
        const { ways, ...node } = flow.find(each => each.id === id)!;
        if (node.state) met.add(node.state);
        const next = path[index + 1];
        if (next)
          expect([name, ways.map(([to]) => to as string)]).toEqual([name, expect.arrayContaining([next])]);
      }
      if (status) expect([...met]).toEqual(status);
    }
  });
});

describe('the chart and the program', () => {
  test('every change of state that is drawn is a move of the table', () => {
    const changes = drawnChanges();
    expect(changes.length).toBeGreaterThan(12);
    for (const { from, to, at } of changes) {
      if (from !== null)
        expect(
          transitions.map(row => `${row.from} ${row.to}`),
          at,
        ).toContain(`${from} ${to}`);
      // A report of an incident is no ticket: the privacy officer closes it without a ticket's life.
      else expect([to, 'P51 P49']).toEqual([to === 'closed' ? 'closed' : 'new', 'P51 P49']);
    }
  });

  test('every move of the table is drawn, or stands in the box “at any time” with its states', () => {
    const beside = movesAtAnyTime().flatMap(({ move, from, to }) =>
      from.map(each => `${move} ${each} ${to}`),
    );
    const drawn = drawnChanges().map(({ from, to }) => `${from} ${to}`);
    for (const { move, from, to } of transitions)
      expect(
        beside.includes(`${move} ${from} ${to}`) || drawn.includes(`${from} ${to}`),
        `${move} ${from}`,
      ).toBe(true);
    for (const line of beside)
      expect(transitions.map(({ move, from, to }) => `${move} ${from} ${to}`)).toContain(line);
    // What happens at many places is there; the way of an ordinary ticket is drawn.
    expect(movesAtAnyTime().map(({ move }) => move)).toEqual(
      expect.arrayContaining(['plan', 'resume', 'withdraw', 'void', 'restore']),
    );
    for (const way of [
      'new in_progress',
      'in_progress waiting_school',
      'waiting_school in_progress',
      'in_progress waiting_l2',
      'waiting_l2 in_progress',
      'in_progress resolved',
      'resolved closed',
      'resolved in_progress',
      'waiting_school closed',
      'closed in_progress',
    ])
      expect(drawn).toContain(way);
  });

  test('a ticket of each state has its place in it', () => {
    for (const state of state_ids) {
      const place = place_of[state];
      if (place !== any_time) expect((nodes[place] as { state?: string }).state).toBe(state);
    }
  });
});

describe.each([
  ['en', en],
  ['fr', fr],
] as const)('in %s', { timeout: 30_000 }, (lang, words) => {
  const chart = processChart(lang);

  test('has at most two sheets, and most of its ways are arrows', () => {
    const { sheets } = layOut(chart, { width: 552, height: 720 });
    expect(sheets.length).toBeLessThanOrEqual(2);
    for (const { height } of sheets) expect(height).toBeLessThanOrEqual(720);
    const arrows = sheets.flatMap(({ sections }) => sections.flatMap(section => section.arrows));
    expect(arrows.length / chart.parts.flatMap(waysOf).length).toBeGreaterThan(0.65);
  });

  test('shows every box, every answer and every move by its words', () => {
    const boxes = chart.parts.flatMap(part => part.boxes);
    expect(boxes.map(({ text }) => text).toSorted()).toEqual(
      (Object.keys(nodes) as NodeId[]).map(id => words.boxes[id]).toSorted(),
    );
    expect(chart.parts.at(-1)!.panels![0]!.items.length).toBe(movesAtAnyTime().length + 1);
  });
});
