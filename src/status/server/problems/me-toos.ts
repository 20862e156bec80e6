import { asSoftware, type Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import { notFound, notNow } from '#platform/refusals.ts';
import { sendSignal } from '#platform/live/signals.ts';
import { openTicket } from '#tickets/server/tickets.ts';
import type { Notice } from '../../rules/notice.ts';
import type { MeToo } from '../../rules/problem.ts';
import { stateOf } from '../../rules/states.ts';
import { noticeOf } from '../shapes.ts';
import { noticeAt, seenNotice } from '../reading.ts';
import type { SeenNotice } from '../views.ts';
import { answerMeToo, endMeToo, holdMeToo, nameTicket, putMeToo } from './store.ts';

/** "Me too": somebody of a school has a known problem, in one click and instead of a ticket. */

type OfSchool = Ctx & { who: { side: 'school' } };

/** Counts her among those who have it. Twice is once, with what she said last. Refuses not_found; not_now where it does not run. */
export async function sayMeToo(ctx: OfSchool, id: string, said: MeToo): Promise<Notice> {
  const row = await seenNotice(ctx, id);
  if (!noticeOf(ctx, row).can.me_too) throw notNow(not_running);
  if (await putMeToo(ctx, id, said)) await tell(ctx, row, 'me_too_said');
  return noticeAt(ctx, id);
}

/** Takes that back. Refuses not_found; what is so already stays so. */
export async function takeMeTooBack(ctx: OfSchool, id: string): Promise<Notice> {
  const row = await seenNotice(ctx, id);
  if (await endMeToo(ctx, id)) await tell(ctx, row, 'me_too_taken_back');
  return noticeAt(ctx, id);
}

/**
 * Says whether it works again. If not, a ticket is opened in the same step, with what is known of it; the answer names
 * it. Twice is once. Refuses not_found where she has not said that she has it; not_now while it is not solved.
 */
export async function sayWorks(ctx: OfSchool, id: string, works: boolean): Promise<Notice> {
  const row = await seenNotice(ctx, id);
  const said = await holdMeToo(ctx, id);
  if (!said) throw notFound();
  if (stateOf(row, ctx.now) !== 'solved') throw notNow(not_solved);
  if (said.works === null) {
    await answerMeToo(ctx, said.id, works);
    if (!works) await openStill(ctx, row, said);
    await tell(ctx, row, works ? 'me_too_works' : 'me_too_still');
  }
  return noticeAt(ctx, id);
}

/** The ticket of who still has it, as she would have written it. */
async function openStill(
  ctx: OfSchool,
  row: SeenNotice,
  said: NonNullable<Awaited<ReturnType<typeof holdMeToo>>>,
): Promise<void> {
  const works_with = [said.browser, said.system].filter(Boolean).join(', ');
  const { number } = await openTicket(ctx, {
    subject: row.title,
    description: still[ctx.lang](row.title, works_with, said.computers),
    category: row.category,
    impact: said.computers !== null && said.computers > 1 ? 'one_office_or_class' : 'one_person',
    urgency: 'normal',
  });
  await asSoftware(ctx, 'status', software => nameTicket(software, said.id, number));
}

const still = {
  en: (title: string, works_with: string, computers: number | null) =>
    [
      `“${title}” was told to be solved. It still does not work here.`,
      works_with,
      computers && `Computers: ${computers}`,
    ]
      .filter(Boolean)
      .join('\n\n'),
  fr: (title: string, works_with: string, computers: number | null) =>
    [
      `« ${title} » a été annoncé comme réglé. Cela ne fonctionne toujours pas ici.`,
      works_with,
      computers && `Ordinateurs : ${computers}`,
    ]
      .filter(Boolean)
      .join('\n\n'),
};

/** The line is her school's and the desk's. The desk's pages, and her own others, ask again. */
async function tell(ctx: OfSchool, { id, title }: SeenNotice, kind: string): Promise<void> {
  const { who } = ctx;
  await sendSignal(ctx.db, { to: 'desk', kind: 'status' });
  await sendSignal(ctx.db, { to: `person:${who.person_id}`, kind: 'status' });
  await recordDeed(ctx, {
    kind,
    audience: 'school',
    school_id: who.school_id,
    facts: { notice: id, name: title },
  });
}

const not_running = {
  en: 'This does not go on now. If you have a problem, send it as a question.',
  fr: 'Ceci n’est pas en cours. Si vous avez un problème, envoyez-le comme question.',
};
const not_solved = {
  en: 'It is not solved yet.',
  fr: 'Ce n’est pas encore réglé.',
};
