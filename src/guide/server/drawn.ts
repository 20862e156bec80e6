import type { Ctx } from '#accounts/server/acting.ts';
import type { Chart } from '#drawing/rules/chart.ts';
import { guideChart } from '#drawing/rules/guide-chart.ts';
import { drawnNow, type Document } from '#drawing/server/drawing.ts';
import type { Config } from '#platform/config.ts';
import type { Lang } from '#platform/schemas.ts';
import type { DrawnDraft } from '../rules/editing.ts';
import { fill, speak } from '../rules/filling.ts';
import type { Guide } from '../rules/guide.ts';
import { chart_words, owner_names } from '../rules/words.ts';
import { remembering } from './reading/published.ts';
import { draftNow, guideAt, newestVersion } from './views.ts';

/** The published guide as the document `connectivity` (S27), for paper: every answer leads to a box or to its number. */
export function connectivityDocument(
  { public_url }: Pick<Config, 'public_url'>,
  clock: () => Date,
): Document {
  const newest = remembering(clock);
  return {
    name: 'connectivity',
    chart: async (lang, db) => chartOf((await newest(db)).guide, lang, public_url?.origin),
  };
}

/** The guide as it is being written, or as it is published where nobody writes: the same chart, not stored. */
export async function drawnDraft(ctx: Ctx): Promise<DrawnDraft> {
  const { db, lang } = ctx;
  const draft = await draftNow(ctx);
  const { guide } = draft ?? (await guideAt(db, await newestVersion(db)))!;
  return { edition: draft?.edition ?? 0, drawn: await drawnNow(chartOf(guide, lang)) };
}

function chartOf(guide: Guide, lang: Lang, home = ''): Chart {
  const own = { HELPDESK_URL: `${home}/`, STATUS_URL: `${home}/status` };
  const { start, groups, questions, outcomes } = speak(guide, own, lang);
  const owners = Object.fromEntries(Object.entries(owner_names).map(([id, name]) => [id, name[lang]]));
  const { title, lead, advice } = chart_words;
  const begins = questions.find(({ id }) => id === start)?.question ?? '';
  const words = { title: title[lang], lead: fill(lead[lang], { start: begins }), advice: advice[lang] };
  return guideChart({ start, groups, nodes: questions, outcomes, owners }, words);
}
