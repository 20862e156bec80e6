import type { Words } from '#platform/schemas.ts';
import { namedIn, own_names, textsOf, written_names } from './filling.ts';
import type { Guide, Question } from './guide.ts';
import { walk } from './walking.ts';

/** What is wrong with a guide: nothing may be, to publish it. */

export interface Trouble {
  kind: 'dead_end' | 'cycle' | 'unreached' | 'unset' | 'unknown' | 'missing' | 'twice' | 'walk';
  /** The question, outcome, variable or walk that it is at. */
  at: string;
  words: Words;
}

/** All of it, in the guide's order. */
export function troublesOf(guide: Guide): Trouble[] {
  const ids = [...guide.questions, ...guide.outcomes].map(({ id }) => id);
  const leads = [...doubles(ids), ...deadEnds(guide, new Set(ids)), ...cycles(guide), ...unreached(guide)];
  // A walk can only be walked where every answer leads somewhere, and none leads back.
  const walks = leads.some(({ kind }) => kind === 'dead_end' || kind === 'cycle') ? [] : strayed(guide);
  return [...leads, ...unset(guide), ...unsaid(guide), ...misled(guide), ...walks];
}

const doubles = (ids: readonly string[]): Trouble[] =>
  [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))].map(id => ({
    kind: 'twice',
    at: id,
    words: { en: `There are two with the name ${id}.`, fr: `Il y en a deux du nom de ${id}.` },
  }));

/** Where a question leads: by each answer, and past it where it isn't asked. */
const waysOf = ({ answers, else_next }: Question): string[] => [
  ...answers.map(({ next }) => next),
  ...(else_next === undefined ? [] : [else_next]),
];

function deadEnds({ start, questions }: Guide, there: ReadonlySet<string>): Trouble[] {
  const end = (at: string, words: Words): Trouble => ({ kind: 'dead_end', at, words });
  const found: Trouble[] = [];
  if (!there.has(start))
    found.push(end(start, { en: 'The guide begins nowhere.', fr: 'Le guide ne commence nulle part.' }));
  for (const { id, answers, when, else_next } of questions) {
    if (answers.length === 0)
      found.push(end(id, { en: 'This question has no answer.', fr: 'Cette question n’a aucune réponse.' }));
    for (const { label, next } of answers)
      if (!there.has(next))
        found.push(
          end(id, {
            en: `The answer “${label.en}” leads nowhere.`,
            fr: `La réponse « ${label.fr} » ne mène nulle part.`,
          }),
        );
    if (when !== undefined && (else_next === undefined || !there.has(else_next)))
      found.push(
        end(id, {
          en: 'Where this question is not asked, the way leads nowhere.',
          fr: 'Là où cette question n’est pas posée, le chemin ne mène nulle part.',
        }),
      );
  }
  return found;
}

/** Each question from which a way leads back to it, once for each ring. */
function cycles({ questions }: Guide): Trouble[] {
  const by_id = new Map(questions.map(question => [question.id, question]));
  const done = new Set<string>();
  const found: Trouble[] = [];
  const visit = (id: string, path: readonly string[]): void => {
    const question = by_id.get(id);
    if (!question || done.has(id)) return;
    if (path.includes(id)) {
      const ring = [...path.slice(path.indexOf(id)), id].join(' → ');
      found.push({
        kind: 'cycle',
        at: id,
        words: { en: `The way leads in a ring: ${ring}.`, fr: `Le chemin tourne en rond : ${ring}.` },
      });
      return;
    }
    for (const next of waysOf(question)) visit(next, [...path, id]);
    done.add(id);
  };
  for (const { id } of questions) visit(id, []);
  return found;
}

function unreached({ start, questions, outcomes }: Guide): Trouble[] {
  const by_id = new Map(questions.map(question => [question.id, question]));
  const seen = new Set<string>();
  const waiting = [start];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const question = by_id.get(id);
    if (question) waiting.push(...waysOf(question));
  }
  return [...questions, ...outcomes]
    .filter(({ id }) => !seen.has(id))
    .map(({ id }) => ({
      kind: 'unreached',
      at: id,
      words: { en: 'No answer leads here.', fr: 'Aucune réponse ne mène ici.' },
    }));
}

