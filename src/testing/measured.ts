import { actorOf } from '#accounts/server/acting.ts';
import { readOn } from '#platform/jobs/readers.ts';
import { measurer } from '#tickets/server/measures/measuring.ts';
import type { House } from './house.ts';

/** What is measured of tickets is up to date: in a house without jobs nobody else sees to it. */
export const measure = ({ database }: House): Promise<void> =>
  readOn(database, actorOf({ side: 'system', job: 'test' }), measurer);
