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

const twice = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, at) => names.indexOf(name) !== at)),
];

const doubles = (ids: readonly string[]): Trouble[] =>
  twice(ids).map(id => ({
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
    words: { en: 'Say what it is here.', fr: 'Dites ce que c’est ici.' },
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
          en: `Missing in ${text.en.trim() === '' ? 'English' : 'French'}: ${part.en}.`,
          fr: `Il manque en ${text.en.trim() === '' ? 'anglais' : 'français'} : ${part.fr}.`,
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
  const unknown = (at: string, words: Words): Trouble => ({ kind: 'unknown', at, words });
  return [
    ...guide.questions.flatMap(({ id, group, when, answers, auto_check }): Trouble[] => [
      ...(groups.has(group)
        ? []
        : [
            unknown(id, {
              en: `It is in the part ${group}, which is not there.`,
              fr: `Elle est dans la partie ${group}, qui n’existe pas.`,
            }),
          ]),
      ...(when === undefined || typeof guide.variables[when as never] === 'boolean'
        ? []
        : [
            unknown(id, {
              en: `It is asked where ${when} is so, and no setting is called so.`,
              fr: `Elle est posée où ${when} est vrai, et aucun réglage ne s’appelle ainsi.`,
            }),
          ]),
      ...twice(answers.map(answer => answer.id)).map((name): Trouble => ({
        kind: 'twice',
        at: id,
        words: {
          en: `Two of its answers have the name ${name}.`,
          fr: `Deux de ses réponses portent le nom ${name}.`,
        },
      })),
      ...Object.values(auto_check?.maps ?? {})
        .filter(answer => answer !== null && !answers.some(each => each.id === answer))
        .map(answer =>
          unknown(id, {
            en: `What is measured picks the answer ${answer}, which it does not have.`,
            fr: `La mesure choisit la réponse ${answer}, qu’elle n’a pas.`,
          }),
        ),
    ]),
    ...guide.outcomes.flatMap(({ id, ticket }) => [
      ...(ticket.needs ?? [])
        .filter(each => !ids.has(each))
        .map(each =>
          unknown(id, {
            en: `The desk must know ${each} before it begins, and no question is called so.`,
            fr: `Le bureau doit connaître ${each} avant de commencer, et aucune question ne s’appelle ainsi.`,
          }),
        ),
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

/** Where a walk does not end as it must now, in words; nothing where it does. */
export function strayingOf(guide: Guide, { answers, outcome }: Guide['walks'][number]): Words | undefined {
  const { asked, here } = walk(guide, answers);
  const end = 'outcome' in here ? here.outcome.id : here.question.id;
  const [is, must] = [calledAt(guide, end), calledAt(guide, outcome)];
  if (end !== outcome)
    return {
      en: `It ends at “${is.en}”, and not at “${must.en}”.`,
      fr: `Il finit à « ${is.fr} », et non à « ${must.fr} ».`,
    };
  if (asked.length === answers.length) return undefined;
  return {
    en: `It ends at “${must.en}” before all of its answers are given.`,
    fr: `Il finit à « ${must.fr} » avant que toutes ses réponses soient données.`,
  };
}

/** The words of a question or an outcome; what is neither is called by its name. */
export const calledAt = ({ questions, outcomes }: Guide, id: string): Words =>
  questions.find(each => each.id === id)?.question ??
  outcomes.find(each => each.id === id)?.title ?? { en: id, fr: id };

/** The walks that must end where they say, and don't. */
const strayed = (guide: Guide): Trouble[] =>
  guide.walks.flatMap(walked => {
    const words = strayingOf(guide, walked);
    return words ? [{ kind: 'walk', at: walked.name.en, words }] : [];
  });
