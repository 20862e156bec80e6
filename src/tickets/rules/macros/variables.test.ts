import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillIn, firstName, partsOf, unfilledIn, unknownIn, variables, type Values } from './variables.ts';

const values: Values = {
  ...(Object.fromEntries(Object.keys(variables).map(name => [name, `<${name}>`])) as Record<
    keyof typeof variables,
    string
  >),
  'ticket.planned': null,
  inDays: days => `<in ${days}>`,
};

test.each([
  ['Hello {{person.first_name}},', 'Hello <person.first_name>,'],
  ['{{ School.Name }} ({{school.code}})', '<school.name> (<school.code>)'],
  ['by {{date:+3}}, or {{ date: +10 }}', 'by <in 3>, or <in 10>'],
  ['{{{school.name}}}', '{<school.name>}'],
  ['until {{ticket.planned}}', 'until {{ticket.planned}}'],
  ['{{date:-3}} {{date:+0}} {{date:+61}} {{date}}', '{{date:-3}} {{date:+0}} {{date:+61}} {{date}}'],
])('%j becomes %j', (text, filled) => {
  expect(fillIn(text, values)).toBe(filled);
});

test.each([
  '{school.name}',
  '{{user.name}} in somebody’s template',
  '{{school}} {{ticket}} {{me}}',
  '{{ #each rows }} {{/each}}',
  '{{school.name}',
  '{{school\n.name}}',
  '{{tomorrow}}',
  '{{date3}}',
  'a {{}} b',
  '{ {school.name} }',
])('%j is ordinary text', text => {
  expect(unfilledIn(text)).toEqual([]);
  expect(fillIn(text, values)).toBe(text);
});

test('what is not filled in is named once, as it is written', () => {
  expect(unfilledIn('{{ticket.planned}}, {{ school.nmae }}, {{ticket.planned}}')).toEqual([
    '{{ticket.planned}}',
    '{{ school.nmae }}',
  ]);
});

test('a slip of the pen is known before anybody uses the macro', () => {
  expect(unknownIn('{{ticket.planned}} {{school.nmae}} {{date:-1}} {{date:+2}} {{constructor}}')).toEqual([
    '{{school.nmae}}',
    '{{date:-1}}',
  ]);
  for (const name of Object.keys(variables)) expect(unknownIn(`{{${name}}}`)).toEqual([]);
});

test('values are put in as they are, whatever replace takes for a pattern, and are not filled again', () => {
  const subject = "$& $1 $' {{me.name}}";
  expect(fillIn('{{ticket.subject}}', { ...values, 'ticket.subject': subject })).toBe(subject);
});

test('the parts of a text are the text', () => {
  const piece = fc.constantFrom('{{', '}}', 'school.name', '{{school.name}}', ' ', '\n', 'x', '{{date:+3}}');
  fc.assert(
    fc.property(fc.array(piece), pieces => {
      const text = pieces.join('');
      const parts = partsOf(text);
      expect(parts.map(part => part.text).join('')).toBe(text);
      expect(parts.filter(part => part.unfilled).map(part => part.text)).toEqual(
        expect.arrayContaining(unfilledIn(text)),
      );
      expect(unfilledIn(fillIn(text, values))).toEqual(unknownIn(text));
    }),
  );
});

test('one is called by the first of one’s names', () => {
  expect(['Maria Santos', 'Élodie Gagnon', 'Ruth'].map(firstName)).toEqual(['Maria', 'Élodie', 'Ruth']);
});
