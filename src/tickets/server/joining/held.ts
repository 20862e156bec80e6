import type { Ctx } from '#accounts/server/acting.ts';
import { notFound, notNow } from '#platform/refusals.ts';
import { goesOn } from '../../rules/joining/may.ts';
import { provinceCalendar } from '#sla/rules/school-days.ts';
import type { Facts } from '../../rules/policy.ts';
import { factsOf } from '../shapes.ts';
import { holdTickets } from '../store.ts';
import type { TicketRow } from '../tables.ts';

/** Two tickets, held in the order of their numbers, whichever is asked for first: so nobody waits in a circle. */
export async function holdBoth(ctx: Ctx, one: number, other: number): Promise<[TicketRow, TicketRow]> {
  const rows = await holdTickets(ctx, [one, other]);
  const found = (number: number) => {
    const row = rows.find(each => each.number === number);
    if (!row) throw notFound();
    return row;
  };
  return [found(one), found(other)];
}

/** S10: a ticket about rights stands alone, since not everybody who sees another may know of it. Refuses not_now. */
export function demandAlone(...tickets: readonly Pick<TicketRow, 'request'>[]): void {
  if (tickets.some(({ request }) => request === 'rights'))
    throw notNow({
      en: 'A ticket about rights stands alone: it is neither linked, merged nor split.',
      fr: 'Un billet de droits reste seul : on ne peut ni le lier, ni le réunir, ni le scinder.',
    });
}

/** What the policy must know; how long an ended one has ended decides nothing here. */
export const ruled = (ctx: Ctx, ticket: TicketRow): Facts =>
  factsOf(ticket, provinceCalendar(ctx.who.zone), ctx.now);

/** The refusal of a merged ticket: where it goes on. */
export const goneOn = ({ goes_on_in = null }: Pick<Facts, 'goes_on_in'>) =>
  notNow(goesOn(goes_on_in), goes_on_in === null ? {} : { goes_on_in });
