import { z } from 'zod';
import { keepersOfSchools, keepsPeople, signedIn } from '#accounts/rules/policy.ts';
import { route, type Ctx } from '#accounts/server/acting.ts';
import { notFound } from '#platform/refusals.ts';
import { id } from '#platform/schemas.ts';
import { AnsweringHandover, Proposing } from '../../rules/handover.ts';
import { PeopleOfSchool } from '../../rules/people.ts';
import { mayPropose, mayReceive } from '../../rules/people-policy.ts';
import { Answering, StartingReviews } from '../../rules/review.ts';
import { Contact, ContactChange, NewContact } from '../../rules/school.ts';
import { answeredByChange, answerReview, reviewOf } from '../reviews/reviews.ts';
import { startReviews } from '../reviews/starting.ts';
import { selectSchool } from '../store.ts';
import { answerHandover, handoverOf, proposeHandover } from './handovers.ts';
import { addContact, changeContact, contactsOf } from './people.ts';

const Path = z.object({ id: id() });

/** A school's people with what is under way among them. Refuses with not_found. */
async function peopleOfSchool(ctx: Ctx, school_id: number): Promise<PeopleOfSchool> {
  const school = await selectSchool(ctx, school_id);
  if (!school) throw notFound();
  const items = await contactsOf(ctx, school_id);
  return {
    items,
    handover: await handoverOf(ctx, school_id),
    review: await reviewOf(ctx, school_id, school.zone),
    can: {
      add: keepsPeople(ctx.who),
      propose: mayPropose(ctx.who, items),
      hand_over: keepersOfSchools(ctx.who) && items.some(mayReceive),
    },
  };
}

export const peopleRoutes = [
  route({
    method: 'GET',
    path: '/api/schools/:id/people',
    says: 'The people of a school, and what is under way among them: a hand-over, the access review',
    may: signedIn,
    door: 'sign_in',
    params: Path,
    answer: PeopleOfSchool,
    deed: (ctx, { params }) => peopleOfSchool(ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/schools/:id/people',
    says: 'Add a person to a school',
    may: keepsPeople,
    door: 'sign_in',
    params: Path,
    body: NewContact,
    answer: Contact,
    status: 201,
    deed: (ctx, { params, body }) => addContact(ctx, params.id, body),
  }),
  route({
    method: 'PATCH',
    path: '/api/schools/:id/people/:person',
    says: 'Change a person of a school: name, roles, how she is reached, whether she has left',
    may: keepsPeople,
    door: 'sign_in',
    params: Path.extend({ person: id() }),
    body: ContactChange,
    answer: Contact,
    deed: async (ctx, { params, body }) => {
      const changed = await changeContact(ctx, params, body);
      await answeredByChange(ctx, params.id, params.person, changed.left);
      return changed;
    },
  }),
  route({
    method: 'POST',
    path: '/api/schools/:id/handovers',
    says: 'Propose another security contact; the desk hands over at once, with a reason',
    may: keepsPeople,
    door: 'sign_in',
    params: Path,
    body: Proposing,
    answer: PeopleOfSchool,
    deed: async (ctx, { params, body }) => {
      await proposeHandover(ctx, params.id, body);
      return peopleOfSchool(ctx, params.id);
    },
  }),
  route({
    method: 'POST',
    path: '/api/schools/:id/handovers/:handover/answer',
    says: 'Accept, decline or withdraw a hand-over',
    may: signedIn,
    door: 'sign_in',
    params: Path.extend({ handover: id() }),
    body: AnsweringHandover,
    answer: PeopleOfSchool,
    deed: async (ctx, { params, body }) => {
      await answerHandover(ctx, params, body.answer);
      return peopleOfSchool(ctx, params.id);
    },
  }),
  route({
    method: 'POST',
    path: '/api/schools/:id/reviews/:review/answers',
    says: 'Confirm in the access review that a person stays, or that she is gone',
    may: keepsPeople,
    door: 'sign_in',
    params: Path.extend({ review: id() }),
    body: Answering,
    answer: PeopleOfSchool,
    deed: async (ctx, { params, body }) => {
      await answerReview(ctx, params, body);
      return peopleOfSchool(ctx, params.id);
    },
  }),
  route({
    method: 'POST',
    path: '/api/reviews',
    says: 'Begin an access review at schools, beside that of September',
    may: keepersOfSchools,
    body: StartingReviews,
    answer: z.object({ begun: z.number().int() }),
    deed: async (ctx, { body }) => ({ begun: await startReviews(ctx, body.schools) }),
  }),
];
