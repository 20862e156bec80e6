import type { z } from 'zod';
import { holds } from '#accounts/rules/who.ts';
import type { Ctx } from '#accounts/server/acting.ts';
import { tellSetting } from '../telling-settings.ts';
import { sendSignal } from '#platform/live/signals.ts';
import { notAllowed, notFound, notNow, notValid } from '#platform/refusals.ts';
import { moment } from '#sla/rules/moments.ts';
import { folderOf, macro_limits } from '../../rules/macros/folder.ts';
import { keepsMacros, mayKeep } from '../../rules/macros/keeping.ts';
import type { Macro, MacroChange, Macros, NewMacro } from '../../rules/macros/macro.ts';
import { unknownIn } from '../../rules/macros/variables.ts';
import { lacksNextStep, no_next_step } from '../../rules/next-step.ts';
import { seenBy } from '../shapes.ts';
import {
  holdMacrosOf,
  insertMacro,
  insertUse,
  selectMacro,
  selectMacros,
  selectTeams,
  updateMacro,
  type MacroRow,
  type NewMacroRow,
} from './store.ts';

/** The deeds on macros: each person's own, a team's, everybody's. */

type Teams = Awaited<ReturnType<typeof selectTeams>>;
const mine = (teams: Teams) => new Set(teams.filter(team => team.mine).map(({ id }) => id));

/** Those that this person may use, what she used last first. */
export async function listMacros(ctx: Ctx): Promise<Macros> {
  const [rows, teams] = [await selectMacros(ctx), await selectTeams(ctx)];
  return {
    items: rows.map(row => macroOf(ctx, row, teams)),
    teams: teams.map(({ id, name }) => ({ id, name })),
    can: { keep: keepsMacros(ctx.who), share: holds(ctx.who, 'coordinator') },
  };
}

function macroOf(ctx: Ctx, row: MacroRow, teams: Teams): Macro {
  const { id, name, folder, whose, lang, reply, note, steps, team_id, team, times, last } = row;
  return {
    ...{ id, name, folder, whose, lang, reply, note, steps },
    team: team_id === null ? null : { id: team_id, name: team ?? '' },
    owner: { id: row.owner_id, name: row.owner },
    used: { times, last: last === null ? null : moment(new Date(last), seenBy(ctx)) },
    can: { change: mayKeep(ctx.who, row, mine(teams)) },
  };
}

/** Keeps a macro. Refuses not_allowed (for whom it may not be), not_valid (no text and no step, an unknown variable). */
export async function keepMacro(ctx: Ctx, given: z.output<typeof NewMacro>): Promise<Macro> {
  const { team, folder, ...rest } = given;
  const macro = { ...rest, folder: folderOf(folder)!, team_id: team };
  const teams = await selectTeams(ctx);
  checkMacro(ctx, { ...macro, owner_id: ctx.who.person_id }, teams);
  await findRoom(ctx, ctx.who.person_id);
  const id = await insertMacro(ctx, macro);
  await tell(ctx, 'macro_added', { ...macro, id });
  return shown(ctx, id, teams);
}

/** Changes it, gives it to others, or brings it back. Refuses as keepMacro does, and not_found. */
export async function changeMacro(ctx: Ctx, id: number, given: z.output<typeof MacroChange>): Promise<Macro> {
  const teams = await selectTeams(ctx);
  const before = await macroToChange(ctx, id, teams);
  if (before.removed_at && given.removed === undefined) throw notFound();
  const { team, folder, removed, ...rest } = given;
  const change: Partial<NewMacroRow> = {
    ...(rest as Partial<NewMacroRow>),
    ...(team !== undefined && { team_id: team }),
    ...(folder !== undefined && { folder: folderOf(folder)! }),
    ...(removed === false && { removed_at: null }),
  };
  checkMacro(ctx, { ...before, ...change }, teams);
  if (before.removed_at) await findRoom(ctx, before.owner_id);
  await updateMacro(ctx, id, change);
  await tell(ctx, before.removed_at ? 'macro_restored' : 'macro_changed', {
    id,
    name: change.name ?? before.name,
    // Whoever had it before, or has it now, asks again.
    whose: before.whose === 'own' ? (change.whose ?? 'own') : before.whose,
  });
  return shown(ctx, id, teams);
}

