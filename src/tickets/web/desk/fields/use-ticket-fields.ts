import { useQuery } from '@tanstack/react-query';
import type { Field } from '#tickets/rules/fields/schemas.ts';
import { shownFields } from '#tickets/rules/fields/filling.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { valuesIn, writtenFrom, type Written } from '../../fields/written.ts';
import { askColleagues } from '../asking.ts';
import { askFields } from './asking.ts';

/** The fields that a ticket has now, what stands in them, and whom they can name. */
export function useTicketFields(ticket: TicketWithMessages) {
  const { data } = useQuery(askFields());
  const fields = data?.items.filter(({ categories }) => categories.includes(ticket.category)) ?? [];
  const held = writtenFrom(ticket.fields);
  const names_people = fields.some(({ kind }) => kind === 'person');
  const others = useQuery({ ...askColleagues(ticket.number), enabled: names_people }).data ?? [];
  return {
    /** All that its category has, shown or not: one may show another. */
    fields,
    shown: shownFields(fields, valuesIn(fields, held), ticket),
    held,
    people: [ticket.requester, ...others],
    today: data?.today ?? '',
  };
}

/** What a correction sends: the fields whose value is another than the ticket's, null for an emptied one. */
export function changedIn(fields: readonly Field[], held: Written, written: Written) {
  const before = valuesIn(fields, held);
  const after = valuesIn(fields, written);
  return Object.fromEntries(
    fields.filter(({ id }) => before[id] !== after[id]).map(({ id }) => [id, after[id] ?? null]),
  );
}
