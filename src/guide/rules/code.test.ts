import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeOf, marks, numberOf, plain, readCode, walkOf, type Coded } from './code.ts';
import { firstGuide } from './first/first.ts';
import { anyGuide, anyWalk } from '#testing/guides.ts';
import { walk, type Given } from './walking.ts';

const guide = firstGuide();
const letters = '0123456789ABCDEFGHJKMNPQRSTWXYZ';

/** Walks of the first guide, as they come. */
const walks = fc.infiniteStream(fc.nat(11)).map((turns): Given => {
  const given: [string, string][] = [];
  for (const turn of turns) {
    const { here } = walk(guide, given);
    if (!('question' in here) || turn === 11) break;
    const { id, answers } = here.question;
    given.push([id, answers[turn % answers.length]!.id]);
  }
  return given;
});
const coded = fc.record({
  version: fc.integer({ min: 1, max: 200 }),
  number: walks.map(given => numberOf(guide, given)),
  mark: fc.integer({ min: 0, max: marks - 1 }),
});
const same = (one: Coded | string, other: Coded) =>
  typeof one !== 'string' &&
  one.version === other.version &&
  one.number === other.number &&
  one.mark === other.mark;

describe('the code of a walk', () => {
  test('gives back its answers from the guide alone', () => {
    fc.assert(
      fc.property(walks, given => {
        expect(walkOf(guide, numberOf(guide, given))).toEqual(given);
      }),
      { numRuns: 2000 },
    );
  });

  test('does so in any guide', () => {
    fc.assert(
      fc.property(anyGuide, fc.infiniteStream(fc.nat()), (any, turns) => {
        const given = anyWalk(any, turns);
        expect(walkOf(any, numberOf(any, given))).toEqual(given);
      }),
    );
  });

  test('numbers the walks without a gap, each once', () => {
    const seen = new Set<string>();
    let number = 0n;
    for (; number < 5000n; number++) seen.add(JSON.stringify(walkOf(guide, number)));
    expect(seen.size).toBe(5000);
    expect(walkOf(guide, 10n ** 9n)).toBeUndefined();
  });

  test('is nine letters or fewer in the first guide, and reads like K7-4QM-2XP', () => {
    fc.assert(
      fc.property(walks, given => {
        const code = codeOf({ version: 1, number: numberOf(guide, given), mark: marks - 1 });
        expect(code).toMatch(/^[0-9A-HJKMNP-TW-Z]{2,4}(-[0-9A-HJKMNP-TW-Z]{3})*$/);
        expect(plain(code).length).toBeLessThanOrEqual(9);
      }),
    );
  });

  test('comes back as it was', () => {
    fc.assert(
      fc.property(coded, each => {
        expect(readCode(codeOf(each))).toEqual(each);
      }),
    );
  });

  test('forgives case, spaces, dashes and what looks alike', () => {
    fc.assert(
      fc.property(coded, each => {
        const typed = codeOf(each).toLowerCase().replace(/-/g, ' – ').replace(/0/g, 'o');
        expect(readCode(typed.replace(/1/, 'l').replace(/1/g, 'i'))).toEqual(each);
      }),
    );
  });
});

describe('what is misread is noticed', () => {
  test('any one letter', () => {
    fc.assert(
      fc.property(coded, each => {
        const code = plain(codeOf(each));
        for (let at = 0; at < code.length; at++)
          for (const letter of letters)
            if (letter !== code[at])
              expect(readCode(code.slice(0, at) + letter + code.slice(at + 1))).toBe('wrong');
      }),
      { numRuns: 60 },
    );
  });

  test('any two letters', () => {
    fc.assert(
      fc.property(coded, fc.nat(), fc.nat(), fc.nat(), fc.nat(), (each, ...[one, two, by, more]) => {
        const code = plain(codeOf(each)).split('');
        const places = [one % code.length, two % code.length] as const;
        for (const [index, shift] of [by, more].entries()) {
          const at = places[index]!;
          code[at] = letters[(letters.indexOf(code[at]!) + 1 + (shift % 30)) % 31]!;
        }
        const read = readCode(code.join(''));
        expect(read === 'wrong' || same(read, each)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('neighbours that are swapped, and a letter that was left out or heard twice', () => {
    let noticed = 0;
    let tried = 0;
    fc.assert(
      fc.property(coded, each => {
        const code = plain(codeOf(each));
        for (let at = 0; at + 1 < code.length; at++) {
          const [a, b] = [code[at]!, code[at + 1]!];
          if (a === b) continue;
          expect(readCode(code.slice(0, at) + b + a + code.slice(at + 2))).toBe('wrong');
          for (const other of [
            code.slice(0, at) + code.slice(at + 1),
            code.slice(0, at) + a + code.slice(at),
          ]) {
            tried++;
            if (!same(readCode(other), each)) noticed++;
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(noticed / tried).toBeGreaterThanOrEqual(0.99);
  });

  test('a letter that no code has, and what is no code', () => {
    expect(readCode('K7-4QU')).toBe('letter');
    expect(readCode('')).toBe('wrong');
    expect(readCode('00')).toBe('wrong');
    expect(readCode('0'.repeat(40))).toBe('wrong');
  });
});
