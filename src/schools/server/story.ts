import { seenBy, type Ctx } from '#accounts/server/acting.ts';
import { notFound } from '#platform/refusals.ts';
import type { Lang } from '#platform/schemas.ts';
import { dateWords, moment } from '#sla/rules/moments.ts';
import { kept_fields } from '../rules/changes.ts';
import type { SchoolLine } from '../rules/school.ts';
import { saidOf, sentenceOf } from '../rules/told.ts';
import { selectSchool, selectStory } from './store.ts';

/** How far back a school's page looks. */
const most_lines = 100;

/** What happened with a school itself, newest first, in the reader's words. Refuses with not_found. */
export async function storyOf(ctx: Ctx, id: number): Promise<SchoolLine[]> {
  if (!(await selectSchool(ctx, id))) throw notFound();
  const rows = await selectStory(ctx, id, most_lines);
  const seen = seenBy(ctx);
  return rows.map(({ position, at, ...line }) => ({
    position,
    at: moment(at, seen),
    words: sentenceOf(line, ctx.lang, day => dateWords(day, seen)),
    changes: line.kind.startsWith('school_')
      ? kept_fields.flatMap(field => saidChange(field, line.facts[field], ctx.lang))
      : [],
  }));
}

/** What is kept as `[from, to]`, in words. */
const saidChange = (field: string, kept: unknown, lang: Lang): SchoolLine['changes'] =>
  Array.isArray(kept)
    ? [{ field, from: saidOf(field, String(kept[0]), lang), to: saidOf(field, String(kept[1]), lang) }]
    : [];
