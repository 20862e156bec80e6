import { expect, test } from 'vitest';
import { ageWords, answerWords } from './range-words.ts';

const words = { days: 'days', hours: 'h', minutes: 'min', answered: 'Given' };

test.each([
  ['0-1', '0–1 days', '0–2 min'],
  ['31-', '31+ days', '31+ min'],
  ['5-5', '5 days', '5–6 min'],
  ['60-119', '60–119 days', '1–2 h'],
  ['480-959', '480–959 days', '1–2 days'],
  ['2400-', '2400+ days', '5+ days'],
  ['0-', '0+ days', 'Given'],
  ['odd', 'odd', 'odd'],
])('%s is called %s and %s', (text, age, answer) =>
  expect([ageWords(text, words), answerWords(text, words)]).toEqual([age, answer]),
);
