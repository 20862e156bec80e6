import type { Move, Requirement } from '../lifecycle.ts';
import type { Step } from '../steps/step.ts';
import type { Can } from '../ticket.ts';

type Given = Extract<Step, { does: 'move' }>;
type Fields = Record<string, string | number | boolean>;

/** Where a macro's texts go on one ticket. */
export interface LaidOut {
  /** The form that takes its text: a reply, a note, or a move that needs one; null when there is nothing to write. */
  into: 'reply' | 'note' | Move | null;
  fields: Fields;
  /** What goes with it, in its order. */
  also: Step[];
}

const to_school: readonly Requirement[] = ['question', 'answer'];
const to_desk: readonly Requirement[] = ['pack', 'note'];

/**
 * A move that says something to the school says the macro's reply; one that tells the iGroup, its note. Texts that no
 * move takes are a reply and a note of their own, and one form holds one text: beside a reply the note goes along.
 * A move that still needs something and has the form to itself asks for it there.
 */
export function layOut(
  { reply, note, steps }: { reply: string | null; note: string | null; steps: readonly Step[] },
  { moves }: Pick<Can, 'moves'>,
): LaidOut {
  const requires = (step: Step) =>
    (step.does === 'move'
      ? (moves.find(({ move }) => move === step.move)?.requires ?? [])
      : []) as Requirement[];
  const taking = (wanted: readonly Requirement[], text: string | null) => {
    const step =
      text === null ? undefined : steps.find(each => requires(each).some(name => wanted.includes(name)));
    const field = step && requires(step).find(name => wanted.includes(name));
    return step?.does === 'move' && field ? { step, given: { ...step, [field]: text } } : undefined;
  };
  const says = taking(to_school, reply);
  const tells = taking(to_desk, note);
  const with_texts = steps.map(step =>
    step === says?.step ? says.given : step === tells?.step ? tells.given : step,
  );
  const note_beside: Step[] = note !== null && !tells ? [{ does: 'note', text: note }] : [];
  if (says) return form(says.given, [...note_beside, ...with_texts.filter(step => step !== says.given)]);
  if (reply !== null)
    return { into: 'reply', fields: { text: reply }, also: [...note_beside, ...with_texts] };
  if (tells)
    return form(
      tells.given,
      with_texts.filter(step => step !== tells.given),
    );
  if (note !== null) return { into: 'note', fields: { text: note }, also: with_texts };
  const asking = with_texts.find(
    (step): step is Given => step.does === 'move' && requires(step).some(name => step[name] === undefined),
  );
  return asking
    ? form(
        asking,
        with_texts.filter(step => step !== asking),
      )
    : { into: null, fields: {}, also: with_texts };
}

function form({ does: _does, move, ...given }: Given, also: Step[]): LaidOut {
  const fields = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as Fields;
  return { into: move, fields, also };
}
