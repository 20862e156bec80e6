import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concerns, concern_words, scopeAsked, scope_words, scopes } from './scope.ts';
import { isNew, new_for_days } from './change.ts';
import { impactOf } from './request.ts';

describe('the schools that a change concerns', () => {
  test('are those of the day of approval; what concerns all, concerns who joins later too', () => {
    const on_the_day = [1, 2, 3];
    for (const scope of ['own', 'some', 'waves'] as const) {
      expect(concerns({ scope, schools: on_the_day }, 2)).toBe(true);
      expect(concerns({ scope, schools: on_the_day }, 4)).toBe(false);
    }
    expect(concerns({ scope: 'all', schools: on_the_day }, 4)).toBe(true);
  });

  test('never grow but by `all`', () => {
    fc.assert(
      fc.property(fc.constantFrom(...scopes), fc.array(fc.nat(20)), fc.nat(20), (scope, schools, school) => {
        return concerns({ scope, schools }, school) === (scope === 'all' || schools.includes(school));
      }),
    );
  });

  test('are clear at once only where a school asks for itself', () => {
    expect(scopeAsked('own')).toBe('own');
    expect(scopeAsked('more')).toBeNull();
    expect(impactOf('own')).toBe('one_school');
    expect(impactOf('more')).toBe('all_schools');
  });

  test('are said to a school without a number and without a name', () => {
    for (const lang of ['en', 'fr'] as const)
      for (const words of [...Object.values(scope_words[lang]), ...Object.values(concern_words[lang])])
        expect(words).not.toMatch(/\d/);
  });
});

describe('what is new to somebody', () => {
  const now = new Date('2026-11-02T18:00:00Z');
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
  test('is what was told after she looked, or lately when she never did', () => {
    expect(isNew(ago(1), ago(2), now)).toBe(true);
    expect(isNew(ago(2), ago(1), now)).toBe(false);
    expect(isNew(ago(1), ago(1), now)).toBe(false);
    expect(isNew(ago(new_for_days - 1), null, now)).toBe(true);
    expect(isNew(ago(new_for_days + 1), null, now)).toBe(false);
  });
});
