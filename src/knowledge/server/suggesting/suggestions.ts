import { eq, sql } from 'drizzle-orm';
import { seesRights } from '#accounts/rules/policy.ts';
import type { Who } from '#accounts/rules/who.ts';
import { readsInside, seenBy, visibleTo, type Ctx } from '#accounts/server/acting.ts';
import { schools } from '#schools/server/schools.ts';
import { moment } from '#sla/rules/moments.ts';
import { replyDoes, type Facts } from '#tickets/rules/policy.ts';
import { seenTicket, tickets } from '#tickets/server/listed.ts';
import { reads } from '../../rules/policy.ts';
import { sentenceFor } from '../../rules/suggesting/sentence.ts';
import type { Question, Ranked, Suggesting } from '../../rules/suggesting/suggesting.ts';
import type { Asked, Suggestions } from '../../rules/suggestion.ts';
import type { Answers } from '../../rules/use.ts';
import { past_ticket_articles, past_tickets } from '../tables.ts';
import { selectArticles, selectUses, type SeenArticle } from '../views.ts';
import { pastOf, type Answering } from './answering.ts';
import { selectTaught } from './reading.ts';

/** What may answer a question: ranked by the index, and read again through the wall. */

interface Known {
  answering: Answering;
  index: Suggesting;
}

const mayRead =
  ({ who, code_wall }: Ctx, { article }: Answering) =>
  (id: number) => {
    const for_whom = article(id);
    return for_whom !== undefined && (!code_wall || reads(who, for_whom));
  };

/** Which tickets somebody may be told of: a school its own, the desk those whose pages it may open. */
const maySee =
  ({ who, code_wall }: Ctx, { ticket }: Answering) =>
  (id: number) => {
    const seen = ticket(id);
    if (!seen) return false;
    if (!code_wall) return true;
    if (who.side === 'desk') return !seen.hidden || seesRights(who);
    return id > 0 && seen.school_id === who.school_id && !seen.hidden;
  };

export async function suggest(ctx: Ctx, known: Known, asked: Asked): Promise<Suggestions> {
  const question = { title: asked.title, text: asked.text };
  const { index, answering } = known;
  if (asked.kind === 'article') {
    const ranked = index.articlesFor(question, { may: mayRead(ctx, answering), limit: asked.limit });
    const rows = await articlesOf(ctx, ranked);
    return {
      confident: ranked.confident,
      items: rows.map(({ row, score }) => ({
        id: row.id,
        title: row.title!,
        score,
        sentence: sentenceOf(row, question),
        audience: row.audience,
        lang: row.lang,
      })),
    };
  }
  const ranked = index.ticketsLike(question, { may: maySee(ctx, answering), limit: asked.limit });
  const rows = await ticketsOf(ctx, ranked);
  return {
    confident: ranked.confident,
    items: rows.map(({ id, subject, solution, score, ended, here }) => ({
      id,
      title: subject,
      score,
      sentence: solution && sentenceFor(solution, question),
      ended: ended !== null,
      ...(here && { last_activity: moment(here.last_activity_at, seenBy(ctx)) }),
      ...(here && ended === null && { can_reply: mayReply(ctx.who, here) }),
    })),
  };
}

const sentenceOf = ({ summary, body }: SeenArticle, question: Question): string =>
  summary || sentenceFor(body!, question);

async function articlesOf(ctx: Ctx, { items }: Ranked) {
  const rows = await selectArticles(
    ctx,
    items.map(({ id }) => id),
  );
  return items.flatMap(({ id, score }) => {
    const row = rows.find(each => each.id === id);
    return row?.version && !row.archived_at ? { row, score } : [];
  });
}

interface Like {
  id: number;
  subject: string;
  school: string | null;
  ended: string | null;
  solution: string;
  articles: readonly number[];
  /** Of this desk: how it stands there. */
  here?: Stands & { last_activity_at: Date };
}

type Stands = Pick<Facts, 'state' | 'school_id' | 'category' | 'inside' | 'request'>;

/** Whether a message can be put on a ticket that is under way. */
function mayReply(who: Who, ticket: Stands): boolean {
  const does = replyDoes(who, { ...ticket, school_days_since_end: 0 });
  return does !== undefined && does !== 'follow_up';
}

