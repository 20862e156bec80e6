import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedChoices } from './choices.ts';
import { answersOf, checkDefinition, type Defined } from './definition.ts';
import { field_kinds, type FieldRules, type Value, type Values } from './field.ts';
import {
  checkFields,
  checkValue,
  shownFields,
  shownValues,
  valueOf,
  withGiven,
  writtenOf,
} from './filling.ts';

const words = (text: string) => ({ en: text, fr: text });
const field = (more: Partial<Defined> = {}): Defined => ({
  id: 1,
  name: words('A field'),
  kind: 'text',
  categories: ['pen'],
  required: 'never',
  for_school: true,
  bounds: {},
  choices: [],
  condition: null,
  ...more,
});
const about = { category: 'pen', impact: 'one_person', urgency: 'low' };
const today = '2026-11-23';
const choices = ['a', 'b', 'gone'].map(id => ({ id, ...words(id), removed: id === 'gone' }));

describe('a value', () => {
  test.each<[string, Partial<Defined>, Value, string | undefined]>([
    ['text', {}, 'Ɂelhdaqox', undefined],
    ['text', {}, 7, 'Must be text.'],
    ['text', {}, 'two\nlines', 'Must be a single line.'],
    ['text', { bounds: { several_lines: true } }, 'two\nlines', undefined],
    ['text', { bounds: { longest: 3 } }, 'four', 'At most 3 characters.'],
    ['text', {}, 'x'.repeat(201), 'At most 200 characters.'],
    ['number', {}, 2.5, undefined],
    ['number', {}, '2', 'Must be a number.'],
    ['number', {}, Number.NaN, 'Must be a number.'],
    ['number', { bounds: { whole: true } }, 2.5, 'Must be a whole number.'],
    ['number', { bounds: { least: 1, most: 3 } }, 0, 'At least 1.'],
    ['number', { bounds: { least: 1, most: 3 } }, 4, 'At most 3.'],
    ['choice', { choices }, 'b', undefined],
    ['choice', { choices }, 'gone', 'Choose one of the answers.'],
    ['choice', { choices }, true, 'Choose one of the answers.'],
    ['date', {}, '2026-02-28', undefined],
    ['date', {}, '2026-02-30', 'Must be a date, such as 2026-11-30.'],
    ['date', { bounds: { earliest: 0 } }, '2026-11-22', 'Not before today.'],
    ['date', { bounds: { earliest: -1, latest: 7 } }, '2026-11-30', undefined],
    ['date', { bounds: { latest: 7 } }, '2026-12-01', 'Not after 7 days from today.'],
    ['date', { bounds: { earliest: -7 } }, '2026-11-15', 'Not before 7 days ago.'],
    ['checkbox', {}, true, undefined],
    ['checkbox', {}, 'yes', 'Must be ticked or left empty.'],
    ['person', {}, 4, undefined],
    ['person', {}, 5, 'Choose a person of the school.'],
    ['person', {}, 'Maria', 'Choose a person of the school.'],
  ])('of the kind %s with %j: %j is told %j', (kind, more, value, said) => {
    const defined = field({ kind: kind as Defined['kind'], ...more });
    expect(checkValue(defined, value, { today, people: [4] })?.en).toBe(said);
  });

  test.each<[Defined['kind'], string, Value | undefined]>([
    ['text', '  said ', 'said'],
    ['text', '   ', undefined],
    ['number', '2,5', 2.5],
    ['number', 'two', 'two'],
    ['checkbox', 'yes', true],
    ['checkbox', '', undefined],
    ['person', '4', 4],
    ['date', '2026-11-23', '2026-11-23'],
  ])('of the kind %s written as %j is %j', (kind, written, value) =>
    expect(valueOf({ kind }, written)).toBe(value),
  );

  test('survives being written into a form and read again', () =>
    fc.assert(
      fc.property(fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })), number => {
        expect(Number(valueOf({ kind: 'number' }, writtenOf(number))) === number).toBe(true);
      }),
    ));
});

