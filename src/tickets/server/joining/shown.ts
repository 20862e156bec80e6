import { sql, type SQL } from 'drizzle-orm';

/**
 * Which messages a ticket shows. None ever moves: a merged ticket's are shown with those of the one that it goes on
 * in, and a split's on the other ticket, by their true times and authors.
 */

export type MessageKind = 'reply' | 'note';

const tables = { reply: sql`replies`, note: sql`notes` };
const ids = { reply: sql`s.reply_id`, note: sql`s.note_id` };

/** A ticket and those merged into it. As a query of its own it is asked once, not for each row. */
export const familyOf = (number: number): SQL => sql`(select merged_family(${number}::integer))::integer[]`;

/** Where the newest split that holds message `m` has it; null where none does. */
const splitTo = (kind: MessageKind) => sql`(
  select j.to_number from joined_messages s join joinings j on j.id = s.joining_id
  where ${ids[kind]} = m.id and j.undone_at is null order by j.id desc limit 1)`;

/** The ids that splits have brought to a ticket or away from it. */
const splitHere = (kind: MessageKind, number: number) => sql`array(
  select ${ids[kind]} from joinings j join joined_messages s on s.joining_id = j.id
  where j.kind = 'split' and j.undone_at is null
    and (j.to_number = any(${familyOf(number)}) or j.from_number = any(${familyOf(number)})))`;

/** The rows of one kind that a ticket shows, each with where it was written and where it went on. */
export const messagesShown = (kind: MessageKind, number: number): SQL => sql`
  select m.*, nullif(m.ticket_number, ${number}::integer) as origin,
    case when m.place = any(${familyOf(number)}) then null else m.place end as went_on
  from (
    select m.*, coalesce(${splitTo(kind)}, m.ticket_number) as place from ${tables[kind]} m
    where (m.ticket_number = any(${familyOf(number)}) or m.id = any(${splitHere(kind, number)}))
      ${kind === 'note' ? sql`and m.taken_back_at is null` : sql``}
  ) m`;

/** The newest id of one kind that a ticket shows, null where it shows none. */
export const newestShown = (kind: MessageKind, number: number): SQL => sql`(
  select max(m.id) from ${tables[kind]} m
  where m.ticket_number = any(${familyOf(number)}) or m.id = any(${splitHere(kind, number)}))`;

/** Of a query on tickets: whether one that `holds` its words is joined to it (messages as `m`, of `ticket`). */
export const joinedHolds = (ticket: SQL, kind: MessageKind, words: SQL): SQL => sql`
  exists (select from joinings j where j.to_number = ${ticket} and j.undone_at is null and (
    (j.kind = 'merged' and exists (select from ${tables[kind]} m
      where m.ticket_number = any(merged_family(j.from_number)) and ${words}
        ${kind === 'note' ? sql`and m.taken_back_at is null` : sql``}))
    or (j.kind = 'split' and exists (select from joined_messages s join ${tables[kind]} m on m.id = ${ids[kind]}
      where s.joining_id = j.id and ${words} ${kind === 'note' ? sql`and m.taken_back_at is null` : sql``}))))`;
