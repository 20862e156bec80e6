import { and, eq, gte, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import { readsInside, type Ctx } from '#accounts/server/acting.ts';
import { desk_zone } from '#accounts/rules/who.ts';
import { instantOf, localDate } from '#sla/rules/zones.ts';
import { ended_states, state_ids, statesInCourt, type State } from '../rules/lifecycle.ts';
import { queryOf } from '../rules/search-words.ts';
import type { Filters } from '../rules/lists/asking.ts';
import { isOnTicket } from './colleagues/store.ts';
import { tickets } from './tables.ts';
import { hasTag } from './tags/store.ts';

/** The list's filters as SQL: values are always parameters, never text of the query. */
export function whereOf(ctx: Ctx, filters: Filters): SQL | undefined {
  return and(
    ofStates(filters.state),
    filters.court && inArray(tickets.state, filters.court.flatMap(statesInCourt)),
    filters.school && inArray(tickets.school_id, filters.school),
    ofWhose(ctx, filters.whose),
    filters.category && inArray(tickets.category, filters.category),
    filters.priority && inArray(tickets.priority, filters.priority),
    ofAssignees(ctx, filters.assignee),
    filters.tag && hasTag(ctx, filters.tag),
    filters.opened && gte(tickets.opened_at, startOfDay(ctx)),
    withWords(ctx, filters.q),
  );
}

/** When the desk's day began. */
const startOfDay = ({ now }: Ctx): Date => instantOf(localDate(now, desk_zone), 0, 0, desk_zone);

/** Without a word on states: the open ones. `ended_at` is asked as the partial index has it. */
function ofStates(asked: Filters['state']): SQL | undefined {
  const chosen = asked ?? ['open' as const];
  if (chosen.includes('all')) return undefined;
  const single = chosen.filter((state): state is State => (state_ids as readonly string[]).includes(state));
  return or(
    chosen.includes('open') ? isNull(tickets.ended_at) : undefined,
    chosen.includes('ended') ? inArray(tickets.state, ended_states) : undefined,
    single.length > 0 ? inArray(tickets.state, single) : undefined,
  );
}

function ofAssignees({ who }: Ctx, asked: Filters['assignee']): SQL | undefined {
  if (!asked) return undefined;
  const people = asked
    .filter(value => value !== 'none')
    .map(value => (value === 'me' ? who.person_id : value));
  return or(
    asked.includes('none') ? isNull(tickets.assignee_id) : undefined,
    people.length > 0 ? inArray(tickets.assignee_id, people) : undefined,
  );
}

/** With whom a person has to do: what she asked, what she was put on, or (no condition) all of her school. */
function ofWhose({ who }: Ctx, asked: Filters['whose']): SQL | undefined {
  if (!asked || asked.includes('school')) return undefined;
  return or(
    asked.includes('own') ? eq(tickets.requester_id, who.person_id) : undefined,
    asked.includes('shared') ? isOnTicket(who.person_id) : undefined,
  );
}

/**
 * All words in the subject, or all in one message that this person may read; or the ticket's number itself. Asked
 * ticket by ticket (`exists`), so that a frequent word stops at a full page, and a school's search reads its own rows.
 */
function withWords(ctx: Ctx, typed: string | undefined): SQL | undefined {
  const query = typed === undefined ? undefined : queryOf(typed);
  if (typed === undefined || typed.trim() === '') return undefined;
  if (!query) return sql`false`;
  const holds = (messages: SQL) =>
    sql`exists (select from ${messages} m where m.ticket_number = ${tickets.number} and m.words @@ ${query}::tsquery)`;
  const notes = sql`(select ticket_number, words from notes where taken_back_at is null)`;
  const number = /^\s*#?(\d{1,9})\s*$/.exec(typed)?.[1];
  return or(
    sql`${tickets.words} @@ ${query}::tsquery`,
    holds(sql`replies`),
    readsInside(ctx) ? holds(notes) : undefined,
    number ? eq(tickets.number, Number(number)) : undefined,
  );
}
