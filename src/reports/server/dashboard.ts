import type { z } from 'zod';
import { seenBy, type Ctx } from '#accounts/server/acting.ts';
import { selectAnswered } from '#knowledge/server/knowledge.ts';
import { dateOfDay } from '#sla/rules/dates.ts';
import { moment, spanWords } from '#sla/rules/moments.ts';
import type { Category } from '#tickets/rules/categories.ts';
import { courtOf, courts, open_states } from '#tickets/rules/lifecycle.ts';
import { age_ranges, answer_ranges, daysText } from '#tickets/rules/lists/ranges.ts';
import { deskToday, startOf } from '#tickets/server/listed.ts';
import { en as tickets_en } from '#tickets/rules/words/en.ts';
import { fr as tickets_fr } from '#tickets/rules/words/fr.ts';
import type { Count, Dashboard, DashboardQuery, Narrowing, Slice } from '../rules/dashboard.ts';
import { shortOf, stretchesOf, stretchWords, type Stretch } from '../rules/stretches.ts';
import { en } from '../rules/words/en.ts';
import { fr } from '../rules/words/fr.ts';
import type { Lang } from '#platform/schemas.ts';
import {
  anyTicket,
  selectAnswers,
  selectFlow,
  selectOpen,
  selectOpened,
  type FlowRow,
  type OpenRow,
} from './views.ts';

type Query = Record<string, string>;

/**
 * The desk in numbers, each with the filters of the list that holds exactly its tickets. Days are the desk's, times
 * that people read are in the reader's zone, answers are counted in the desk's hours.
 */
export async function dashboardOf(
  ctx: Ctx,
  { period, ...narrowing }: z.output<typeof DashboardQuery>,
): Promise<Dashboard> {
  const stretches = stretchesOf(period, deskToday(ctx));
  const whole = { first: stretches[0]!.first, last: stretches.at(-1)!.last };
  const query = queryOf(narrowing);
  const days = daysText(whole.first, whole.last);
  const open = await selectOpen(ctx, narrowing);
  const flow = await selectFlow(ctx, narrowing, stretches);
  const answers = await selectAnswers(ctx, narrowing, days);
  const answered = await answeredIn(ctx, narrowing, whole);
  const any = open.length > 0 || flow.length > 0 || Boolean(answered?.count) || (await anyTicket(ctx));
  return {
    at: moment(ctx.now, seenBy(ctx)),
    empty: !any,
    open: openOf(ctx, open, query),
    period: {
      id: period,
      from: dateOfDay(stretches[0]!.first),
      until: dateOfDay(stretches.at(-1)!.last),
      words: stretchWords({ first: whole.first, last: Math.min(whole.last, deskToday(ctx)) }, ctx.lang),
      ...flowOf(flow, query, stretches, ctx.lang),
      answered,
    },
    first_answer: answersOf(ctx, answers, { ...query, opened: days }),
  };
}

/** What the list's address takes for the same tickets. */
const queryOf = (narrowing: Narrowing): Query =>
  Object.fromEntries(
    Object.entries(narrowing).flatMap(([name, values]) => (values ? [[name, values.join(',')]] : [])),
  );

const sum = (rows: readonly { count: number }[]) => rows.reduce((all, { count }) => all + count, 0);

const most_first = (a: Slice, b: Slice) =>
  b.count - a.count || (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1);

function openOf({ lang }: Ctx, rows: readonly OpenRow[], query: Query): Dashboard['open'] {
  const words = { en, fr }[lang];
  const called = { en: tickets_en, fr: tickets_fr }[lang];
  const by = (what: OpenRow['by']) => rows.filter(row => row.by === what);
  const count = (found: readonly OpenRow[], more: Query): Count => ({
    count: sum(found),
    query: { ...query, ...more },
  });
  const states = by('state');
  const ofCourt = (found: readonly OpenRow[], court: string) =>
    found.filter(({ state }) => courtOf(state!) === court);
  return {
    ...count(states, {}),
    state: open_states.map(id => ({
      ...count(
        states.filter(({ state }) => state === id),
        { state: id },
      ),
      key: id,
      name: called.states[id],
    })),
    court: courts.map(id => ({
      ...count(ofCourt(states, id), { court: id }),
      key: id,
      name: called.courts[id],
    })),
    age: age_ranges.map((range, index) => {
      const found = by('age').filter(({ age }) => age === index);
      const parts = courts.map(id => [id, count(ofCourt(found, id), { age: range, court: id })] as const);
      return {
        ...count(found, { age: range }),
        key: range,
        name: words.ages[index]!,
        courts: Object.fromEntries(parts) as Dashboard['open']['age'][number]['courts'],
      };
    }),
    assignee: by('assignee')
      .map(row => ({
        ...count([row], { assignee: String(row.assignee_id ?? 'none') }),
        key: String(row.assignee_id ?? 'none'),
        name: row.name ?? words.nobody,
      }))
      .sort(most_first),
    category: by('category')
      .map(row => ({
        ...count([row], { category: row.category! }),
        key: row.category!,
        name: called.categories[row.category!],
      }))
      .sort(most_first),
    school: by('school')
      .map(row => ({
        ...count([row], { school: String(row.school_id) }),
        key: String(row.school_id),
        name: row.name ?? '',
      }))
      .sort(most_first),
  };
}

