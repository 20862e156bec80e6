import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressFrom, fileNamed, isLitter, isSafeName, nameOfFile, titleFrom } from './paths.ts';
import { judged, type Candidate } from './refusing.ts';

test.each([
  ['menu.png', 'guides/late.md', 'guides/menu.png'],
  ['../pictures/a%20b.png', 'guides/late.md', 'pictures/a b.png'],
  ['/pictures/a.png', 'guides/deep/late.md', 'pictures/a.png'],
  ['./late.md#step-2', 'guides/x.html', 'guides/late.md'],
  ['../../etc/passwd', 'late.md', undefined],
  ['https://elsewhere.example/a.png', 'late.md', undefined],
  ['//elsewhere.example/a.png', 'late.md', undefined],
  ['data:image/png;base64,AA', 'late.md', undefined],
  ['#step', 'late.md', undefined],
  ['%E0%A4%A', 'late.md', '%E0%A4%A'],
])('%s in %s is %s', (address, from, file) => expect(fileNamed(address, from)).toBe(file));

test('whatever an address says, it names nothing above the folder', () => {
  const part = fc.constantFrom('..', '.', 'a', '', '%2e%2e', 'b.png', '~');
  fc.assert(
    fc.property(fc.array(part), fc.array(fc.constantFrom('a', 'b')), (address, from) => {
      const file = fileNamed(address.join('/'), [...from, 'x.md'].join('/'));
      expect(file?.split('/') ?? []).not.toContain('..');
    }),
  );
});

test('names, titles and litter', () => {
  expect(nameOfFile('guides/late.arrival.html')).toBe('guides/late.arrival');
  expect(titleFrom('guides/record-a_late-arrival.md')).toBe('Record a late arrival');
  expect(addressFrom('a/b/c.md', 'pictures/1.png')).toBe('../../pictures/1.png');
  for (const path of ['__MACOSX/a.md', '.DS_Store', 'a/.git/x', 'a/Thumbs.db'])
    expect(isLitter(path)).toBe(true);
  expect(isLitter('a/b.md')).toBe(false);
  expect(['late', 'guides/late 2', 'élève'].every(isSafeName)).toBe(true);
  expect(['', '/a', 'a/../b', 'a:b', 'a\\b', 'x.md', '.a'].some(isSafeName)).toBe(false);
});

describe('what is refused', () => {
  const one = (title: string, more: Partial<Candidate> = {}): Candidate => ({
    ...{ path: `${title}.md`, title, audience: 'schools', publishes: true },
    ...{ links: [], wrong: [], unready: [], ...more },
  });
  const fault = { en: 'Fault', fr: 'Défaut' };
  const refusedOf = (all: Candidate[], known: [string, 'public' | 'schools' | 'igroup' | null][] = []) =>
    [...judged(all, new Map(known))].filter(([, { refused }]) => refused).map(([path]) => path);

  test('is what links to nothing, and who links to that', () => {
    const all = [
      one('A', { links: ['b'] }),
      one('B', { links: ['C'] }),
      one('C', { links: ['Nowhere'] }),
      one('D', { links: ['Known'] }),
    ];
    expect(refusedOf(all, [['known', 'public']])).toEqual(['A.md', 'B.md', 'C.md']);
    expect(refusedOf(all.map(each => ({ ...each, publishes: false })))).toEqual([]);
  });

  test('is what its readers could not follow, and nothing of the iGroup’s own', () => {
    const links = ['Inside'];
    const inside: [string, 'igroup'][] = [['inside', 'igroup']];
    expect(refusedOf([one('A', { links })], inside)).toEqual(['A.md']);
    expect(refusedOf([one('A', { links, audience: 'igroup' })], inside)).toEqual([]);
    expect(refusedOf([one('A', { links: ['B'], audience: 'public' }), one('B')])).toEqual(['A.md']);
    expect(refusedOf([one('A', { links: ['Gone'] })], [['gone', null]])).toEqual(['A.md']);
  });

  test('is what is wrong; what is not ready may be a draft', () => {
    expect(refusedOf([one('A', { wrong: [fault], publishes: false })])).toEqual(['A.md']);
    expect(refusedOf([one('A', { unready: [fault] })])).toEqual(['A.md']);
    const draft = judged([one('A', { unready: [fault], publishes: false })], new Map());
    expect(draft.get('A.md')).toEqual({ refused: false, says: [fault] });
    expect(refusedOf([one('A'), { ...one('A'), path: 'b.md' }])).toEqual(['A.md', 'b.md']);
  });
});
