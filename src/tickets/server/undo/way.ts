import type { Ctx } from '#accounts/server/acting.ts';
import type { Facts } from '#accounts/server/story/story.ts';
import type { TakenBack } from '../../rules/ticket.ts';
import type { TicketRow } from '../tables.ts';

/** How one kind of change is put back. `before` and `after` are what its deed gave to tellDeed, gone through JSON. */
export interface Way<State = unknown> {
  /** Whether what the deed made is still so; else it is not undone. */
  stillSo: (ctx: Ctx, ticket: TicketRow, after: State) => Promise<boolean> | boolean;
  /** Puts it back; answers how the story tells it, and what was written when that is its person's again. */
  putBack: (ctx: Ctx, ticket: TicketRow, before: State, after: State) => Promise<PutBack>;
}

export interface PutBack {
  /** How the story calls it: `undone` unless said otherwise. */
  kind?: string;
  /** Who may know that it was undone. */
  audience: 'school' | 'desk';
  facts?: Facts;
  inside?: Facts;
  written?: Pick<TakenBack, 'writing' | 'fields' | 'files'>;
}
