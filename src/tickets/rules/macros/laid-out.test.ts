import { expect, test } from 'vitest';
import { transitionsFrom, type State } from '../lifecycle.ts';
import type { Step } from '../steps/step.ts';
import { layOut } from './laid-out.ts';

const movesFrom = (state: State) => ({
  moves: transitionsFrom(state).map(({ move, to, requires }) => ({ move, to, requires: [...requires] })),
});
const open = movesFrom('in_progress');
const assign: Step = { does: 'assign', agent: 'me' };
const solve: Step = { does: 'move', move: 'resolve', resolution_code: 'solved_l1', minutes: 3 };
const ask: Step = { does: 'move', move: 'ask_school' };
const propose: Step = { does: 'move', move: 'propose_escalation' };
const plan: Step = { does: 'move', move: 'plan' };
const nothing = { reply: null, note: null, steps: [] };

test('a canned reply is a reply', () => {
  expect(layOut({ ...nothing, reply: 'Hello' }, open)).toEqual({
    into: 'reply',
    fields: { text: 'Hello' },
    also: [],
  });
});

test('a move that says something to the school says the reply; what else there is goes along', () => {
  expect(layOut({ ...nothing, reply: 'Done', steps: [assign, solve] }, open)).toEqual({
    into: 'resolve',
    fields: { answer: 'Done', resolution_code: 'solved_l1', minutes: 3 },
    also: [assign],
  });
  expect(layOut({ ...nothing, reply: 'Which?', note: 'Hm', steps: [ask, assign] }, open)).toEqual({
    into: 'ask_school',
    fields: { question: 'Which?' },
    also: [{ does: 'note', text: 'Hm' }, assign],
  });
});

test('what the iGroup is told goes with a reply, or stands alone', () => {
  const told = { ...propose, pack: 'Screen, time' };
  expect(layOut({ reply: 'We ask', note: 'Screen, time', steps: [propose] }, open)).toEqual({
    into: 'reply',
    fields: { text: 'We ask' },
    also: [told],
  });
  expect(layOut({ ...nothing, note: 'Screen, time', steps: [assign, propose] }, open)).toEqual({
    into: 'propose_escalation',
    fields: { pack: 'Screen, time' },
    also: [assign],
  });
  expect(layOut({ ...nothing, note: 'Seen', steps: [assign] }, open)).toEqual({
    into: 'note',
    fields: { text: 'Seen' },
    also: [assign],
  });
});

test('without a text it is done at once, unless its move still asks for something', () => {
  expect(layOut({ ...nothing, steps: [assign] }, open)).toEqual({ into: null, fields: {}, also: [assign] });
  expect(layOut({ ...nothing, steps: [assign, plan] }, open)).toEqual({
    into: 'plan',
    fields: {},
    also: [assign],
  });
});

test('a move that is not possible now takes no text: the reply is a reply', () => {
  const laid = layOut({ ...nothing, reply: 'Done', steps: [solve] }, movesFrom('closed'));
  expect(laid).toEqual({ into: 'reply', fields: { text: 'Done' }, also: [solve] });
});
