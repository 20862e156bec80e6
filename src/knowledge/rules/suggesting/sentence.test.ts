import { expect, test } from 'vitest';
import { sentenceFor } from './sentence.ts';

const body = `## What you see

The report stays on \`Waiting\` for more than ten minutes.

## What to do

1. Open **Reports › My reports**.
2. Press **Cancel** beside the report, then run it for one grade only. It is done in a minute.

> **Note** Pressing **Run** again makes the queue longer.`;

test.each([
  ['it is waiting for ages', 'The report stays on Waiting for more than ten minutes.'],
  ['may i press run again?', 'Note Pressing Run again makes the queue longer.'],
  ['just one grade', 'Press Cancel beside the report, then run it for one grade only.'],
  ['rien de rien', 'The report stays on Waiting for more than ten minutes.'],
])('"%s" is answered by a sentence without marks', (text, sentence) => {
  expect(sentenceFor(body, { title: '', text })).toBe(sentence);
});

test('a text of nothing has no sentence, and one of headings only its first', () => {
  expect(sentenceFor('', { title: 'a', text: 'b' })).toBe('');
  expect(sentenceFor('***\n\n---', { title: 'a', text: 'b' })).toBe('');
  expect(sentenceFor('## Printing labels', { title: '', text: 'print' })).toBe('Printing labels');
});

test('a long sentence is cut between words', () => {
  const long = sentenceFor('print it again '.repeat(100), { title: '', text: 'print' });
  expect(long.length).toBeLessThanOrEqual(302);
  expect(long).toMatch(/(print|it|again) …$/);
  expect(sentenceFor('x'.repeat(1_000), { title: '', text: 'x' })).toHaveLength(302);
});

test('a French text is asked in either language', () => {
  const french =
    'Ouvrez la fiche de l’élève. L’adresse est sous l’onglet Contacts. Le numéro est sous l’onglet Details.';
  expect(sentenceFor(french, { title: '', text: 'where is the address?' })).toBe(
    'L’adresse est sous l’onglet Contacts.',
  );
});