describe('what is demanded', () => {
  const fields = [
    field({ id: 1, required: 'opening' }),
    field({ id: 2, required: 'solving' }),
    field({ id: 3 }),
  ];
  const faulty = (values: Values, more: object) =>
    checkFields(fields, values, { about, at: 'opening', today, ...more }).map(({ id }) => id);
  test('at opening, at solving and in a correction', () => {
    expect(faulty({}, {})).toEqual([1]);
    expect(faulty({}, { at: 'solving' })).toEqual([2]);
    expect(faulty({}, { at: 'correcting', touched: ['2', '3'] })).toEqual([]);
    expect(faulty({}, { at: 'correcting', touched: ['1'] })).toEqual([1]);
    expect(faulty({}, { about: { ...about, category: 'attendance' } })).toEqual([]);
  });
});

/** Fields whose conditions hang on earlier ones or on the urgency, so that there are chains and no circle. */
const chains = fc
  .array(
    fc.record({
      choice: fc.boolean(),
      on: fc.nat(),
      upon: fc.constantFrom('nothing', 'field', 'field', 'urgency'),
      answer: fc.nat(1),
      required: fc.constantFrom('never', 'opening', 'solving') as fc.Arbitrary<Defined['required']>,
      elsewhere: fc.integer({ min: 0, max: 9 }),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map(made => {
    const fields: Defined[] = [];
    for (const [index, { choice, on, upon, answer, required, elsewhere }] of made.entries()) {
      const above = fields[on % Math.max(1, index)];
      const condition =
        upon === 'urgency'
          ? { on: 'urgency' as const, answers: ['low'] }
          : upon === 'field' && above
            ? { on: above.id, answers: [answersOf(above)[answer]!] }
            : null;
      fields.push(
        field({
          id: index + 1,
          kind: choice ? 'choice' : 'checkbox',
          choices: choice ? choices : [],
          categories: elsewhere === 0 ? ['attendance'] : ['pen'],
          condition,
          required,
        }),
      );
    }
    return fields;
  });
const written = fc.array(fc.constantFrom(undefined, 'a', 'b', true), { minLength: 30, maxLength: 30 });
const valuesFor = (fields: readonly FieldRules[], given: readonly (Value | undefined)[]): Values =>
  Object.fromEntries(
    fields.flatMap(({ id, kind }, index) => {
      const value = given[index];
      if (value === undefined || (value === true) !== (kind === 'checkbox')) return [];
      return [[id, value]];
    }),
  );
const abouts = fc.record({
  category: fc.constantFrom('pen', 'attendance'),
  impact: fc.constant('one_person'),
  urgency: fc.constantFrom('low', 'high'),
});

describe('whatever the fields and their conditions', () => {
  test('each that can be saved is shown only while what it depends on is shown with such an answer', () =>
    fc.assert(
      fc.property(chains, written, abouts, (fields, given, where) => {
        for (const each of fields)
          expect(
            checkDefinition(
              each,
              fields.filter(other => other !== each),
            ),
          ).toBeUndefined();
        const values = valuesFor(fields, given);
        const shown = new Map(shownFields(fields, values, where).map(each => [each.id, each]));
        for (const each of fields) {
          const { condition } = each;
          const upon =
            condition === null ||
            (condition.on === 'urgency'
              ? condition.answers.includes(where.urgency)
              : shown.has(condition.on as number) &&
                condition.answers.includes(
                  String(values[condition.on] === true ? 'yes' : (values[condition.on] ?? 'no')),
                ));
          expect(shown.has(each.id)).toBe(upon && each.categories.includes(where.category));
        }
      }),
    ));

  test('a hidden field keeps nothing, and neither dropping it nor doing so again changes what is shown', () =>
    fc.assert(
      fc.property(chains, written, abouts, (fields, given, where) => {
        const values = valuesFor(fields, given);
        const kept = shownValues(fields, values, where);
        const ids = (of: Values) => shownFields(fields, of, where).map(({ id }) => id);
        expect(ids(kept)).toEqual(ids(values));
        for (const id of Object.keys(kept)) expect(ids(values)).toContain(Number(id));
        expect(shownValues(fields, kept, where)).toEqual(kept);
        const hidden = checkFields(fields, values, { about: where, at: 'opening', today });
        for (const { id } of hidden) expect(ids(values)).toContain(id);
        expect(hidden).toEqual(checkFields(fields, kept, { about: where, at: 'opening', today }));
      }),
    ));

  test('what was emptied is gone, and what was given stands', () =>
    fc.assert(
      fc.property(chains, written, written, (fields, first, second) => {
        const before = valuesFor(fields, first);
        const after = valuesFor(fields, second);
        const given = Object.fromEntries(fields.map(({ id }) => [id, after[id] ?? null]));
        expect(withGiven(before, given)).toEqual(after);
      }),
    ));
});

describe('a definition', () => {
  const above = field({ id: 1, name: words('Above'), kind: 'choice', choices });
  const upon = (on: number, answers: string[]) => ({ condition: { on, answers } });
  test.each<[string, Partial<Defined>, Defined[], string]>([
    ['one answer', { kind: 'choice', choices: choices.slice(0, 1) }, [], 'at least two answers'],
    ['two answers alike', { kind: 'choice', choices: [choices[0]!, choices[0]!] }, [], 'the same words'],
    ['crossed bounds', { bounds: { least: 2, most: 1 } }, [], 'above the upper one'],
    ['crossed days', { bounds: { earliest: 2, latest: 1 } }, [], 'above the upper one'],
    ['no answer', upon(1, []), [above], 'at least one answer'],
    ['itself', upon(9, ['a']), [above], 'its own answer'],
    ['a field that is gone', upon(7, ['a']), [above], 'is gone'],
    ['an answer that is gone', upon(1, ['gone']), [above], 'does not exist any more'],
    ['a text', upon(2, ['a']), [field({ id: 2, name: words('Words') })], '“Words” is neither'],
    ['a field of the desk', upon(1, ['a']), [{ ...above, for_school: false }], 'does not see “Above”'],
    [
      'a circle',
      { kind: 'checkbox', ...upon(1, ['a']) },
      [
        { ...above, ...upon(2, ['yes']) },
        field({ id: 2, name: words('Between'), kind: 'checkbox', ...upon(9, ['yes']) }),
      ],
      '“Between” already depends on this field',
    ],
    [
      'an answer that another needs',
      { kind: 'choice', choices: [choices[1]!, { id: 'c', ...words('c') }] },
      [field({ id: 2, ...upon(9, ['a']) })],
      '“A field” is shown by an answer',
    ],
    [
      'being hidden from schools',
      { kind: 'checkbox', for_school: false },
      [field({ id: 2, ...upon(9, ['yes']) })],
      'must see this one too',
    ],
  ])('with %s is refused', (_name, more, others, said) => {
    const given = field({ id: 9, ...more });
    const fault = checkDefinition(given, others);
    expect(fault?.sentence.en).toContain(said);
    expect(fault?.sentence.fr).not.toBe('');
  });

  test('that goes round in a circle of any length shows nothing rather than hanging', () => {
    const round = [1, 2, 3].map(id => field({ id, kind: 'checkbox', ...upon((id % 3) + 1, ['yes', 'no']) }));
    expect(shownFields(round, { 1: true, 2: true, 3: true }, about)).toEqual([]);
  });
});

test('a new answer gets an id of its own from its words, and one that is left out stays readable', () => {
  const first = changedChoices([], ['Yes', 'Été 2026', 'Été 2026!', '—'].map(words));
  expect(first.map(({ id }) => id)).toEqual(['answer_yes', 'ete_2026', 'ete_2026_2', 'answer']);
  const second = changedChoices(first, [{ ...words('Later'), id: 'answer' }]);
  expect(second.map(({ id, removed }) => [id, removed ?? false])).toEqual([
    ['answer', false],
    ['answer_yes', true],
    ['ete_2026', true],
    ['ete_2026_2', true],
  ]);
});

test('all kinds are known to the checks', () => {
  for (const kind of field_kinds) expect(checkValue(field({ kind }), {} as Value, { today })).toBeDefined();
});
