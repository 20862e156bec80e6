import type { Values } from '../../fields/field.ts';
import { checkFields, shownFields, shownValues, withGiven, type About } from '../../fields/filling.ts';
import { sentences } from '../../fields/sentences.ts';
import { fieldFact } from '../../fields/story.ts';
import { priorityOf } from '../../priority.ts';
import {
  changing,
  whyNot,
  type Foreseeable,
  type Foreseeing,
  type Foreseen,
  type Foresight,
} from '../foreseeable.ts';
import type { StepOf } from '../step.ts';

const facets = ['category', 'impact', 'urgency', 'priority', 'promised'] as const;

/** The priority follows, and so do the ticket's own fields: what is no longer shown goes. */
export function change(
  ticket: Foreseeable,
  { category, impact, urgency, promised }: StepOf<'change'>,
  by: Foreseeing,
): Foresight {
  if (!ticket.can.change) return { refused: whyNot(ticket) };
  const about = {
    category: category ?? ticket.category,
    impact: impact ?? ticket.impact,
    urgency: urgency ?? ticket.urgency,
  };
  const priority = priorityOf(about.impact, about.urgency);
  const next = { ...about, priority, promised: promised ?? ticket.promised };
  const changes = facets.flatMap(facet => changing(facet, ticket[facet], next[facet]));
  const values = changes.length > 0 ? shownOf(ticket.beside.values, about, by) : ticket.beside.values;
  return { changes: [...changes, ...changedValues(ticket.beside.values, values)] };
}

/** One field, and with it those that its answer no longer shows. */
export function field(ticket: Foreseeable, { field: id, value }: StepOf<'field'>, by: Foreseeing): Foresight {
  if (!ticket.can.change) return { refused: whyNot(ticket) };
  const { values: before, people } = ticket.beside;
  if (!shownFields(by.fields, before, ticket).some(each => each.id === id))
    return { refused: sentences.not_here };
  const after = shownOf(withGiven(before, { [id]: value }), ticket, by);
  const [fault] = checkFields(by.fields, after, {
    about: ticket,
    at: 'correcting',
    touched: [String(id)],
    today: by.today,
    people,
  });
  return fault ? { refused: fault.sentence } : { changes: changedValues(before, after) };
}

/** What a field held that is no longer filled in only stays readable. */
function shownOf(values: Values, about: About, { fields }: Foreseeing): Values {
  const live = new Set(fields.map(({ id }) => String(id)));
  const kept = Object.fromEntries(Object.entries(values).filter(([id]) => !live.has(id)));
  return { ...kept, ...shownValues(fields, values, about) };
}

const changedValues = (before: Values, after: Values): Foreseen[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap(id =>
    changing(fieldFact(Number(id)), before[id] ?? null, after[id] ?? null),
  );