/** Tickets that are like it, of this desk and of another system, in the order of the ranking. */
async function ticketsOf(ctx: Ctx, { items }: Ranked): Promise<(Like & { score: number })[]> {
  const numbers = items.flatMap(({ id }) => (id > 0 ? id : []));
  const past = items.flatMap(({ id }) => pastOf(id) ?? []);
  const seen = await ctx.db
    .select({
      number: tickets.number,
      school: schools.name,
      ended: tickets.ended_at,
      subject: tickets.subject,
      here: {
        state: tickets.state,
        school_id: tickets.school_id,
        category: tickets.category,
        inside: tickets.inside,
        request: tickets.request,
        last_activity_at: tickets.last_activity_at,
      },
    })
    .from(tickets)
    .innerJoin(schools, eq(schools.id, tickets.school_id))
    .where(
      sql`${tickets.number} = any (${sql.param(numbers)}::integer[]) and ${visibleTo(ctx, tickets.school_id)}`,
    );
  const taught =
    numbers.length > 0 ? await selectTaught(ctx.db, { numbers: seen.map(({ number }) => number) }) : [];
  const { rows: of_past } =
    past.length > 0 && readsInside(ctx)
      ? await ctx.db.execute<Like & Record<string, unknown>>(sql`
          select -t.id as id, t.subject, s.name as school, t.closed as ended, t.solution,
            (select coalesce(json_agg(a.article_id), '[]') from ${past_ticket_articles} a where a.past_ticket_id = t.id) as articles
          from ${past_tickets} t left join schools s on s.id = t.school_id
          where t.id = any (${sql.param(past)}::integer[])`)
      : { rows: [] };
  return items.flatMap(({ id, score }) => {
    const row = seen.find(({ number }) => number === id);
    const learned = taught.find(each => each.id === id);
    if (row && learned)
      return {
        ...{ id, score, subject: row.subject, school: row.school, ended: row.ended?.toISOString() ?? null },
        ...{ solution: learned.solution, articles: learned.articles, here: row.here },
      };
    const old = of_past.find(each => each.id === id);
    return old ? { ...old, score } : [];
  });
}

const most_likely = 5;
const most_similar = 5;

/** What is known for a ticket: what the school tried, which articles are likely, what solved tickets like it. Refuses not_found. */
export async function answersTo(ctx: Ctx, { index, answering }: Known, number: number): Promise<Answers> {
  const ticket = await seenTicket(ctx, number);
  const [text] = await selectTaught(ctx.db, { numbers: [number] });
  const question = { title: ticket.subject, text: text!.text };
  const articles = index.articlesFor(question, { may: mayRead(ctx, answering), limit: most_likely });
  const like = index.ticketsLike(question, {
    may: maySee(ctx, answering),
    limit: most_similar * 3,
    except: number,
  });
  const similar = (await ticketsOf(ctx, like))
    .filter(({ ended, solution }) => ended && solution)
    .slice(0, most_similar);
  const solved_by = await selectArticles(ctx, [...new Set(similar.flatMap(each => each.articles))]);
  const uses = (await selectUses(ctx, number)).map(({ person_id, at, ...use }) => ({
    ...use,
    at: moment(new Date(at), seenBy(ctx)),
    mine: person_id === ctx.who.person_id,
  }));
  const of = (...kinds: string[]) => uses.filter(({ kind }) => kinds.includes(kind));
  return {
    tried: of('read', 'tried') as Answers['tried'],
    marked: of('sent', 'solved', 'wrong', 'missing') as Answers['marked'],
    written: of('written').flatMap(({ article }) => article ?? []),
    confident: articles.confident,
    likely: (await articlesOf(ctx, articles)).map(({ row, score }) => ({
      ...{ id: row.id, title: row.title!, score, audience: row.audience, lang: row.lang },
      sentence: sentenceOf(row, question),
    })),
    similar: similar.map(({ id, subject, school, ended, solution, articles: ids, score }) => ({
      ...{ number: id > 0 ? id : null, subject, school, score },
      ended: ended === null ? null : moment(new Date(ended), seenBy(ctx)),
      solution: sentenceFor(solution, question),
      solved_by: solved_by.flatMap(row =>
        ids.includes(row.id) && row.title ? { id: row.id, title: row.title } : [],
      ),
    })),
  };
}
