import type { Ctx } from '#accounts/server/acting.ts';
import { notFound, notValid } from '#platform/refusals.ts';
import { isOpen } from '../../rules/lifecycle.ts';
import type { Channel } from '../../rules/opening/channels.ts';
import type { Opening } from '../../rules/ticket.ts';
import { contactOf, nameOf } from '../people.ts';
import { insertNote, insertReply } from '../store.ts';
import { tellDeed } from '../telling.ts';
import { selectTicket, type SeenTicket } from '../views.ts';
import { inside_follows } from './tables.ts';

/** For whom a ticket is opened, how that came, and who may ever see it. */
interface OpenedFor {
  school_id: number;
  requester_id: number;
  inside: boolean;
  follows: number | null;
  channel: Channel;
  caller: string | null;
  call_back: string | null;
}

/** One's own school and oneself, or (desk) the school and the person that are named; inside, the iGroup itself asks. */
export async function openedFor(
  ctx: Ctx,
  opening: Opening,
  through: 'gate' | 'emergency',
): Promise<OpenedFor & { goes_on: number | null }> {
  const school_id = schoolOf(ctx, opening);
  const inside = ctx.who.side === 'desk' && opening.inside === true;
  const requester_id = inside ? ctx.who.person_id : await requesterOf(ctx, school_id, opening);
  const followed = await followedOf(ctx, { school_id, inside }, opening);
  const hides = followed?.inside === true && !inside;
  return {
    school_id,
    requester_id,
    inside,
    follows: hides ? null : (followed?.number ?? null),
    goes_on: hides ? followed.number : null,
    ...cameOf(ctx, inside, opening),
    ...(through === 'emergency' && { channel: 'web' as const }),
  };
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

const cameOf = ({ who }: Ctx, inside: boolean, { channel, caller, call_back }: Opening) =>
  who.side === 'school' || inside
    ? { channel: 'web' as const, caller: null, call_back: null }
    : { channel: channel ?? ('phone' as const), caller: caller ?? null, call_back: call_back ?? null };

async function followedOf(
  ctx: Ctx,
  ticket: { school_id: number; inside: boolean },
  { follows }: Opening,
): Promise<SeenTicket | undefined> {
  if (follows === undefined) return undefined;
  const followed = await selectTicket(ctx, Number(follows));
  if (!followed || followed.school_id !== ticket.school_id) throw notFound();
  if (isOpen(followed.state) && !followed.inside && !ticket.inside)
    throw notValid('follows', {
      en: 'That ticket is still open: write there.',
      fr: 'Ce billet est encore ouvert : écrivez-y.',
    });
  return followed;
}

type Opened = OpenedFor & { number: number; goes_on: number | null };

/**
 * The first words of a ticket: what the school reads, and what only the iGroup does. Refuses not_valid when there is
 * neither; a school always says what it is about.
 */
export async function writeOpening(ctx: Ctx, ticket: Opened, opening: Opening): Promise<void> {
  const note = ctx.who.side === 'desk' ? opening.note : undefined;
  const { description, files } = opening;
  if (description === undefined && note === undefined)
    throw notValid('description', {
      en: 'Say what it is about.',
      fr: 'Dites de quoi il s’agit.',
    });
  const first = ticket.inside ? insertNote : insertReply;
  if (description !== undefined) await first(ctx, ticket, { text: description, files });
  if (note !== undefined)
    await insertNote(ctx, ticket, { text: note, files: description === undefined ? files : undefined });
  if (ticket.goes_on !== null)
    await ctx.db.insert(inside_follows).values({ number: ticket.number, inside_number: ticket.goes_on });
}

/** Tells that it was opened, and for whom; what it goes on from tells it too when that is inside. */
export async function tellOpened(ctx: Ctx, ticket: Opened, facts: Record<string, string>): Promise<void> {
  const { number, school_id, follows, goes_on, channel, caller, call_back } = ticket;
  const for_another = ticket.requester_id !== ctx.who.person_id;
  if (goes_on !== null)
    await tellDeed(
      ctx,
      { number: goes_on, school_id, inside: true },
      { kind: 'continued', audience: 'desk', facts: { ticket: number } },
    );
  await tellDeed(ctx, ticket, {
    kind: for_another ? 'opened_for' : 'opened',
    audience: 'school',
    facts: {
      ...facts,
      follows,
      ...(for_another && { person: await nameOf(ctx, ticket.requester_id), channel, caller }),
    },
    inside: {
      ...(call_back !== null && { call_back }),
      ...(goes_on !== null && { follows: goes_on }),
    },
  });
}
