import type { State } from '../lifecycle.ts';
import type { Mark, MarkKind } from './mark.ts';

/** A Monday at 8:00 Pacific time, when the desk opens. */
const beginning = Date.parse('2026-11-23T15:00:00Z');

/** So many minutes after the beginning. */
export const at = (minute: number): Date => new Date(beginning + minute * 60_000);

type Told = [minute: number, kind: MarkKind, state?: State, more?: Partial<Mark>];

/** A ledger in short: minutes after the beginning, what happened, the state then. */
export const marksOf = (...told: Told[]): Mark[] =>
  told.map(([minute, kind, state = 'new', more]) => ({
    at: at(minute),
    kind,
    state,
    priority: 'P3',
    passed: false,
    promised: 'whole',
    ...more,
  }));
