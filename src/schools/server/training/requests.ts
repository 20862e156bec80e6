import { asSoftware, seenBy, type Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import { notAllowed, notFound, notNow } from '#platform/refusals.ts';
import { mayAskFor } from '../../rules/training/policy.ts';
import type { NextTrainings } from '../../rules/training/training.ts';
import { cancelled } from './places.ts';
import { sessionsOf, trainedWords } from './shapes.ts';
import { beginningOf, contactsAmong, placesAmong, putPlaces } from './store.ts';
import { ownPeople, trainingRows } from './views.ts';

/** What a school sees of trainings, also behind a gate: the next dates, free places, a place asked for. */

/** The trainings that are to come, the next one first. Of other schools a reader learns how many places are free, and no more. */
export async function nextTrainings(ctx: Ctx): Promise<NextTrainings> {
  const rows = await asSoftware(ctx, 'free places', ({ db }) => trainingRows({ db }, { after: ctx.now }));
  const own = ctx.who.side === 'school' ? await ownPeople(ctx, ctx.who.school_id) : [];
  const asks = (person: number) => mayAskFor(ctx.who, person);
  return {
    items: rows.map(row => ({
      ...{ id: row.id, course: row.course, place: row.place, link: row.link },
      sessions: sessionsOf(ctx, row),
      free: Math.max(0, row.capacity - row.taken),
      mine: own.flatMap(({ id, name, places }) =>
        places
          .filter(({ training_id, state }) => training_id === row.id && state !== 'given_up')
          .map(({ state }) => ({
            ...{ id, name, state },
            can: { take_back: state === 'asked' && asks(id) },
          })),
      ),
    })),
    people: own
      .filter(({ id }) => asks(id))
      .map(({ id, name, ...known }) => ({ id, name, trained: trainedWords(known, id, seenBy(ctx)) })),
  };
}

/**
 * Asks for places for people of one's school; who has asked or has one already is left as she is. Refuses with
 * not_found; not_allowed for somebody else without being lead or security contact; not_now when it has begun.
 */
export async function requestPlaces(ctx: Ctx, id: number, people: readonly number[]): Promise<NextTrainings> {
  const contacts = await askable(ctx, id, people);
  const before = await placesAmong(ctx, id, people);
  const stands = new Set(
    before.filter(({ state }) => state === 'asked' || state === 'booked').map(each => each.person_id),
  );
  const asking = contacts.filter(contact => !stands.has(contact.id) && !contact.left_at);
  if (asking.length > 0) {
    const rows = asking.map(contact => ({ person_id: contact.id, school_id: contact.school_id }));
    await putPlaces(ctx, id, rows, 'asked');
    await tell(ctx, 'place_asked', id, rows);
  }
  return nextTrainings(ctx);
}

/** Takes a request back. Refuses as `requestPlaces` does, and not_now when the place is booked. */
export async function takeBackRequest(
  ctx: Ctx,
  { id, person }: { id: number; person: number },
): Promise<NextTrainings> {
  await askable(ctx, id, [person]);
  const [place] = await placesAmong(ctx, id, [person]);
  if (place?.state === 'booked') throw notNow(booked);
  if (place?.state === 'asked') {
    const rows = [{ person_id: person, school_id: place.school_id }];
    await putPlaces(ctx, id, rows, 'given_up');
    await tell(ctx, 'place_given_up', id, rows);
  }
  return nextTrainings(ctx);
}

async function askable(ctx: Ctx, id: number, people: readonly number[]) {
  const training = await beginningOf(ctx, id);
  const contacts = await contactsAmong(ctx, people);
  if (!training || contacts.length < new Set(people).size) throw notFound();
  if (ctx.code_wall && !people.every(person => mayAskFor(ctx.who, person))) throw notAllowed(forOthers);
  if (training.cancelled_at) throw notNow(cancelled);
  if (training.begins <= ctx.now) throw notNow(begun);
  return contacts;
}

const tell = (
  ctx: Ctx,
  kind: string,
  training: number,
  rows: readonly { person_id: number; school_id: number }[],
) =>
  recordDeed(
    ctx,
    ...rows.map(({ person_id, school_id }) => ({
      kind,
      audience: 'school' as const,
      school_id,
      facts: { training, person: person_id },
    })),
  );

const forOthers = {
  en: 'You can ask for yourself. For others the lead or the security contact of the school asks.',
  fr: 'Vous pouvez demander pour vous. Pour les autres, la direction ou la personne responsable de la sécurité demande.',
};
const begun = {
  en: 'This training has begun already. Choose the next one.',
  fr: 'Cette formation a déjà commencé. Choisissez la suivante.',
};
const booked = {
  en: 'The place is booked. Ask the iGroup to give it to somebody else.',
  fr: 'La place est réservée. Demandez à l’iGroup de la donner à quelqu’un d’autre.',
};
