import { doors, type Door } from '#accounts/rules/doors.ts';
import type { Person } from '#accounts/rules/who.ts';
import type { Ctx } from '#accounts/server/acting.ts';
import { notAllowed, notFound, Refusal } from '#platform/refusals.ts';
import type { Words } from '#platform/schemas.ts';
import { localDate } from '#sla/rules/zones.ts';
import { facts, gateFor, opensTo, standingOf, suppliers, type Fact, type Role } from '../../rules/gate.ts';
import type { GatePage, SchoolGate } from '../../rules/gate-page.ts';
import { fact_words, messageOf, openingWords, standingWords } from '../../rules/gate-words.ts';
import { standingOn, type Standing } from '../../rules/standing.ts';
import { selectStanding, selectSuppliers } from './store.ts';

/** The gate at work: what it answers, and its refusals. */

/** Why a door is shut to a person; a route without a door is ordinary work. Of the desk, nobody is stopped here. */
export function shut(who: Person, door: string = 'ordinary_work'): Refusal | undefined {
  if (opensTo(who, door as Door)) return undefined;
  const standing = who.side === 'school' ? standingOf(who) : undefined;
  const sentence = standing && messageOf(standing, { stage1: null, training: null });
  return new Refusal('not_allowed', sentence ?? not_yours, { gate: door });
}

/** The gate page of a person: her own school's facts, and who can supply what is missing. */
export async function gatePage(ctx: Ctx): Promise<GatePage> {
  const { who, lang } = ctx;
  if (who.side !== 'school') throw notFound();
  const standing = standingOf(who);
  const planned = (await selectStanding(ctx, who.school_id))?.planned_for ?? null;
  const { stage1_from } = who.since;
  const stage1 = stage1_from ?? (planned !== null && planned > who.today ? planned : null);
  const missing = facts.filter(
    fact => !gateFor(standing, who.roles, 'ordinary_work').open && lacks(standing, fact),
  );
  const people = missing.length > 0 ? await selectSuppliers(ctx, who.school_id) : [];
  return {
    standing,
    open: doors.filter(door => opensTo(who, door)),
    message: messageOf(standing, { stage1, training: null })?.[lang] ?? null,
    missing: missing.map(fact => ({
      fact,
      words: fact_words[fact][lang],
      by: people
        .filter(({ roles }) => supplies(roles, fact))
        .map(({ name, school_id }) => ({
          name,
          role: supplier_roles[school_id === null ? 'coordinator' : 'lead'][lang],
          at_desk: school_id === null,
        })),
    })),
  };
}

const lacks = ({ suspended, ...standing }: Standing, fact: Fact): boolean =>
  fact === 'not_suspended' ? suspended : !standing[fact];

const supplies = (roles: readonly Role[], fact: Fact) => suppliers[fact].some(role => roles.includes(role));

const supplier_roles: Record<'lead' | 'coordinator', Words> = {
  lead: { en: 'lead of your school', fr: 'direction de votre école' },
  coordinator: { en: 'coordinator at the desk', fr: 'coordination du centre d’aide' },
};

/** How a school stands for the desk, and which doors are open to who asks. Refuses not_found. */
export async function schoolGate(ctx: Ctx, school_id: number): Promise<SchoolGate> {
  const standing = await standingOfSchool(ctx, school_id);
  return {
    standing,
    words: standingWords(standing)[ctx.lang],
    opening: openingWords(standing)?.[ctx.lang] ?? null,
    open: doors.filter(door => gateFor(standing, ctx.who.roles, door).open),
  };
}

/** How a school stands now, on this day of its own zone. Refuses not_found. */
async function standingOfSchool(ctx: Ctx, school_id: number): Promise<Standing> {
  const row = await selectStanding(ctx, school_id);
  if (!row) throw notFound();
  return standingOn(localDate(ctx.now, row.zone), row);
}

/** Refuses what the gate does not open to this person for that school; answers how it stands. */
export async function demandDoor(ctx: Ctx, school_id: number, door: Door): Promise<Standing> {
  const standing = await standingOfSchool(ctx, school_id);
  const verdict = gateFor(standing, ctx.who.roles, door);
  if (verdict.open) return standing;
  const sentence =
    door === 'propose_level2'
      ? no_level2
      : verdict.missing.length > 0
        ? withStanding(openingWords(standing) ?? not_yours, standing)
        : not_yours;
  throw ctx.who.side === 'school'
    ? (shut(ctx.who, door) ?? notAllowed(sentence))
    : new Refusal('not_allowed', sentence, { gate: door });
}

const withStanding = (words: Words, standing: Standing): Words => {
  const stands = standingWords(standing);
  return {
    en: `How the school stands: ${stands.en.toLowerCase()}. ${words.en}`,
    fr: `Situation de l’école : ${stands.fr.toLowerCase()}. ${words.fr}`,
  };
};

const not_yours: Words = {
  en: 'This is not for your role.',
  fr: 'Ceci ne relève pas de votre rôle.',
};
const no_level2: Words = {
  en: 'Support begins with Stage 1: until then nothing of this school goes to Level 2.',
  fr: 'Le soutien commence à l’étape 1 : d’ici là, rien de cette école ne va au niveau 2.',
};
