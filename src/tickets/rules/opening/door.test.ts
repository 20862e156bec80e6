import { describe, expect, test } from 'vitest';
import { gate } from '#schools/rules/gate.ts';
import { messageOf } from '#schools/rules/gate-words.ts';
import { category_ids } from '../categories.ts';
import process from '../process.json' with { type: 'json' };
import { doorOf } from './door.ts';

test('a privacy incident and a start-up question have doors of their own, all else is ordinary work', () => {
  const own = category_ids.filter(category => doorOf(category) !== 'ordinary_work');
  expect(own).toEqual(['onboarding', 'privacy_incident']);
});

/** The table of the design: its four cases, and what is never gated. */
describe('process.json', () => {
  test.each(process.gates.table)('stage1 $stage1, trained $trained', row => {
    const now = { ...row, suspended: false };
    expect(gate(now, 'member', 'sign_in').open).toBe(row.sign_in);
    expect(gate(now, 'member', 'read_knowledge').open).toBe(row.read_kb === 'all');
    expect(gate(now, 'member', 'ordinary_work').open).toBe(row.open_ticket === true);
    const starts = row.open_ticket === true || String(row.open_ticket).includes('onboarding');
    expect(gate(now, 'member', 'startup_question').open).toBe(starts);
    const calls = row.open_ticket === true || String(row.open_ticket).includes('coordinator');
    expect(gate(now, 'coordinator', 'ordinary_work').open).toBe(calls);
    const said = messageOf(now, { stage1: '2026-12-03', training: '2026-12-10' });
    const message = row.message
      .replace('{stage1_date}', '3 December 2026')
      .replace('{training_date}', '10 December 2026');
    expect(said?.en ?? '').toBe(message);
  });

  test('what is never gated is open at every standing', () => {
    expect(process.gates.never_gated).toHaveLength(5);
    for (const door of [
      'privacy_incident',
      'notices',
      'connectivity_check',
      'print_check',
      'locked_out',
    ] as const)
      for (const suspended of [false, true])
        expect(gate({ trained: false, stage1: false, suspended }, 'lead', door).open).toBe(true);
  });
});
