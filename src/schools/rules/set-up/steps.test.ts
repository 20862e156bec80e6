import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayPutOff, missingOf, set_up_steps, stepsOf, type SetUpFacts, type SetUpStep } from './steps.ts';

const empty: SetUpFacts = {
  named: false,
  timed: false,
  privacy_officers: 0,
  agents: 0,
  administrators: 1,
  invited: [],
  schools: 0,
  waves: 0,
  trainings: 0,
  put_off: [],
};
const administrator = { administers: true };
const coordinator = { administers: false };
const state = (step: SetUpStep, facts: Partial<SetUpFacts>) =>
  stepsOf({ ...empty, ...facts }, administrator).find(each => each.step === step)!.state;

test('all of it is missing on the first day', () =>
  expect(missingOf(stepsOf(empty, administrator))).toEqual([...set_up_steps]));

test.each<[SetUpStep, Partial<SetUpFacts>, Partial<SetUpFacts>]>([
  ['names', { named: true }, { timed: true }],
  ['time', { timed: true }, { named: true }],
  ['privacy_officer', { privacy_officers: 1 }, { agents: 3 }],
  ['agents', { agents: 1 }, { administrators: 2 }],
  ['second_administrator', { administrators: 2 }, { administrators: 1 }],
  ['schools', { schools: 1 }, { waves: 1 }],
  ['training', { waves: 1 }, { schools: 1 }],
  ['training', { trainings: 1 }, { schools: 1 }],
])('%s is done by what is there, and by nothing else', (step, fulfils, does_not) => {
  expect(state(step, fulfils)).toBe('done');
  expect(state(step, does_not)).toBe('missing');
});

test.each<[SetUpStep, string]>([
  ['privacy_officer', 'privacy_officer'],
  ['agents', 'agent'],
  ['second_administrator', 'administrator'],
])('%s waits for who is invited as %s', (step, role) => {
  expect(state(step, { invited: [role] })).toBe('waiting');
  expect(state(step, { invited: ['knowledge_editor'] })).toBe('missing');
});

describe('not now', () => {
  test('has no answer where the law or everybody’s day asks for it', () => {
    expect(set_up_steps.filter(step => !mayPutOff(step, administrator))).toEqual([
      'names',
      'time',
      'privacy_officer',
    ]);
    expect(set_up_steps.filter(step => mayPutOff(step, coordinator))).toEqual(['schools', 'training']);
  });

  test('is taken up again, and gives way to what was done meanwhile', () => {
    expect(state('schools', { put_off: ['schools'] })).toBe('put_off');
    expect(state('schools', { put_off: ['schools'], schools: 1 })).toBe('done');
    expect(state('names', { put_off: ['schools'] })).toBe('missing');
  });
});

const facts = fc.record<SetUpFacts>({
  named: fc.boolean(),
  timed: fc.boolean(),
  privacy_officers: fc.nat(2),
  agents: fc.nat(2),
  administrators: fc.nat(3),
  invited: fc.array(fc.constantFrom('agent', 'privacy_officer', 'administrator', 'knowledge_editor')),
  schools: fc.nat(2),
  waves: fc.nat(1),
  trainings: fc.nat(1),
  put_off: fc.subarray([...set_up_steps]),
});

test('more people, schools and words never make more missing, and nobody may do what her role may not', () => {
  fc.assert(
    fc.property(facts, facts, (one, other) => {
      const both: SetUpFacts = {
        named: one.named || other.named,
        timed: one.timed || other.timed,
        privacy_officers: one.privacy_officers + other.privacy_officers,
        agents: one.agents + other.agents,
        administrators: one.administrators + other.administrators,
        invited: [...one.invited, ...other.invited],
        schools: one.schools + other.schools,
        waves: one.waves + other.waves,
        trainings: one.trainings + other.trainings,
        put_off: [...new Set([...one.put_off, ...other.put_off])],
      };
      const before = missingOf(stepsOf(one, administrator));
      expect(before).toEqual(expect.arrayContaining(missingOf(stepsOf(both, administrator))));
      for (const { step, can } of stepsOf(one, coordinator)) {
        expect(can.put_off && !mayPutOff(step, coordinator)).toBe(false);
        expect(can.put_off && can.take_up).toBe(false);
      }
    }),
  );
});