function flowOf(rows: readonly FlowRow[], query: Query, stretches: readonly Stretch[], lang: Lang) {
  const of = (what: FlowRow['what'], days: string, found: readonly FlowRow[]): Count => ({
    count: sum(found.filter(row => row.what === what)),
    query: { ...query, state: 'all', [what]: days },
  });
  const both = (days: string, found: readonly FlowRow[]) => ({
    opened: of('opened', days, found),
    resolved: of('resolved', days, found),
  });
  return {
    ...both(daysText(stretches[0]!.first, stretches.at(-1)!.last), rows),
    stretches: stretches.map((stretch, index) => {
      const key = daysText(stretch.first, stretch.last);
      const found = rows.filter(row => row.stretch === index);
      return { key, name: stretchWords(stretch, lang), short: shortOf(stretch), ...both(key, found) };
    }),
  };
}

/** What was answered without a ticket in the days from the first to the last, beside the tickets that were opened. */
async function answeredIn(
  ctx: Ctx,
  narrowing: Narrowing,
  { first, last }: Stretch,
): Promise<Dashboard['period']['answered']> {
  if (narrowing.assignee) return null;
  const { school, category } = narrowing;
  const span = { from: new Date(startOf(ctx, first)), to: new Date(startOf(ctx, last + 1)) };
  const answered = (await selectAnswered(ctx.db, span)).filter(
    row =>
      (!school || school.some(id => Number(id) === row.school_id)) &&
      (!category || category.some(id => id === row.category)),
  );
  const days = daysText(first, last);
  const opened = new Map(
    (await selectOpened(ctx, narrowing, days)).map(({ category: id, count }) => [id, count]),
  );
  const areas = new Set<Category | null>([...answered.map(row => row.category), ...opened.keys()]);
  const words = { en, fr }[ctx.lang];
  const called = { en: tickets_en, fr: tickets_fr }[ctx.lang];
  return {
    count: sum(answered),
    areas: [...areas]
      .map(id => ({
        key: id ?? 'none',
        name: id === null ? words.no_area : called.categories[id],
        answered: sum(answered.filter(row => row.category === id)),
        opened:
          id === null
            ? null
            : {
                count: opened.get(id) ?? 0,
                query: { ...queryOf(narrowing), state: 'all', opened: days, category: id },
              },
      }))
      .sort(
        (a, b) =>
          b.answered - a.answered ||
          (b.opened?.count ?? 0) - (a.opened?.count ?? 0) ||
          (a.name < b.name ? -1 : 1),
      ),
  };
}

function answersOf(
  { lang }: Ctx,
  rows: Awaited<ReturnType<typeof selectAnswers>>,
  query: Query,
): Dashboard['first_answer'] {
  const all = rows.find(({ range }) => range === null)!;
  const span = (minutes: number | null) =>
    minutes === null ? null : { minutes, words: spanWords(minutes, lang) };
  const count = (number: number, more: Query): Count => ({ count: number, query: { ...query, ...more } });
  return {
    answered: count(all.answered, { state: 'all', first_answer: '0-' }),
    waiting: count(all.waiting, { first_answer: 'none' }),
    never: count(all.never, { state: 'ended', first_answer: 'none' }),
    median: span(all.median),
    ninth: span(all.ninth),
    histogram: answer_ranges.map((range, index) => ({
      ...count(rows.find(row => row.range === index)?.answered ?? 0, { state: 'all', first_answer: range }),
      key: range,
      name: { en, fr }[lang].answers[index]!,
    })),
  };
}