/** Takes it out of sight; it can be brought back. Twice is once. */
export async function removeMacro(ctx: Ctx, id: number): Promise<Macro> {
  const teams = await selectTeams(ctx);
  const before = await macroToChange(ctx, id, teams);
  if (!before.removed_at) {
    await updateMacro(ctx, id, { removed_at: ctx.now });
    await tell(ctx, 'macro_removed', before);
  }
  return shown(ctx, id, teams);
}

/** Counts a use. Refuses not_valid for a macro that this person has not. */
export async function countUse(ctx: Ctx, macro: number, ticket: number): Promise<void> {
  if (!(await selectMacro(ctx, macro)))
    throw notValid('macro', {
      en: 'This macro is not there any more. Take it off, then send again.',
      fr: 'Cette macro n’est plus là. Retirez-la, puis renvoyez.',
    });
  await insertUse(ctx, macro, ticket);
}

type Written = Pick<NewMacroRow, 'whose' | 'reply' | 'note' | 'steps' | 'team_id'> & { owner_id: number };

/** Whether this person may keep it so, and whether it can ever be used. */
function checkMacro(ctx: Ctx, macro: Written, teams: Teams): void {
  const { whose, reply = null, note = null, steps } = macro;
  const team_id = macro.team_id ?? null;
  if ((whose === 'team') !== (team_id !== null))
    throw notValid('team', {
      en: 'Choose the team that it is for, and no team otherwise.',
      fr: 'Choisissez l’équipe à qui elle est, et aucune équipe sinon.',
    });
  if (ctx.code_wall && !mayKeep(ctx.who, { whose, owner_id: macro.owner_id, team_id }, mine(teams)))
    throw notAllowed(notForThese);
  if (team_id !== null && !teams.some(({ id }) => id === team_id)) throw notAllowed(notForThese);
  if (reply === null && note === null && steps.length === 0)
    throw notValid('reply', {
      en: 'Write a reply or a note, or choose what it changes.',
      fr: 'Écrivez une réponse ou une note, ou choisissez ce qu’elle change.',
    });
  for (const step of steps)
    if (step.does === 'move' && lacksNextStep({ ...step, answer: step.answer ?? reply ?? undefined }))
      throw notValid('reply', no_next_step);
  for (const [field, text] of Object.entries({ reply, note }))
    if (text !== null && unknownIn(text).length > 0) throw notValid(field, noVariable(unknownIn(text)));
}

const noVariable = (unknown: readonly string[]) => ({
  en: `Nothing can fill in ${unknown.join(', ')}. Choose a variable from the list.`,
  fr: `Rien ne peut remplir ${unknown.join(', ')}. Choisissez une variable de la liste.`,
});
const notForThese = {
  en: 'A coordinator keeps what everybody has, and a team’s people what is the team’s. You can keep one of your own.',
  fr: 'La coordination garde ce que tous ont, et les gens d’une équipe ce qui est à elle. Vous pouvez en garder une à vous.',
};

/** Whoever may not use it is not told that it exists; who may, and may not change it, is told why. */
async function macroToChange(ctx: Ctx, id: number, teams: Teams): Promise<MacroRow> {
  const row = await selectMacro(ctx, id);
  if (!row) throw notFound();
  if (ctx.code_wall && !mayKeep(ctx.who, row, mine(teams))) throw notAllowed(notForThese);
  return row;
}

async function findRoom(ctx: Ctx, owner: number): Promise<void> {
  if ((await holdMacrosOf(ctx, owner)) < macro_limits.of_a_person) return;
  throw notNow({
    en: `One person keeps at most ${macro_limits.of_a_person} macros. Please remove one first.`,
    fr: `Une personne garde au plus ${macro_limits.of_a_person} macros. Veuillez d’abord en retirer une.`,
  });
}

async function shown(ctx: Ctx, id: number, teams: Teams): Promise<Macro> {
  const row = await selectMacro(ctx, id);
  if (!row) throw notFound();
  return macroOf(ctx, row, teams);
}

/** Open pages of those who have it ask for the macros again. */
const tell = (ctx: Ctx, kind: string, { id, name, whose }: Pick<Macro, 'id' | 'name' | 'whose'>) =>
  whose === 'own'
    ? sendSignal(ctx.db, { to: `person:${ctx.who.person_id}`, kind: 'macros' })
    : tellSetting(ctx, 'macros', kind, { macro: id, name });