/** What a text needs and nobody has said yet; addresses that end in `.invalid` are examples. */
function unset({ variables }: Guide): Trouble[] {
  const needed = ['SIS_NAME', 'SIS_URL', 'SIS_HOST', 'HELPDESK_PHONE'] as const;
  const lists = ['SIS_PORTS', 'CHECK_SITES'] as const;
  const missing = [
    ...needed.filter(name => variables[name] === '' || /\.invalid\b/.test(variables[name])),
    ...lists.filter(name => variables[name].length === 0),
  ];
  return missing.map(name => ({
    kind: 'unset',
    at: name,
    words: { en: `Say what ${name} is here.`, fr: `Dites ce qu’est ${name} ici.` },
  }));
}

/** A text that is missing in a language, or that names what nobody fills in. */
function unsaid(guide: Guide): Trouble[] {
  const known = new Set<string>([
    ...Object.keys(guide.variables),
    ...own_names,
    ...written_names,
    ...guide.questions.map(({ id }) => id),
  ]);
  return textsOf(guide).flatMap(({ at, part, text }) => {
    const found: Trouble[] = [];
    if (text.en.trim() === '' || text.fr.trim() === '')
      found.push({
        kind: 'missing',
        at,
        words: {
          en: `A text is missing in ${text.en.trim() === '' ? 'English' : 'French'} (${part}).`,
          fr: `Un texte manque en ${text.en.trim() === '' ? 'anglais' : 'français'} (${part}).`,
        },
      });
    for (const name of new Set([...namedIn(text.en), ...namedIn(text.fr)]))
      if (!known.has(name))
        found.push({
          kind: 'unknown',
          at,
          words: { en: `Nothing is called {${name}}.`, fr: `Rien ne s’appelle {${name}}.` },
        });
    return found;
  });
}

/** Names that point to nothing: groups, variables, pre-picked answers, what an outcome needs, a ticket without words. */
function misled(guide: Guide): Trouble[] {
  const groups = new Set(guide.groups.map(({ id }) => id));
  const ids = new Set(guide.questions.map(({ id }) => id));
  const unknown = (at: string, name: string): Trouble => ({
    kind: 'unknown',
    at,
    words: { en: `There is no ${name}.`, fr: `Il n’y a pas de ${name}.` },
  });
  return [
    ...guide.questions.flatMap(({ id, group, when, answers, auto_check }) => [
      ...(groups.has(group) ? [] : [unknown(id, group)]),
      ...(when === undefined || typeof guide.variables[when as never] === 'boolean'
        ? []
        : [unknown(id, when)]),
      ...doubles(answers.map(answer => answer.id)).map(each => ({ ...each, at: id })),
      ...Object.values(auto_check?.maps ?? {})
        .filter(answer => answer !== null && !answers.some(each => each.id === answer))
        .map(answer => unknown(id, answer!)),
    ]),
    ...guide.outcomes.flatMap(({ id, ticket }) => [
      ...(ticket.needs ?? []).filter(each => !ids.has(each)).map(each => unknown(id, each)),
      ...(asksNoMore(ticket)
        ? []
        : [
            {
              kind: 'missing' as const,
              at: id,
              words: {
                en: 'A ticket from here needs a subject, a category, how many are affected and how soon.',
                fr: 'Un billet d’ici a besoin d’un objet, d’une catégorie, de qui est touché et d’un délai.',
              },
            },
          ]),
    ]),
  ];
}

const asksNoMore = ({
  allow,
  subject,
  category,
  impact,
  urgency,
}: Guide['outcomes'][number]['ticket']): boolean =>
  allow === 'no' || allow === 'subscribe' || Boolean(subject && category && impact && urgency);

/** Where a walk that must end somewhere ends now, and whether that is there with all of its answers. */
export function endOf(
  guide: Guide,
  { answers, outcome }: Guide['walks'][number],
): { end: string; holds: boolean } {
  const { asked, here } = walk(guide, answers);
  const end = 'outcome' in here ? here.outcome.id : here.question.id;
  return { end, holds: asked.length === answers.length && end === outcome };
}

/** The walks that must end where they say, and don't. */
function strayed(guide: Guide): Trouble[] {
  return guide.walks.flatMap(walked => {
    const { name, outcome } = walked;
    const { end, holds } = endOf(guide, walked);
    if (holds) return [];
    return [
      {
        kind: 'walk' as const,
        at: name.en,
        words: {
          en: `The walk “${name.en}” ends at ${end}, not at ${outcome}.`,
          fr: `Le parcours « ${name.fr} » finit à ${end}, et non à ${outcome}.`,
        },
      },
    ];
  });
}
