import type { Ctx } from '#accounts/server/acting.ts';
import { notFound } from '#platform/refusals.ts';
import type { Words } from '#platform/schemas.ts';
import type { Ticket } from '../../rules/ticket.ts';
import type { MacroPreview } from '../../rules/macros/macro.ts';
import { layOut } from '../../rules/macros/laid-out.ts';
import { fillIn, unfilledIn } from '../../rules/macros/variables.ts';
import { foresee, stillNeeds } from '../../rules/steps/foresee.ts';
import type { Foreseeable } from '../../rules/steps/foreseeable.ts';
import { comesAfterText, type Step } from '../../rules/steps/step.ts';
import { stepWords } from '../../rules/steps/words.ts';
import { en } from '../../rules/words/en.ts';
import { fr } from '../../rules/words/fr.ts';
import { selectBeside } from '../beside.ts';
import { ticketOf } from '../shapes.ts';
import { besideOf, foreseeing, peopleNamed } from '../steps/foreseeing.ts';
import { telling } from '../steps/in-words.ts';
import { selectTicket } from '../views.ts';
import { selectMacro } from './store.ts';
import { valuesOf } from './values.ts';

const words = { en, fr };

/** A macro on one ticket, as it would be done now: nothing is changed. Refuses not_found. */
export async function previewMacro(ctx: Ctx, id: number, number: number): Promise<MacroPreview> {
  const macro = await selectMacro(ctx, id);
  const row = await selectTicket(ctx, number);
  if (!macro || macro.removed_at || !row) throw notFound();
  const ticket = ticketOf(ctx, row);
  const values = valuesOf(ctx, ticket, macro.lang);
  const filled = (text: string | null) => text && fillIn(text, values);
  const texts = { ...macro, reply: filled(macro.reply), note: filled(macro.note) };
  // A reply takes a new ticket before the moves that go with it are made.
  const takes = row.state === 'new' && layOut(texts, ticket.can).into === 'reply';
  const then = takes ? ticketOf(ctx, { ...row, state: 'in_progress' }) : ticket;
  const { into, fields, also } = layOut(texts, then.can);
  const own = into && into !== 'reply' && into !== 'note' ? [{ does: 'move', move: into } as Step] : [];
  const standing = await foreseeables(ctx, { ticket, then }, macro.steps);
  const on = (step: Step) => (comesAfterText(step, into === 'reply') ? standing.then : standing.ticket);
  const tell = await teller(ctx, on, macro.steps);
  const told = also.map(step => ({ step, told: tell(step, false) }));
  return {
    id,
    name: macro.name,
    into,
    fields,
    also: told.filter(({ told }) => told.refused === null).map(({ step }) => step),
    foreseen: [...told.map(each => each.told), ...own.map(step => tell(step, true))],
    unfilled: unfilledIn([...Object.values(fields), ...also.map(textOf)].join('\n')),
  };
}

const textOf = (step: Step) => ('text' in step ? step.text : '');

interface Standing {
  ticket: Foreseeable;
  /** As it is when its text was sent. */
  then: Foreseeable;
}

async function foreseeables(
  ctx: Ctx,
  { ticket, then }: Record<keyof Standing, Ticket>,
  steps: readonly Step[],
): Promise<Standing> {
  const at_school = await peopleNamed(ctx, steps, await foreseeing(ctx, steps));
  const beside = besideOf(ctx, await selectBeside(ctx, ticket.number), at_school(ticket.school.id));
  return { ticket: { ...ticket, beside }, then: { ...then, beside } };
}

/** Says of a step what it would change on this ticket, or why it can't; `asks`: its form asks for what is missing. */
async function teller(ctx: Ctx, on: (step: Step) => Foreseeable, steps: readonly Step[]) {
  const by = await foreseeing(ctx, steps);
  const found = (step: Step) => foresee(on(step), step, by);
  const changesIn = (step: Step) => {
    const foresight = found(step);
    return 'changes' in foresight ? foresight.changes : [];
  };
  const { tell, ...names } = await telling(ctx, steps, steps.flatMap(changesIn));
  return (step: Step, asks: boolean): MacroPreview['foreseen'][number] => {
    const foresight = found(step);
    const missing = () => (asks ? null : needed(stillNeeds(on(step), step)));
    const refused = 'refused' in foresight ? foresight.refused : missing();
    return {
      does: step.does,
      says: stepWords(step, { lang: ctx.lang, words: words[ctx.lang], ...names }),
      changes: refused ? [] : changesIn(step).flatMap(tell),
      refused: refused && refused[ctx.lang],
    };
  };
}

function needed(missing: ReturnType<typeof stillNeeds>): Words | null {
  const all = (lang: 'en' | 'fr') => missing.map(name => words[lang].requirements[name]).join(', ');
  return missing.length === 0 ? null : { en: `Needed: ${all('en')}.`, fr: `Requis : ${all('fr')}.` };
}
