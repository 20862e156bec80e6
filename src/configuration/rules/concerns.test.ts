import { describe, expect, test } from 'vitest';
import { concernsOf } from './concerns.ts';

const about = { asked_by: 7, coordinators: [3, 4] };

describe('the bell', () => {
  test('tells each coordinator of a request that waits, but for who wrote it', () => {
    expect(concernsOf({ kind: 'opened', by: 7, ...about }).map(({ person }) => person)).toEqual([3, 4]);
    expect(concernsOf({ kind: 'opened_for', by: 4, ...about })).toEqual([
      { person: 3, kind: 'configuration_waits' },
    ]);
  });

  test('tells the decision to who asked, and to nobody her own', () => {
    for (const kind of ['configuration_approved', 'configuration_refused'])
      expect(concernsOf({ kind, by: 3, ...about })).toEqual([{ person: 7, kind: 'configuration_decided' }]);
    expect(concernsOf({ kind: 'configuration_approved', by: 7, ...about })).toEqual([]);
  });
});
