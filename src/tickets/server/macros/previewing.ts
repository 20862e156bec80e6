import type { Ctx } from '#accounts/server/acting.ts';
import { notFound } from '#platform/refusals.ts';
import type { Words } from '#platform/schemas.ts';
import type { MacroPreview } from '../../rules/macros/macro.ts';
import { layOut } from '../../rules/macros/laid-out.ts';
import { fillIn, unfilledIn } from '../../rules/macros/variables.ts';
import { foresee, stillNeeds, type Foreseen } from '../../rules/steps/foresee.ts';
import type { Step } from '../../rules/steps/step.ts';
import { stepWords } from '../../rules/steps/words.ts';
import { changesOf } from '../../rules/story.ts';
import type { Ticket } from '../../rules/ticket.ts';
import { en } from '../../rules/words/en.ts';
import { fr } from '../../rules/words/fr.ts';
import { ticketOf, seenBy } from '../shapes.ts';
import { selectTicket } from '../views.ts';
import { selectMacro, selectNames } from './store.ts';
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
  const tell = await teller(ctx, { ticket, then }, macro.steps);
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

/** Says of a step what it would change on this ticket, or why it can't; `asks`: its form asks for what is missing. */
async function teller(ctx: Ctx, { ticket, then }: { ticket: Ticket; then: Ticket }, steps: readonly Step[]) {
  const me = ctx.who.person_id;
  const named = steps.flatMap(step =>
    step.does === 'assign' && typeof step.agent === 'number' ? [step.agent] : [],
  );
  const names = await selectNames(ctx, [...named, me, ...(ticket.assignee ? [ticket.assignee.id] : [])]);
  const saying = { lang: ctx.lang, words: words[ctx.lang], nameOf: (person: number) => names.get(person) };
  const worded = ({ field, from, to }: Foreseen) => {
    const value = (id: unknown) => (field === 'assignee' ? personIn(names, id === 'me' ? me : id) : id);
    return changesOf({ [field]: [value(from), value(to)] }, { ...seenBy(ctx), side: 'desk' });
  };
  return (step: Step, asks: boolean): MacroPreview['foreseen'][number] => {
    const says = stepWords(step, saying);
    const on = step.does === 'move' ? then : ticket;
    const found = foresee(on, step);
    const refused = 'refused' in found ? found.refused : asks ? null : needed(stillNeeds(on, step));
    return {
      does: step.does,
      says,
      changes: refused || !('changes' in found) ? [] : found.changes.flatMap(worded),
      refused: refused && refused[ctx.lang],
    };
  };
}

const personIn = (names: ReadonlyMap<number, string>, id: unknown) =>
  id === null ? null : (names.get(Number(id)) ?? null);

function needed(missing: ReturnType<typeof stillNeeds>): Words | null {
  const all = (lang: 'en' | 'fr') => missing.map(name => words[lang].requirements[name]).join(', ');
  return missing.length === 0 ? null : { en: `Needed: ${all('en')}.`, fr: `Requis : ${all('fr')}.` };
}
