import { expect, test } from 'vitest';
import { standingOn } from './standing.ts';

const never = { trained_from: null, stage1_from: null, suspended_from: null };

test.each([
  ['nothing is recorded', never, { trained: false, stage1: false, suspended: false }],
  [
    'trained today',
    { ...never, trained_from: '2026-11-30' },
    { trained: true, stage1: false, suspended: false },
  ],
  [
    'stage 1 tomorrow',
    { ...never, stage1_from: '2026-12-01' },
    { trained: false, stage1: false, suspended: false },
  ],
  [
    'suspended since yesterday, the other two stay as they are',
    { trained_from: '2026-09-01', stage1_from: '2026-10-01', suspended_from: '2026-11-29' },
    { trained: true, stage1: true, suspended: true },
  ],
])('%s', (_, since, standing) => expect(standingOn('2026-11-30', since)).toEqual(standing));
