import { describe, expect, test } from 'vitest';
import { state_ids } from '../../../rules/lifecycle.ts';
import { wayOf } from './way-of.ts';

const drawn = (
  state: (typeof state_ids)[number],
  resolution_code: Parameters<typeof wayOf>[0]['resolution_code'] = null,
) => wayOf({ state, resolution_code }).map(({ step, is }) => `${step} ${is}`);

describe('the way of a ticket', () => {
  test.each(state_ids)('has one place where the ticket is, in state %s', state => {
    expect(drawn(state).filter(step => step.endsWith('now'))).toHaveLength(1);
  });
  test('says that Level 2 may come while it is worked on, and not when it is over', () => {
    expect(drawn('in_progress')).toEqual([
      'sent done',
      'working now',
      'level2 maybe',
      'solved todo',
      'closed todo',
    ]);
    expect(drawn('closed', 'solved_l1')).toEqual(['sent done', 'working done', 'solved done', 'closed now']);
  });
  test('does not claim that a ticket was solved which closed without an answer', () => {
    expect(drawn('closed', 'no_answer_from_school')).toEqual(['sent done', 'working done', 'closed now']);
  });
});
