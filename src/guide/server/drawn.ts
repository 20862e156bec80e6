import { guideChart } from '#drawing/rules/guide-chart.ts';
import type { Document } from '#drawing/server/drawing.ts';
import type { Config } from '#platform/config.ts';
import { speak } from '../rules/filling.ts';
import { chart_words, owner_names } from '../rules/words.ts';
import { remembering } from './reading/published.ts';

/** The published guide as the document `connectivity` (S27), for paper: every answer leads to a box or to its number. */
export function connectivityDocument(
  { public_url }: Pick<Config, 'public_url'>,
  clock: () => Date,
): Document {
  const newest = remembering(clock);
  const home = public_url?.origin ?? '';
  const own = { HELPDESK_URL: `${home}/`, STATUS_URL: `${home}/status` };
  return {
    name: 'connectivity',
    chart: async (lang, db) => {
      const { groups, questions, outcomes } = speak((await newest(db)).guide, own, lang);
      const owners = Object.fromEntries(Object.entries(owner_names).map(([id, name]) => [id, name[lang]]));
      const { title, lead, advice } = chart_words;
      const words = { title: title[lang], lead: lead[lang], advice: advice[lang] };
      return guideChart({ groups, nodes: questions, outcomes, owners }, words);
    },
  };
}
