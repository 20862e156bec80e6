import type { Lang } from '#platform/schemas.ts';
import type { TicketWords } from '../words/en.ts';
import type { Step } from './step.ts';

/** What is needed to say a step: the language, the names of ids, and who is who. */
export interface Saying {
  lang: Lang;
  words: Pick<TicketWords, 'categories' | 'impacts' | 'urgencies' | 'moves' | 'requirements'>;
  /** The name of somebody of the desk. */
  nameOf: (person: number) => string | undefined;
}

type Of<Kind extends Step['does']> = Extract<Step, { does: Kind }>;

/** ONE table: each kind of step in a few words, as a chip says it ("give to me", "then: Solve"). */
const said: { [Kind in Step['does']]?: (step: Of<Kind>, saying: Saying) => string } = {
  assign: ({ agent }, { lang, nameOf }) =>
    agent === null
      ? { en: 'give to nobody', fr: 'ne donner à personne' }[lang]
      : agent === 'me'
        ? { en: 'give to me', fr: 'me le donner' }[lang]
        : { en: 'give to', fr: 'donner à' }[lang] + ` ${nameOf(agent) ?? '…'}`,
  change: ({ category, impact, urgency }, { lang, words }) =>
    [
      category && `${{ en: 'category', fr: 'catégorie' }[lang]} → ${words.categories[category]}`,
      impact && `${{ en: 'affected', fr: 'touchés' }[lang]} → ${words.impacts[impact]}`,
      urgency && `${{ en: 'urgency', fr: 'urgence' }[lang]} → ${words.urgencies[urgency]}`,
    ]
      .filter(Boolean)
      .join(', '),
  tag: ({ add, remove }, { lang }) =>
    `${{ en: 'tag', fr: 'étiquette' }[lang]} ${[...add.map(name => `+${name}`), ...remove.map(name => `−${name}`)].join(', ')}`,
  move: ({ move, date }, { lang, words }) =>
    `${{ en: 'then', fr: 'puis' }[lang]}${lang === 'fr' ? '\u00a0' : ''}: ${words.moves[move]}${date ? ` (${date})` : ''}`,
  note: ({ text }, { lang }) => `${{ en: 'note', fr: 'note' }[lang]} “${begin(text)}”`,
  reply: ({ text }, { lang }) => `${{ en: 'reply', fr: 'réponse' }[lang]} “${begin(text)}”`,
};

const begin = (text: string) =>
  (text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text).replace(/\s+/g, ' ');

/** A step in a few words; a kind that the table has not yet is said by its name and values. */
export function stepWords(step: Step, saying: Saying): string {
  const says = said[step.does] as ((step: Step, saying: Saying) => string) | undefined;
  if (says) return says(step, saying);
  const { does, ...values } = step as { does: string };
  return [does, ...Object.values(values).flat().map(String)].join(' ');
}
