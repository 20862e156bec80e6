import { z } from 'zod';
import { route, seenBy, type Ctx } from '#accounts/server/acting.ts';
import { sendSignal } from '#platform/live/signals.ts';
import { notFound } from '#platform/refusals.ts';
import { id } from '#platform/schemas.ts';
import { moment } from '#sla/rules/moments.ts';
import { MarkDone, Marks } from '../../rules/marks.ts';
import { publishesArticles } from '../../rules/policy.ts';
import { putMarkDone, selectMarks } from './store.ts';

/** What the desk said on tickets to be wrong or missing, for those who keep the articles. */

const base = '/api/article-marks';
const Nothing = z.object({});
const params = z.object({ id: id() });

// prettier-ignore
export const markRoutes = [
  route({ method: 'GET', path: base, says: 'What was said on tickets that one may see: of an article that it was wrong, until a new version of it is published; that one is missing, until one is begun from the ticket', may: publishesArticles, answer: Marks, deed: ctx => listMarks(ctx) }),
  route({ method: 'PUT', path: `${base}/:id`, says: 'Tick off what was said to be wrong or missing; or put it back', may: publishesArticles, params, body: MarkDone, answer: Nothing, deed: (ctx, { params, body }) => doneWith(ctx, params.id, body) }),
];

async function listMarks(ctx: Ctx): Promise<Marks> {
  const rows = await selectMarks(ctx);
  const said = rows.map(({ at, ...row }) => ({ ...row, at: moment(new Date(at), seenBy(ctx)) }));
  return {
    wrong: said.flatMap(({ article, ...row }) => (article ? [{ ...row, article }] : [])),
    missing: said.filter(({ kind }) => kind === 'missing'),
  };
}

/** Refuses with not_found what nobody said, and what was said of a ticket that one may not see. */
async function doneWith(ctx: Ctx, id: number, { done }: MarkDone) {
  if (!(await putMarkDone(ctx, id, done))) throw notFound();
  await sendSignal(ctx.db, { to: 'desk', kind: 'marks' });
  return {};
}
