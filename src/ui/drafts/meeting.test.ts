import { describe, expect, test } from 'vitest';
import { meet, type Kept, type Local } from './meeting.ts';

const nothing: Kept = { fields: {}, version: 0, written: '' };
const kept = (version: number, text: string): Kept => ({ fields: { text }, version, written: 'today 10:42' });
const sent = (base: number, text: string): Local => ({ fields: { text }, base, unsent: false });
const typed = (base: number, text: string, ...on_way: string[]): Local => ({
  fields: { text },
  base,
  unsent: true,
  on_way: on_way.map(each => ({ text: each })),
});
const gone = (base: number): Local => ({ fields: null, base, unsent: true });

describe('what this computer and the server keep', () => {
  test.each<[string, Local | undefined, Kept, string | undefined]>([
    ['nothing here: the server’s is taken', undefined, kept(3, 'there'), 'there'],
    ['nothing anywhere stays nothing', undefined, nothing, undefined],
    ['the same version: nothing moves', sent(3, 'here'), kept(3, 'here'), 'here'],
    ['untouched here, moved on there: the server’s is taken', sent(3, 'here'), kept(4, 'there'), 'there'],
    ['untouched here, an answer from before: nothing moves', sent(3, 'here'), kept(2, 'old'), 'here'],
    ['untouched here, sent elsewhere: gone here too', sent(3, 'here'), nothing, undefined],
    ['typed here upon the same version: it wins', typed(3, 'here'), kept(3, 'before'), 'here'],
    ['typed here, sent elsewhere: what was typed stays', typed(3, 'here'), nothing, 'here'],
    ['sent here while the line was down: nothing comes back', gone(3), nothing, undefined],
    ['sent here, moved on elsewhere: the newer one is taken', gone(3), kept(4, 'there'), 'there'],
  ])('%s', (_, local, there, text) => {
    const met = meet(local, there);
    expect(met.local?.fields?.['text']).toBe(text);
    expect(met.other).toBeUndefined();
  });

  test('both moved on: what is here stays, the other is offered', () => {
    expect(meet(typed(3, 'here'), kept(4, 'there'))).toEqual({
      local: typed(3, 'here'),
      other: kept(4, 'there'),
    });
  });

  test('an answer that was lost is no other text: it arrived, and what was typed since goes upon it', () => {
    const { local, other } = meet(typed(3, 'hello you', 'hell', 'hello'), kept(4, 'hello'));
    expect(other).toBeUndefined();
    expect(local).toEqual({ fields: { text: 'hello you' }, base: 4, unsent: true });
    expect(meet(typed(3, 'hello', 'hello'), kept(4, 'hello')).local?.unsent).toBe(false);
    expect(meet({ ...gone(0), on_way: [{ text: 'a' }] }, kept(1, 'a')).local).toEqual(gone(1));
  });

  test('a text that was set aside stays with the one that is shown', () => {
    const { local } = meet({ ...sent(3, 'here'), aside: { text: 'mine' } }, kept(4, 'there'));
    expect(local?.aside).toEqual({ text: 'mine' });
  });
});
