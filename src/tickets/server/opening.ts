import type { Ctx } from '#accounts/server/acting.ts';
import { notFound, notValid } from '#platform/refusals.ts';
import { isOpen } from '../rules/lifecycle.ts';
import type { Opening } from '../rules/ticket.ts';
import { contactOf } from './people.ts';
import { selectTicket } from './views.ts';

interface OpenedFor {
  school_id: number;
  requester_id: number;
  follows: number | null;
}

/** For which school and whom a ticket is opened: one's own, or (desk) the school and the person that are named. */
export async function openedFor(ctx: Ctx, opening: Opening): Promise<OpenedFor> {
  const school_id = schoolOf(ctx, opening);
  const requester_id = await requesterOf(ctx, school_id, opening);
  return { school_id, requester_id, follows: await followedOf(ctx, school_id, opening) };
}

function schoolOf({ who, code_wall }: Ctx, { school }: Opening): number {
  if (who.side === 'desk') {
    if (school === undefined)
      throw notValid('school', {
        en: 'Say which school the ticket is for.',
        fr: 'Indiquez l’école concernée.',
      });
    return Number(school);
  }
  if (school === undefined) return who.school_id;
  if (Number(school) !== who.school_id && code_wall) throw notFound();
  return Number(school);
}

async function requesterOf(ctx: Ctx, school_id: number, { requester }: Opening): Promise<number> {
  if (ctx.who.side === 'school') return ctx.who.person_id;
  const contact = await contactOf(ctx, school_id, requester === undefined ? undefined : Number(requester));
  if (contact === undefined)
    throw notValid(requester === undefined ? 'school' : 'requester', {
      en: 'There is no such person at this school.',
      fr: 'Cette personne n’est pas de cette école.',
    });
  return contact;
}

async function followedOf(ctx: Ctx, school_id: number, { follows }: Opening): Promise<number | null> {
  if (follows === undefined) return null;
  const followed = await selectTicket(ctx, Number(follows));
  if (!followed || followed.school_id !== school_id) throw notFound();
  if (isOpen(followed.state))
    throw notValid('follows', {
      en: 'That ticket is still open: write there.',
      fr: 'Ce billet est encore ouvert : écrivez-y.',
    });
  return followed.number;
}
