import { readsInside, seenBy, type Ctx } from '#accounts/server/acting.ts';
import { htmlOf } from '#platform/text/markdown.ts';
import type { Moment } from '#platform/schemas.ts';
import { moment } from '#sla/rules/moments.ts';
import { mark_words } from '../rules/marks.ts';
import { answerCan, topicCan, type TopicFacts } from '../rules/policy.ts';
import type { Signature } from '../rules/signing.ts';
import type { Answer, Signed, Topic, TopicLine } from '../rules/topic.ts';
import type { selectBesideTopic } from './beside.ts';
import type { Person, SeenAnswer, SeenTopic } from './views.ts';

/** Topics and answers as they are answered. */

const at = (ctx: Ctx, instant: string): Moment => moment(new Date(instant), seenBy(ctx));
const atOrNull = (ctx: Ctx, instant: string | null) => (instant === null ? null : at(ctx, instant));

const signed = (ctx: Ctx, by: Signature & { mine: boolean; author: Person | null }): Signed => ({
  name: by.by_name,
  school: by.by_school,
  igroup: by.side === 'desk',
  mine: by.mine,
  person: readsInside(ctx) && by.author ? { name: by.author.name, school: by.author.school } : null,
});

export const lineOf = (ctx: Ctx, row: SeenTopic): TopicLine => ({
  id: row.id,
  area: row.area,
  lang: row.lang,
  title: row.title,
  by: signed(ctx, row),
  asked: at(ctx, row.asked_at),
  last: at(ctx, row.last_at),
  answers: row.answers,
  me_toos: row.me_toos,
  accepted: row.accepted_id !== null,
  locked: row.locked_at !== null,
  following: row.following,
  fresh: row.fresh,
  mentioned: row.mentioned,
  hidden: row.hidden_at !== null,
  waiting: readsInside(ctx) && row.raised_at !== null && !row.answered && row.locked_at === null,
  reports: row.reports,
});

export const factsOf = (
  row: SeenTopic,
  beside: { ticket: unknown; article: unknown } = { ticket: null, article: null },
): TopicFacts => ({
  mine: row.mine,
  locked: row.locked_at !== null,
  hidden: row.hidden_at !== null,
  merged: row.merged_into !== null,
  answers: row.answers,
  side: row.side,
  consent: row.consent,
  ticket: beside.ticket !== null,
  article: beside.article !== null,
});

export function topicOf(
  ctx: Ctx,
  row: SeenTopic,
  { answers, beside }: { answers: SeenAnswer[]; beside: Awaited<ReturnType<typeof selectBesideTopic>> },
): Topic {
  const can = topicCan(ctx.who, factsOf(row, beside));
  const { ticket, article, hiding } = beside;
  return {
    ...lineOf(ctx, row),
    html: htmlOf(row.text),
    text: can.edit ? row.text : null,
    edited: atOrNull(ctx, row.edited_at),
    me_too: row.me_too,
    items: answers.map(answer => answerOf(ctx, answer, row)),
    merged: beside.merged.map(from => ({
      ...{ id: from.id, lang: from.lang, title: from.title },
      ...{ html: htmlOf(from.text), by: signed(ctx, from), asked: at(ctx, from.asked_at) },
    })),
    goes_on_in: row.merged_into,
    consent: row.mine || readsInside(ctx) ? row.consent : null,
    ticket: row.mine || readsInside(ctx) ? ticket : null,
    article,
    hidden_because: hiding && { ...hiding, at: at(ctx, hiding.at) },
    marks: beside.marks.map(mark => ({
      ...{ id: mark.id, why: mark.why, at: at(ctx, mark.at) },
      words: `${mark.by} ${mark_words[mark.kind][ctx.lang]}`,
    })),
    can,
  };
}

function answerOf(ctx: Ctx, row: SeenAnswer, topic: SeenTopic): Answer {
  const can = answerCan(ctx.who, {
    ...{ mine: row.mine, hidden: row.hidden_at !== null, topic: factsOf(topic) },
  });
  return {
    id: row.id,
    lang: row.lang,
    by: signed(ctx, row),
    written: at(ctx, row.written_at),
    html: htmlOf(row.text),
    text: can.edit ? row.text : null,
    edited: atOrNull(ctx, row.edited_at),
    accepted: topic.accepted_id === row.id,
    hidden: row.hiding && { ...row.hiding, at: at(ctx, row.hiding.at) },
    reports: row.reports,
    can,
  };
}
