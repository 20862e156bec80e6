import { seenBy, type Ctx } from '#accounts/server/acting.ts';
import { dayNumber } from '#sla/rules/dates.ts';
import { dateWords, moment } from '#sla/rules/moments.ts';
import { month_names } from '#sla/rules/words.ts';
import { localDate, localDay } from '#sla/rules/zones.ts';
import { area_names } from '../rules/areas.ts';
import { change_state_names, type Change } from '../rules/change.ts';
import type { ConfigurationRequest, Told } from '../rules/request.ts';
import { concern_words, scope_words } from '../rules/scope.ts';
import { canOf, lackingOf, mayStep } from '../rules/states.ts';
import { step_words } from '../rules/step-words.ts';
import { factsOf } from './store.ts';
import type { RequestRow } from './tables.ts';
import type { SeenChange, SeenRequest } from './views.ts';

/** Rows become what the API answers: days and times in words, and what this person may do now. */

const dayOf = (ctx: Ctx, date: string) => ({ date, words: dateWords(date, seenBy(ctx)) });

/** What schools will read of it, once it is written. */
export const toldOf = (row: RequestRow): Told | null =>
  row.told_why === null
    ? null
    : { setting: row.told_setting!, was: row.told_was!, becomes: row.told_becomes!, why: row.told_why };

export function requestOf(ctx: Ctx, row: SeenRequest): ConfigurationRequest {
  const { who, lang } = ctx;
  const facts = factsOf(row);
  const of_desk = who.side === 'desk';
  const {
    ticket_number: number,
    subject,
    school,
    inside,
    state,
    area,
    setting,
    was,
    becomes,
    why,
    risks,
  } = row;
  return {
    ...{ number, subject, school, inside, state, area, setting, was, becomes, why, risks },
    asked: { by: row.asker, at: moment(row.asked_at, seenBy(ctx)) },
    area_words: area_names[lang][area],
    wished_for: row.wished_for === null ? null : dayOf(ctx, row.wished_for),
    ...{ reach: row.reach, reach_words: row.reach_words, scope: row.scope },
    scope_words: scope_words[lang][row.scope ?? row.reach],
    ...{ waves: row.waves, schools: row.schools, count: row.count },
    told: of_desk || row.change_id !== null ? toldOf(row) : null,
    planned_for: row.planned_for === null ? null : dayOf(ctx, row.planned_for),
    late:
      state === 'approved' &&
      row.planned_for !== null &&
      dayNumber(row.planned_for) < localDay(ctx.now, who.zone),
    change: row.change_id,
    steps: row.steps.map(({ step, by, at, reason }) => ({
      ...{ step, by, reason },
      words: step_words[lang][step],
      at: moment(new Date(at), seenBy(ctx)),
    })),
    lacking: of_desk && state === 'asked' ? lackingOf(facts) : [],
    can: canOf(who, facts),
    your_own: mayStep(who, facts, 'approve') === 'your_own',
    today: localDate(ctx.now, who.zone),
  };
}

export function changeOf(ctx: Ctx, row: SeenChange): Change {
  const { lang, who } = ctx;
  const [year, month] = row.day.split('-');
  const { rolls_back, told_at, ...kept } = row;
  return {
    ...kept,
    state_words: rolls_back ? rolled_back_words[lang] : change_state_names[lang][row.state],
    area_words: area_names[lang][row.area],
    day: dayOf(ctx, row.day),
    month_words: `${month_names[lang][Number(month) - 1]} ${year}`,
    told: moment(told_at, seenBy(ctx)),
    concerns: (who.side === 'desk' ? scope_words : concern_words)[lang][row.scope],
    rolls_back: row.rolls_back !== null,
  };
}

const rolled_back_words = { en: 'Taken back', fr: 'Annulé' };
