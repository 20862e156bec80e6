import type { z } from 'zod';
import { changePerson } from '#accounts/server/accounts.ts';
import { seenBy, type Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import { notAllowed, notFound, notNow, notValid } from '#platform/refusals.ts';
import { moment } from '#sla/rules/moments.ts';
import { handover_days, type Handover, type HandoverAnswer, type Proposing } from '../../rules/handover.ts';
import { mayPropose, mayReceive, withoutSecurity, type Named } from '../../rules/people-policy.ts';
import { holdOf, namedOf } from './people.ts';
import { endExpired, endHandover, insertHandover, selectHandover, type HandoverRow } from './store.ts';

/** The role of security contact goes to somebody else: both agree, or the desk does it and says why (S10). */

const day_ms = 86_400_000;

/** The proposal under way at a school, with what the reader may do with it. */
export async function handoverOf(ctx: Ctx, school_id: number): Promise<Handover | null> {
  const row = await selectHandover(ctx, school_id);
  return row ? shown(ctx, row) : null;
}

/**
 * A school's security contact proposes another; the desk hands over at once, with a reason. Refuses with not_found;
 * not_allowed for anybody else; not_valid for who cannot have the role; not_now while one is under way.
 */
export async function proposeHandover(
  ctx: Ctx,
  school_id: number,
  { to, reason }: z.output<typeof Proposing>,
): Promise<void> {
  const people = (await holdOf(ctx, school_id)).map(namedOf);
  const receiver = people.find(({ id }) => id === to);
  if (!receiver || !mayReceive(receiver)) throw notValid('to', not_to_her);
  if (ctx.who.side === 'desk') return handOver(ctx, { school_id, people, receiver, reason });
  if (!mayPropose(ctx.who, people)) throw notAllowed(not_yours);
  if (receiver.id === ctx.who.person_id) throw notValid('to', not_to_her);
  await endExpired(ctx, school_id);
  if (await selectHandover(ctx, school_id)) throw notNow(one_at_a_time);
  const proposed_by = ctx.who.person_id;
  await insertHandover(ctx, {
    ...{ school_id, to_id: to, proposed_by },
    from_id: ctx.who.roles.includes('security_contact') ? proposed_by : null,
    proposed_at: ctx.now,
    expires_at: new Date(ctx.now.getTime() + handover_days * day_ms),
  });
  await tell(ctx, 'handover_proposed', { school_id, person: to });
}

interface ByDesk {
  school_id: number;
  people: readonly Named[];
  receiver: Named;
  reason: string | undefined;
}

/** The desk's: everybody who has the role loses it, whoever gets it is told of by the story. */
async function handOver(ctx: Ctx, { school_id, people, receiver, reason }: ByDesk): Promise<void> {
  if (!reason) throw notValid('reason', say_why);
  const under_way = await selectHandover(ctx, school_id);
  if (under_way) await endHandover(ctx, under_way.id, 'withdrawn');
  const losing = people.filter(({ roles }) => roles.includes('security_contact'));
  for (const from of losing) await passOn(ctx, school_id, from, withoutSecurity(from.roles));
  await passOn(ctx, school_id, receiver, [...receiver.roles, 'security_contact']);
  await tell(ctx, 'handed_over', { school_id, person: receiver.id, reason });
}

/**
 * The receiver accepts or declines, whoever proposed it withdraws. Refuses with not_found what is not under way or not
 * hers; not_now when one of the two has left meanwhile.
 */
export async function answerHandover(
  ctx: Ctx,
  { id: school_id, handover }: { id: number; handover: number },
  answer: HandoverAnswer,
): Promise<void> {
  const people = (await holdOf(ctx, school_id)).map(namedOf);
  const row = await selectHandover(ctx, school_id);
  if (row?.id !== handover) throw notFound();
  const { can } = shown(ctx, row);
  if (!(answer === 'withdraw' ? can.withdraw : can.answer)) throw notFound();
  const ended_as = ({ accept: 'accepted', decline: 'declined', withdraw: 'withdrawn' } as const)[answer];
  await endHandover(ctx, handover, ended_as);
  if (answer === 'accept') await accept(ctx, row, people);
  await tell(ctx, `handover_${ended_as}`, { school_id, person: row.to.id });
}

async function accept(ctx: Ctx, row: HandoverRow, people: readonly Named[]): Promise<void> {
  const receiver = people.find(({ id }) => id === row.to.id)!;
  const giver = people.find(({ id }) => id === row.proposed_by.id)!;
  const stands = row.from ? giver.roles.includes('security_contact') : mayStillGive(giver, people);
  if (giver.left || !stands || !mayReceive(receiver)) throw notNow(no_longer);
  if (row.from) await passOn(ctx, row.school_id, giver, withoutSecurity(giver.roles));
  await passOn(ctx, row.school_id, receiver, [...receiver.roles, 'security_contact']);
}

const mayStillGive = (giver: Named, people: readonly Named[]): boolean =>
  giver.roles.includes('lead') &&
  !people.some(({ left, roles }) => !left && roles.includes('security_contact'));

const passOn = (ctx: Ctx, school_id: number, { id }: Named, roles: Named['roles']) =>
  changePerson(ctx, { id, school_id }, { roles });

const tell = (
  ctx: Ctx,
  kind: string,
  { school_id, ...facts }: { school_id: number; person: number; reason?: string },
) => recordDeed(ctx, { kind, audience: 'school', school_id, facts });

function shown(ctx: Ctx, row: HandoverRow): Handover {
  const { who } = ctx;
  const at = (instant: Date) => moment(instant, seenBy(ctx));
  const { id, from, to, proposed_by, proposed_at, expires_at } = row;
  return {
    ...{ id, from, to, proposed_by },
    proposed: at(proposed_at),
    expires: at(expires_at),
    can: { answer: to.id === who.person_id, withdraw: proposed_by.id === who.person_id },
  };
}

const not_to_her = {
  en: 'Choose somebody of the school who is there and does not have the role.',
  fr: 'Choisissez une personne de l’école qui y est et qui n’a pas ce rôle.',
};
const not_yours = {
  en: 'Only the school’s security contact hands over this role.',
  fr: 'Seule la personne responsable de la sécurité de l’école transmet ce rôle.',
};
const one_at_a_time = {
  en: 'A hand-over is under way already. Withdraw it first.',
  fr: 'Une transmission est déjà en cours. Retirez-la d’abord.',
};
const say_why = {
  en: 'Say why the desk does it: it stands in the school’s history.',
  fr: 'Dites pourquoi le centre d’aide le fait : c’est noté dans l’histoire de l’école.',
};
const no_longer = {
  en: 'One of the two has left or has another role now. Propose it again.',
  fr: 'L’une des deux personnes est partie ou a changé de rôle. Proposez-le de nouveau.',
};
