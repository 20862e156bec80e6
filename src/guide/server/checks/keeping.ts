import { randomUUID } from 'node:crypto';
import { seenBy, type Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import { notFound, notNow, notValid } from '#platform/refusals.ts';
import { askForException, countForStanding } from '#exceptions/server/exceptions.ts';
import { moment } from '#sla/rules/moments.ts';
import { seenTicket } from '#tickets/server/listed.ts';
import { openTicket } from '#tickets/server/tickets.ts';
import type { Check, Checks, NewCheck, ReadCode } from '../../rules/check.ts';
import { codeOf, grouped, numberOf, plain, readCode, walkOf } from '../../rules/code.ts';
import { speak } from '../../rules/filling.ts';
import type { Guide } from '../../rules/guide.ts';
import { besideFits, countedBeside } from '../../rules/needs.ts';
import { ticketOf } from '../../rules/ticketing.ts';
import { fits, walk } from '../../rules/walking.ts';
import { topicOf, whoseOutcome } from '../../rules/whose/whose.ts';
import { variablesOn } from '../network/reading.ts';
import type { Published } from '../reading/published.ts';
import { holdCheck, insertCheck, updateCheck } from '../store.ts';
import type { CheckRow } from '../tables.ts';
import { checkAt, checksOfTicket, checksUnder, guideAt, newestChecks, schoolNamed } from '../views.ts';
import { checkOf, readingOf } from './reading.ts';

/** Runs of the guide that are kept, and codes that are read out. */

/**
 * Keeps a run of one's own, or what came to it since; with `opens` the ticket that it allows is opened with it, once.
 * Refuses not_valid (answers that are no walk of that version; a ticket that its outcome doesn't allow) and not_found.
 */
export async function keepCheck(ctx: Ctx, given: NewCheck): Promise<Check> {
  const { who } = ctx;
  if (who.side !== 'school') throw notFound();
  const published = await versionOf(ctx, given.version);
  if (!fits(published.guide, given.answers)) throw notValid('answers', no_walk);
  if (!besideFits(published.guide, given.beside)) throw notValid('beside', no_such_answer);
  const before = await holdCheck(ctx, { school_id: who.school_id, run: given.run });
  if (before && before.person_id !== who.person_id) throw notFound();
  const ticket_number =
    before?.ticket_number ?? (await ownTicket(ctx, given.ticket)) ?? (await opened(ctx, published, given));
  const { version, answers, mark } = given;
  const code = codeOf({ version, number: numberOf(published.guide, answers), mark });
  const now = { ...factsOf(published, code, given), ticket_number, kept_at: ctx.now };
  const row = before
    ? await updateCheck(ctx, before.id, now)
    : await insertCheck(ctx, {
        ...now,
        run: given.run,
        school_id: who.school_id,
        person_id: who.person_id,
        began_at: new Date(given.began),
      });
  if (!row) throw notFound();
  if (!before || saidBy(before) !== saidBy(row)) await tell(ctx, 'check_kept', row);
  return answered(ctx, row.id);
}

const saidBy = ({ code, ticket_number, measured, message, beside }: CheckRow) =>
  JSON.stringify([code, ticket_number, measured, message, beside]);

async function versionOf(ctx: Ctx, version: number): Promise<Published> {
  const row = await guideAt(ctx.db, version);
  if (!row) throw notValid('version', no_version);
  return { version, guide: row.guide };
}

type Said = Pick<NewCheck, 'answers' | 'beside' | 'measured' | 'message'>;

function factsOf({ version, guide }: Published, code: string, said: Said) {
  const { answers, beside, measured, message } = said;
  const { here } = walk(guide, answers);
  const outcome = 'outcome' in here ? here.outcome : null;
  return {
    code: plain(code),
    guide_version: version,
    answers,
    beside: countedBeside(guide, answers, beside),
    outcome: outcome?.id ?? null,
    owner: outcome?.owner ?? null,
    measured,
    message: message || null,
  };
}

async function ownTicket(ctx: Ctx, number: number | undefined): Promise<number | null> {
  if (number === undefined) return null;
  return (await seenTicket(ctx, number)).number;
}

async function opened(ctx: Ctx, { guide }: Published, given: NewCheck): Promise<number | null> {
  const { who, lang } = ctx;
  if (!given.opens || who.side !== 'school') return null;
  const { urgent, phone } = given.opens;
  const variables = await variablesOn(ctx.db, guide.variables, ctx.now);
  const written = ticketOf(speak({ ...guide, variables }, { HELPDESK_URL: '', STATUS_URL: '' }, lang), {
    ...{ answers: given.answers, beside: given.beside, measured: given.measured },
    ...{ message: given.message, urgent, phone, lang },
    person: who.name,
    school: await schoolNamed(ctx, who.school_id),
    time: moment(new Date(given.began), seenBy(ctx)).exact,
  });
  if (!written) throw notValid('opens', no_ticket);
  const { number } = await openTicket(ctx, written);
  const { here } = walk(guide, given.answers);
  if ('outcome' in here) await except(ctx, number, { outcome: here.outcome, message: given.message });
  return number;
}

/** What the outcome lets one ask beyond a ticket: an exception, or what stands for every school. */
async function except(
  ctx: Ctx,
  number: number,
  { outcome, message }: { outcome: Guide['outcomes'][number]; message: string },
): Promise<void> {
  const whose = whoseOutcome(outcome);
  if (whose.duty === 'ie_on_mac') await countForStanding(ctx, number, whose.duty);
  if (outcome.ticket.allow !== 'exception') return;
  const why = [outcome.title[ctx.lang], message].filter(Boolean).join('\n\n');
  await askForException(ctx, number, { topic: topicOf(whose), why });
}

/** The line of the story: a ticket's page hears it, and so does the list of runs. */
async function tell(ctx: Ctx, kind: string, row: CheckRow): Promise<void> {
  const { ticket_number, school_id, code, outcome, owner } = row;
  await recordDeed(ctx, {
    kind,
    audience: 'school',
    school_id,
    ...(ticket_number !== null && { ticket_number }),
    facts: { code: grouped(code), outcome, owner },
  });
}

async function answered(ctx: Ctx, id: number): Promise<Check> {
  const [found] = await checkAt(ctx, id);
  if (!found) throw notFound();
  return checkOf(ctx, found);
}

const shown = (ctx: Ctx, rows: Awaited<ReturnType<typeof newestChecks>>): Checks => ({
  items: rows.map(row => checkOf(ctx, row)),
});

export const listChecks = async (ctx: Ctx): Promise<Checks> => shown(ctx, await newestChecks(ctx));

/** The runs that belong to a ticket that one may see. Refuses with not_found. */
export async function checksOn(ctx: Ctx, number: number): Promise<Checks> {
  await seenTicket(ctx, number);
  return shown(ctx, await checksOfTicket(ctx, number));
}

/** What a code says by itself, and which runs were kept under it. Refuses with not_valid, saying what may be misheard. */
export async function readAloud(ctx: Ctx, typed: string): Promise<ReadCode> {
  const { published, code, answers } = await decoded(ctx, typed);
  const kept = await checksUnder(ctx, code);
  return {
    ...readingOf(published, { code: grouped(code), answers, beside: [] }, ctx.lang),
    kept: kept.map(row => checkOf(ctx, row)),
  };
}

/**
 * Puts what a code says on a ticket of its school, where somebody read it out. Twice is once. Refuses with not_found,
 * not_valid, and not_now for a ticket of the iGroup's own.
 */
export async function putOnTicket(ctx: Ctx, number: number, typed: string): Promise<Checks> {
  const ticket = await seenTicket(ctx, number);
  if (ticket.inside) throw notNow(inside);
  const { published, code, answers } = await decoded(ctx, typed);
  const there = await checksOfTicket(ctx, number);
  if (!there.some(({ check }) => check.code === code)) {
    const said: Said = { answers: [...answers], beside: [], measured: null, message: '' };
    const row = await insertCheck(ctx, {
      ...factsOf(published, code, said),
      run: randomUUID(),
      school_id: ticket.school_id,
      person_id: ctx.who.person_id,
      ticket_number: number,
      began_at: ctx.now,
      kept_at: ctx.now,
    });
    await tell(ctx, 'check_put', row);
  }
  return checksOn(ctx, number);
}

async function decoded(
  ctx: Ctx,
  typed: string,
): Promise<{ published: Published; code: string; answers: NewCheck['answers'] }> {
  const coded = readCode(typed);
  if (coded === 'letter') throw notValid('code', no_such_letter);
  if (coded === 'wrong') throw notValid('code', misheard);
  const row = await guideAt(ctx.db, coded.version);
  const answers = row && walkOf(row.guide, coded.number);
  if (!answers) throw notValid('code', misheard);
  return { published: { version: coded.version, guide: row.guide }, code: plain(typed), answers };
}

const no_walk = {
  en: 'These answers are no way through this version of the guide.',
  fr: 'Ces réponses ne sont pas un parcours de cette version du guide.',
};
const no_such_answer = {
  en: 'These are no answers of this version of the guide.',
  fr: 'Ce ne sont pas des réponses de cette version du guide.',
};
const no_version = {
  en: 'There is no such version of the guide.',
  fr: 'Le guide n’a pas une telle version.',
};
const no_ticket = {
  en: 'How this ended needs no ticket. If it is urgent all the same, say so.',
  fr: 'Ce résultat n’a pas besoin de billet. Si c’est urgent tout de même, dites-le.',
};
const inside = {
  en: 'This ticket is the iGroup’s own: no school ran the guide for it.',
  fr: 'Ce billet est à l’iGroup : aucune école n’a suivi le guide pour lui.',
};
const no_such_letter = {
  en: 'No code has I, L, O, U or V. Ask for that letter again.',
  fr: 'Aucun code n’a de I, L, O, U ou V. Redemandez cette lettre.',
};
const misheard = {
  en: 'A letter of this code was misheard. Ask for it again.',
  fr: 'Une lettre de ce code a été mal entendue. Redemandez-le.',
};
