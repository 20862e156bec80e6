import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at_open_school } from '#testing/standing.ts';
import { school_roles, type Person, type SchoolRole } from '#accounts/rules/who.ts';
import { first_desk_time } from '#sla/rules/desk-hours.ts';
import {
  mayPropose,
  mayReceive,
  objectionToChange,
  staysUnasked,
  withoutSecurity,
  type Named,
} from './people-policy.ts';

const acting = {
  name: 'Somebody',
  session_id: null,
  token_id: null,
  scopes: ['read', 'write'] as const,
  desk: first_desk_time,
};
const of_school = (id: number, ...roles: SchoolRole[]): Person => ({
  ...acting,
  ...at_open_school,
  ...{ side: 'school', school_id: 1, zone: 'America/Vancouver', person_id: id, roles },
});
const nadia: Person = {
  ...acting,
  ...{ side: 'desk', zone: 'America/Vancouver', person_id: 90, roles: ['coordinator'] },
};
const maya: Person = { ...nadia, roles: ['agent'] };

const named = (id: number, ...roles: SchoolRole[]): Named => ({ id, roles, left: false });
const grant = named(1, 'lead');
const priya = named(2, 'security_contact');
const maria = named(3, 'member');
const people = [grant, priya, maria];
const leaving = (person: Named) => ({ id: person.id, after: { ...person, left: true } });
const becoming = (person: Named, ...roles: SchoolRole[]) => ({ id: person.id, after: { ...person, roles } });

describe('the list is kept by lead, security contact and the desk’s keepers', () => {
  test.each([
    ['the lead', of_school(1, 'lead'), true],
    ['the security contact', of_school(2, 'security_contact'), true],
    ['a member', of_school(3, 'member'), false],
    ['a technical contact', of_school(4, 'technical_contact'), false],
    ['a coordinator', nadia, true],
    ['an agent', maya, false],
  ])('%s: %s', (_, who, may) => {
    const added = { after: named(9, 'member') };
    expect(objectionToChange(who, people, added) === undefined).toBe(may);
    expect(objectionToChange(who, people, leaving(maria)) === undefined).toBe(may);
  });
});

describe('the roles that keep the list', () => {
  const priya_acts = of_school(2, 'security_contact');
  test('the last of a role does not leave and does not lose it, not by herself either', () => {
    for (const gone of [priya, grant]) {
      expect(objectionToChange(priya_acts, people, leaving(gone))).toBeDefined();
      expect(objectionToChange(priya_acts, people, becoming(gone, 'member'))).toBeDefined();
      expect(objectionToChange(nadia, people, leaving(gone))).toBeUndefined();
    }
    const two = [...people, named(4, 'lead', 'security_contact')];
    for (const gone of [priya, grant])
      expect(objectionToChange(priya_acts, two, leaving(gone))).toBeUndefined();
    const gone_already = [...people, { ...named(4, 'lead'), left: true }];
    expect(objectionToChange(priya_acts, gone_already, leaving(grant))).toBeDefined();
  });

  test('the security contact’s is not given by a change, the lead’s is', () => {
    expect(objectionToChange(priya_acts, people, becoming(maria, 'security_contact'))).toBeDefined();
    expect(objectionToChange(priya_acts, people, { after: named(9, 'security_contact') })).toBeDefined();
    expect(objectionToChange(nadia, people, becoming(maria, 'security_contact'))).toBeUndefined();
    expect(objectionToChange(priya_acts, people, becoming(maria, 'lead'))).toBeUndefined();
    const back = { ...named(5, 'security_contact'), left: true };
    expect(
      objectionToChange(priya_acts, [...people, back], { id: 5, after: { ...back, left: false } }),
    ).toBeDefined();
  });

  test('whoever has it proposes another; a lead only where nobody has it', () => {
    expect(mayPropose(priya_acts, people)).toBe(true);
    expect(mayPropose(of_school(1, 'lead'), people)).toBe(false);
    expect(mayPropose(of_school(1, 'lead'), [grant, maria])).toBe(true);
    expect(mayPropose(of_school(3, 'member'), [maria])).toBe(false);
    expect(mayPropose(nadia, people)).toBe(false);
    expect(people.filter(mayReceive)).toEqual([grant, maria]);
    expect(mayReceive({ ...maria, left: true })).toBe(false);
    expect(withoutSecurity(['security_contact'])).toEqual(['member']);
    expect(withoutSecurity(['lead', 'security_contact'])).toEqual(['lead']);
  });
});

const anyone = fc.record({
  id: fc.integer({ min: 1, max: 6 }),
  roles: fc.subarray([...school_roles], { minLength: 1 }),
  left: fc.boolean(),
});

test('whatever a school does to its people, who kept them before is kept after', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anyone, { selector: ({ id }) => id, minLength: 1, maxLength: 6 }),
      fc.array(anyone, { maxLength: 12 }),
      (first, changes) => {
        const has = (all: readonly Named[], role: SchoolRole) =>
          all.filter(({ left, roles }) => !left && roles.includes(role));
        let all: Named[] = first;
        const who = of_school(99, 'lead');
        for (const { id, ...after } of changes) {
          if (objectionToChange(who, all, { id, after })) continue;
          all = [...all.filter(person => person.id !== id), { id, ...after }];
        }
        for (const role of ['lead', 'security_contact'] as const)
          if (has(first, role).length > 0) expect(has(all, role)).not.toEqual([]);
        const was = new Set(has(first, 'security_contact').map(({ id }) => id));
        for (const { id } of has(all, 'security_contact')) expect(was).toContain(id);
        expect(all.filter(staysUnasked).every(({ left }) => !left)).toBe(true);
      },
    ),
  );
});
