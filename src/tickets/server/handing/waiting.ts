import type { Software } from '#accounts/rules/who.ts';
import { deskTime } from '#accounts/server/accounts.ts';
import { lastPosition, recordDeed, type Deed } from '#accounts/server/story/story.ts';
import type { Db } from '#platform/db/database.ts';
import type { EventReader } from '#platform/jobs/readers.ts';
import { whoIsNext } from '../../rules/handing/choosing.ts';
import { updateTicket } from '../store.ts';
import { giveTurn } from './giving.ts';
import { mayHave } from '../people.ts';
import { selectMembers } from './store.ts';
import { endWaiting, holdWaiting, selectWaiting, type Waiting } from './waiting-store.ts';

/** Tickets that were left with their team because nobody was there, given when somebody is there again. */

const who: Software = { side: 'system', job: 'handing' };
/** What is left goes at the next look, in half a minute. */
const most = 200;

interface Doing {
  who: Software;
  db: Db;
  now: Date;
  /** The desk's. */
  zone: string;
}

/**
 * Looks with every event and twice a minute, since hours begin and absences end without one. What it gives and its
 * place are one transaction, so each ticket is given once, on whichever server and after whatever crash.
 */
export const giver = (clock: () => Date): EventReader => ({
  name: 'handing',
  async read(db, position) {
    const up_to = await lastPosition(db, position);
    await giveWaiting({ who, db, now: clock() });
    return up_to;
  },
});

/** Gives those whose teams have somebody there, whoever waits longest first; the others wait on. */
async function giveWaiting(looking: Omit<Doing, 'zone'>): Promise<void> {
  const all = await selectWaiting(looking.db, most);
  if (all.length === 0) return;
  const doing = { ...looking, zone: (await deskTime(looking.db)).zone };
  const waiting = await withSomebody(doing, all);
  if (waiting.length === 0) return;
  const held = await holdWaiting(
    doing.db,
    waiting.map(({ number }) => number),
  );
  const told: Deed[] = [];
  for (const ticket of waiting) {
    // Somebody has taken it in this moment.
    if (!held.has(ticket.number)) continue;
    const person = await giveTurn(doing, ticket.team_id, ticket.way, ticket);
    if (!person) continue;
    await updateTicket(doing, ticket.number, { assignee_id: person.id });
    await endWaiting(doing, ticket.number);
    told.push(...linesOf(ticket, person));
  }
  if (told.length > 0) await recordDeed(doing, ...told);
}

/** Looked at before any turn is drawn: a team where nobody is there is not held for nothing. */
async function withSomebody(doing: Doing, waiting: readonly Waiting[]): Promise<Waiting[]> {
  const members = await selectMembers(doing, [...new Set(waiting.map(({ team_id }) => team_id))]);
  const there = ({ team_id, way, request }: Waiting) =>
    whoIsNext(
      members.filter(member => member.team_id === team_id && mayHave(member.roles, { request })),
      way,
      doing,
    ) !== undefined;
  return waiting.filter(there);
}

/** The school hears who has it; of teams, turns and hours it hears nothing. */
function linesOf({ number, school_id, inside, team, way }: Waiting, person: { id: number; name: string }) {
  const place = { ticket_number: number, school_id };
  const audience: Deed['audience'] = inside ? 'desk' : 'school';
  return [
    {
      ...place,
      kind: 'given_now',
      audience,
      facts: { person: person.name, assignee: [null, person.name], assignee_id: [null, person.id] },
    },
    { ...place, kind: 'inside', audience: 'desk', facts: { team: [null, team], way } },
  ] satisfies Deed[] as Deed[];
}
