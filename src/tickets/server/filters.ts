import { and, eq, inArray, isNull, lt, not, or, sql, type SQL } from 'drizzle-orm';
import { team_people, teams } from '#accounts/server/accounts.ts';
import { readsInside, type Ctx } from '#accounts/server/acting.ts';
import { ended_states, state_ids, statesInCourt, type State } from '../rules/lifecycle.ts';
import { queryOf } from '#platform/text/fold.ts';
import { localDate } from '#sla/rules/zones.ts';
import { askedFields } from '../rules/fields/asked.ts';
import type { Filters } from '../rules/lists/asking.ts';
import { isOnTicket } from './colleagues/store.ts';
import { holdingAll } from './fields/finding.ts';
import { followedBy } from './followers/store.ts';
import { asleepFor } from './snoozes/store.ts';
import { joinedHolds } from './joining/shown.ts';
import { ofDue } from './clocks/filters.ts';
import { answeredWithin, ofAge, openedOn, resolvedOn } from './measures/filters.ts';
import { tickets } from './tables.ts';
import { hasTag } from './tags/store.ts';
import { wordsIn, type WordsIn } from './words.ts';

const askedOf = ({ now, who }: Ctx, asked: readonly string[]) => askedFields(asked, localDate(now, who.zone));

/** The list's filters as SQL: values are always parameters, never text of the query. */
export function whereOf(ctx: Ctx, filters: Filters, words = wordsIn(ctx)): SQL | undefined {
  return and(
    ofStates(filters.state),
    filters.court && inArray(tickets.state, filters.court.flatMap(statesInCourt)),
    filters.school && inArray(tickets.school_id, filters.school),
    ofWhose(ctx, filters.whose),
    filters.category && inArray(tickets.category, filters.category),
    filters.priority && inArray(tickets.priority, filters.priority),
    ofAssignees(ctx, filters.assignee),
    filters.tag && hasTag(ctx, filters.tag),
    ofTeams(ctx, filters.team),
    ofInside(filters.inside),
    ofRequest(filters.request),
    ofRequestState(ctx, filters.request_state),
    filters.field && holdingAll(ctx, askedOf(ctx, filters.field), sql`${tickets.number}`),
    ofSnoozed(ctx, filters.snoozed),
    ofFollowed(ctx, filters.followed),
    ofAge(ctx, filters.age),
    openedOn(ctx, filters.opened),
    resolvedOn(ctx, filters.resolved),
    answeredWithin(filters.first_answer),
    ofDue(ctx, filters.due),
    withWords(ctx, filters.q, words),
  );
}

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

const ofInside = (asked: Filters['inside']): SQL | undefined =>
  asked &&
  inArray(
    tickets.inside,
    asked.map(value => value === 'yes'),
  );

const ofRequest = (asked: Filters['request']): SQL | undefined =>
  asked &&
  or(
    asked.includes('none') ? isNull(tickets.request) : undefined,
    inArray(
      tickets.request,
      asked.filter(value => value !== 'none'),
    ),
  );

/** Days are those of the reader's zone, as everywhere in the list. */
const ofRequestState = ({ now, who }: Ctx, asked: Filters['request_state']): SQL | undefined =>
  asked &&
  or(
    asked.includes('undecided') ? eq(tickets.request_waits, 'decision') : undefined,
    asked.includes('late')
      ? and(
          inArray(tickets.request_waits, ['decision', 'doing']),
          lt(tickets.request_due, localDate(now, who.zone)),
        )
      : undefined,
  );

/** A school knows of no team, so that it finds nothing by one. Tickets of a removed team are of none. */
function ofTeams(ctx: Ctx, asked: Filters['team']): SQL | undefined {
  if (!asked) return undefined;
  if (!readsInside(ctx)) return sql`false`;
  const ids = asked.filter(value => typeof value === 'number');
  const standing = sql`select ${teams.id} from ${teams} where ${teams.removed_at} is null`;
  const mine = sql`select ${team_people.team_id} from ${team_people} where ${team_people.person_id} = ${ctx.who.person_id}`;
  return or(
    asked.includes('none')
      ? sql`(${tickets.team_id} is null or ${tickets.team_id} not in (${standing}))`
      : undefined,
    asked.includes('mine')
      ? sql`(${tickets.team_id} in (${mine}) and ${tickets.team_id} in (${standing}))`
      : undefined,
    ids.length > 0 ? inArray(tickets.team_id, ids) : undefined,
  );
}

/** A school has put nothing away, and follows nothing as the iGroup does. */
function ofSnoozed({ who }: Ctx, asked: Filters['snoozed']): SQL | undefined {
  if (!asked || (asked.includes('me') && asked.includes('none'))) return undefined;
  if (who.side !== 'desk') return asked.includes('me') ? sql`false` : undefined;
  const asleep = asleepFor(who.person_id);
  return asked.includes('me') ? asleep : not(asleep);
}

function ofFollowed({ who }: Ctx, asked: Filters['followed']): SQL | undefined {
  if (!asked) return undefined;
  return who.side === 'desk' ? followedBy(who.person_id, sql`${tickets.number}`) : sql`false`;
}

/** With the school's own technician; as the partial index has it. */
const isPassed = sql`(${tickets.passed_to} is not null and ${tickets.state} = 'waiting_school')`;

/** With whom a person has to do: what she asked, what she was put on, or (no condition) all of her school. */
function ofWhose({ who }: Ctx, asked: Filters['whose']): SQL | undefined {
  if (!asked || asked.includes('school')) return undefined;
  return or(
    asked.includes('own') ? eq(tickets.requester_id, who.person_id) : undefined,
    asked.includes('shared') ? isOnTicket(who.person_id) : undefined,
    asked.includes('passed') ? isPassed : undefined,
  );
}

/**
 * All words in the subject, in one message that it shows or in the custom fields, as far as this person may read them;
 * or the ticket's number itself. Each is asked by ticket (`exists`), so that a school's search reads its own rows.
 */
function withWords(ctx: Ctx, typed: string | undefined, words_in: WordsIn): SQL | undefined {
  const query = typed === undefined ? undefined : queryOf(typed);
  if (typed === undefined || typed.trim() === '') return undefined;
  if (!query) return sql`false`;
  const { subjects, replies, notes, fields } = words_in;
  const words = sql`m.words @@ ${query}::tsquery`;
  const holds = (those: SQL) =>
    sql`exists (select from ${those} m where m.ticket_number = ${tickets.number} and ${words})`;
  const number = /^\s*#?(\d{1,9})\s*$/.exec(typed)?.[1];
  return or(
    sql`exists (select from ${subjects} m where m.number = ${tickets.number} and ${words})`,
    holds(replies),
    joinedHolds(sql`${tickets.number}`, 'reply', words),
    readsInside(ctx) ? holds(notes) : undefined,
    holds(fields),
    readsInside(ctx) ? joinedHolds(sql`${tickets.number}`, 'note', words) : undefined,
    number ? eq(tickets.number, Number(number)) : undefined,
  );
}
