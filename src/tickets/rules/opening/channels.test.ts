import { expect, test } from 'vitest';
import { openedWords } from './channels.ts';

const opened = {
  by: 'Maya Chen',
  requester: 'Maria Santos',
  channel: 'phone',
  caller: null,
  call_back: null,
} as const;

test.each([
  [opened, 'Opened by Maya Chen for Maria Santos, by phone.'],
  [
    { ...opened, call_back: '555 0142' },
    'Opened by Maya Chen for Maria Santos, by phone. Call back at 555 0142.',
  ],
  [{ ...opened, channel: 'web' as const }, 'Opened by Maya Chen for Maria Santos.'],
  [
    { ...opened, channel: 'in_person' as const, caller: 'Jo Smith' },
    'Opened by Maya Chen for Maria Santos, in person. Jo Smith asked.',
  ],
])('how a ticket came that another wrote down is said in plain words: %j', (given, words) =>
  expect(openedWords(given).en).toBe(words),
);

test('and in French', () =>
  expect(openedWords({ ...opened, caller: 'Jo Smith' }).fr).toBe(
    'Ouvert par Maya Chen pour Maria Santos, par téléphone. La demande vient de Jo Smith.',
  ));
