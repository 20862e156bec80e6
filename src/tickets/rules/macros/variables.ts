import type { Words } from '#platform/schemas.ts';

/**
 * What a macro's text may hold for the ticket to fill in. One rule says what is a variable of ours: two braces around
 * a word of the families school, person, ticket or me with a point, around `today`, or around `date`, with blanks or
 * none, in any case, on one line. All other braces are ordinary text and nobody's business.
 */

/** Those that stand for one thing, and what they are called where one chooses them. */
export const variables = {
  'person.first_name': { en: 'First name of who asked', fr: 'Prénom de qui demande' },
  'person.name': { en: 'Name of who asked', fr: 'Nom de qui demande' },
  'school.name': { en: 'Name of the school', fr: 'Nom de l’école' },
  'school.code': { en: 'Code of the school', fr: 'Code de l’école' },
  'ticket.number': { en: 'Number of the ticket', fr: 'Numéro du billet' },
  'ticket.subject': { en: 'Subject', fr: 'Objet' },
  'ticket.category': { en: 'Category', fr: 'Catégorie' },
  'ticket.opened': { en: 'Day on which it was opened', fr: 'Jour d’ouverture' },
  'ticket.planned': { en: 'Day for which it is planned', fr: 'Jour pour lequel il est planifié' },
  'ticket.level2_reference': { en: 'Level 2’s number', fr: 'Numéro du niveau 2' },
  'me.first_name': { en: 'Your first name', fr: 'Votre prénom' },
  'me.name': { en: 'Your name', fr: 'Votre nom' },
  today: { en: 'Today', fr: 'Aujourd’hui' },
} as const satisfies Record<string, Words>;
export type Variable = keyof typeof variables;

/** Today and so many working days of the desk; any number of them from 1 to `most_days`. */
export const day_ahead = { name: 'date:+3', en: 'In 3 working days', fr: 'Dans 3 jours ouvrables' } as const;
export const most_days = 60;

/** What a ticket fills in; what it has not is null. */
export type Values = Record<Variable, string | null> & { inDays: (days: number) => string };

const ours =
  /\{\{[ \t]*((?:school|person|ticket|me)\.[\p{L}\p{N}_.]*|today|date(?:[ \t]*:[^{}\n]*)?)[ \t]*\}\}/giu;

const nameOf = (written: string) => written.replace(/[ \t]/g, '').toLowerCase();

const isVariable = (name: string): name is Variable => Object.hasOwn(variables, name);

/** How many working days ahead `date:+3` means; undefined for what is no such date. */
function daysOf(name: string): number | undefined {
  const days = Number(/^date:\+(\d{1,2})$/.exec(name)?.[1]);
  return days >= 1 && days <= most_days ? days : undefined;
}

/** The text with all that the values know put in. What they don't know stays as it is written. */
export const fillIn = (text: string, values: Values): string =>
  text.replace(ours, (written: string, inside: string) => {
    const name = nameOf(inside);
    const days = daysOf(name);
    return (isVariable(name) ? values[name] : days === undefined ? null : values.inDays(days)) ?? written;
  });

const once = (found: string[]) => [...new Set(found)];

/** The variables of ours that still stand in a text, each once, as they are written: no such text leaves. */
export const unfilledIn = (text: string): string[] =>
  once([...text.matchAll(ours)].map(([written]) => written));

/** Those of them that nothing can ever fill: a slip of the pen in a macro. */
export const unknownIn = (text: string): string[] =>
  once(
    [...text.matchAll(ours)]
      .filter(([, inside]) => !isVariable(nameOf(inside!)) && daysOf(nameOf(inside!)) === undefined)
      .map(([written]) => written),
  );

/** A text in parts, for those who show what is not filled in. */
export function partsOf(text: string): { text: string; unfilled: boolean }[] {
  const parts: { text: string; unfilled: boolean }[] = [];
  let from = 0;
  for (const found of text.matchAll(ours)) {
    parts.push({ text: text.slice(from, found.index), unfilled: false }, { text: found[0], unfilled: true });
    from = found.index + found[0].length;
  }
  return [...parts, { text: text.slice(from), unfilled: false }].filter(part => part.text !== '');
}

/** The name that one is called by. */
export const firstName = (name: string): string => name.split(' ')[0]!;

/** Why a text does not leave. */
export const notFilled = (unfilled: readonly string[]): Words => ({
  en: `${unfilled.join(', ')} is not filled in. Write what belongs there or delete it, then send again. Your text is kept.`,
  fr: `${unfilled.join(', ')} n’est pas rempli. Écrivez ce qui doit y être ou effacez-le, puis renvoyez. Votre texte est conservé.`,
});
