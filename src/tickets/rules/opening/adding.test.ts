import { expect, test } from 'vitest';
import { addedTo, asMessage, isSentWith } from './adding.ts';

const question = { subject: ' Marks are gone ', description: 'Since noon.\n' };
const message = 'Marks are gone\n\nSince noon.';

test('a question is a message without its empty lines', () => {
  expect(asMessage(question)).toBe(message);
  expect(asMessage({ subject: 'Marks are gone', description: '  ' })).toBe('Marks are gone');
  expect(asMessage({ subject: 'Marks are gone' })).toBe('Marks are gone');
  expect(asMessage({ subject: '', description: 'Since noon.' })).toBe('Since noon.');
});

test('it goes under what was being written, and once', () => {
  expect(addedTo('', message)).toBe(message);
  expect(addedTo('Good morning,\n', message)).toBe(`Good morning,\n\n${message}`);
  expect(addedTo(`Good morning,\n\n${message}`, message)).toBe(`Good morning,\n\n${message}`);
  expect(addedTo(message, message)).toBe(message);
  // Ends so by chance: it is no paragraph of its own.
  expect(addedTo(`We saw: ${message}`, message)).toBe(`We saw: ${message}\n\n${message}`);
});

test('the question has gone with it only as it was, and without files that wait', () => {
  expect(isSentWith({ ...question, category: 'pen' }, message)).toBe(true);
  expect(isSentWith({ ...question, description: 'Since noon. Since Monday!' }, message)).toBe(false);
  expect(isSentWith({ ...question, files: '[{"id":"7"}]' }, message)).toBe(false);
  expect(isSentWith({}, '')).toBe(false);
  expect(isSentWith({}, message)).toBe(false);
});
