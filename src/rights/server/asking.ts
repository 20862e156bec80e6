import type { z } from 'zod';
import type { Ctx } from '#accounts/server/acting.ts';
import { notAllowed, notFound, notNow, notValid } from '#platform/refusals.ts';
import { localDate } from '#sla/rules/zones.ts';
import { requestStands } from '#tickets/server/requested.ts';
import { openTicket } from '#tickets/server/tickets.ts';
import { wrongDays } from '../rules/days.ts';
import { touchesMore } from '../rules/kinds.ts';
import { waitsFor, type Action } from '../rules/life.ts';
import { asksForSchool, mayAsk, not_asker } from '../rules/policy.ts';
import type { Asking, RightsRequest } from '../rules/request.ts';
import { subjectOf } from '../rules/words.ts';
import { refuseWrong } from './refused.ts';
import { requestOf } from './requests.ts';
import { hasUnderWay, insertRequest, nameOf, personAt, selectRight, zoneOf } from './store.ts';
import type { RightRow } from './tables.ts';

type Asked = z.output<typeof Asking>;

/** Who holds it and what it opens, as both tables keep it. */
interface What {
  person_id: number | null;
  holder_name: string | null;
  holder_job: string | null;
  kind: NonNullable<Asked['kind']>;
  words: string | null;
  at_schools: string | null;
}

/**
 * Asks for a right to be given, changed or taken away: the ticket and what it asks for in one transaction. Refuses
 * not_allowed (neither security contact nor lead), not_found, not_valid with the field, not_now where something is
 * under way about the right already.
 */
export async function askForRights(ctx: Ctx, asking: Asked): Promise<RightsRequest> {
  if (ctx.code_wall && !mayAsk(ctx.who)) throw notAllowed(not_asker);
  const { school_id, asked_for } = await askerOf(ctx, asking);
  const zone = await zoneOf(ctx, school_id);
  if (zone === undefined) throw notFound();
  const { action, from, until = null, why } = asking;
  const right = action === 'add' ? undefined : await rightAt(ctx, school_id, asking.right);
  if (right && (await hasUnderWay(ctx, right.id))) throw under_way();
  const today = localDate(ctx.now, zone);
  const { name, ...what } = await whatIsAsked(ctx, { action, school_id, right, today }, asking);
  const { number } = await openTicket(
    ctx,
    {
      subject: subjectOf(action, what, name, ctx.lang),
      description: why,
      category: 'security_role',
      impact: 'one_person',
      // Who has left still gets in until it is done.
      urgency: action === 'remove' ? 'high' : 'normal',
      ...(ctx.who.side === 'desk' && { school: school_id, requester: asked_for }),
    },
    { request: 'rights' },
  );
  const kept = await insertRequest(ctx.db, {
    ticket_number: number,
    school_id,
    action,
    state: 'asked',
    right_id: right?.id ?? null,
    ...what,
    why,
    from_on: from,
    until_on: until,
    touches_more: touchesMore(what),
    asked_for,
    asked_by: ctx.who.person_id,
    asked_at: ctx.now,
    lang: ctx.lang,
  });
  if (!kept) throw under_way();
  await requestStands(ctx, number, { waits: waitsFor('asked'), due: from });
  return requestOf(ctx, number);
}

type Said = Omit<Asked, 'action' | 'right' | 'school' | 'requester'>;

interface Place {
  action: Action;
  school_id: number;
  /** What is changed or taken away. */
  right: RightRow | undefined;
  /** No day before it can be asked for. */
  today: string;
}

/** Who would hold it and what it would open, whose name it is; refuses not_valid with the field that is wrong. */
export async function whatIsAsked(
  ctx: Ctx,
  { action, school_id, right, today }: Place,
  said: Said,
): Promise<What & { name: string }> {
  const { from, until = null } = said;
  const { name, ...what } = right
    ? changed(await named(ctx, right), action, said)
    : { ...(await whoseRight(ctx, school_id, said)), ...whatOf(said) };
  if (action === 'change' && right && until !== null && until <= right.since)
    throw notValid('until', before_it_begins);
  checkWhat(what);
  refuseWrong(wrongDays({ action, from, until, ...what }, today));
  return { ...what, name };
}

const under_way = () =>
  notNow({
    en: 'Something is under way about this right already: see its ticket.',
    fr: 'Une demande est déjà en cours pour ce droit : voyez son billet.',
  });

/** One's own school and oneself; a keeper names the school, and which of the two asked. */
async function askerOf(ctx: Ctx, { school, requester }: Asked) {
  const { who } = ctx;
  if (who.side === 'school') {
    if (school !== undefined && school !== who.school_id && ctx.code_wall) throw notFound();
    return { school_id: school ?? who.school_id, asked_for: who.person_id };
  }
  if (school === undefined) throw notValid('school', which_school);
  const person = requester === undefined ? undefined : await personAt(ctx, school, requester);
  if (!person || !asksForSchool(person.roles)) throw notValid('requester', not_asker);
  return { school_id: school, asked_for: person.id };
}

async function rightAt(ctx: Ctx, school_id: number, id: number | undefined) {
  if (id === undefined) throw notValid('right', which_right);
  const right = await selectRight(ctx, id);
  if (!right || right.school_id !== school_id) throw notFound();
  return right;
}

async function named(ctx: Ctx, right: RightRow) {
  const { person_id, holder_name, holder_job, kind, words, at_schools } = right;
  const name = await nameOf(ctx, right);
  return { person_id, holder_name, holder_job, kind, words, at_schools, name };
}

async function whoseRight(ctx: Ctx, school_id: number, { person, name, job }: Said) {
  if (person !== undefined) {
    const found = await personAt(ctx, school_id, person);
    if (!found) throw notValid('person', nobody);
    return { person_id: found.id, holder_name: null, holder_job: null, name: found.name };
  }
  if (name === undefined) throw notValid('person', whose);
  return { person_id: null, holder_name: name, holder_job: job ?? null, name };
}

const whatOf = ({ kind, words, at_schools }: Said) => {
  if (kind === undefined) throw notValid('kind', which_right);
  return { kind, words: words ?? null, at_schools: at_schools ?? null };
};

/** A change says anew what it opens; what is taken away is taken as it stands. */
const changed = (right: What & { name: string }, action: Action, said: Said): What & { name: string } =>
  action === 'change' && said.kind !== undefined ? { ...right, ...whatOf(said) } : right;

function checkWhat(what: What): void {
  if (what.kind === 'something_else' && what.words === null) throw notValid('words', say_what);
  if (touchesMore(what) && what.at_schools === null) throw notValid('at_schools', which_schools);
}

const before_it_begins = {
  en: 'This right does not stand yet on that day.',
  fr: 'Ce droit n’est pas encore accordé ce jour-là.',
};
const which_school = { en: 'Say for which school.', fr: 'Dites pour quelle école.' };
const which_right = { en: 'Say which right.', fr: 'Dites quel droit.' };
const whose = { en: 'Say whose right it is.', fr: 'Dites à qui revient ce droit.' };
const nobody = {
  en: 'There is no such person at this school.',
  fr: 'Cette personne n’est pas de cette école.',
};
const say_what = { en: 'Say in your words what is needed.', fr: 'Dites dans vos mots ce qu’il faut.' };
const which_schools = { en: 'Name the schools that it opens.', fr: 'Nommez les écoles qu’il ouvre.' };
