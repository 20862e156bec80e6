import type { Lang, Words } from '#platform/schemas.ts';
import type { Choice, FieldKind } from '../fields/field.ts';
import type { snooze_choices } from '../tasks/waking.ts';
import type { TicketWords } from '../words/en.ts';
import type { Step, StepOf } from './step.ts';

/** What is needed to say a step: the language, the names of ids, and who is who. */
export interface Saying {
  lang: Lang;
  words: Pick<TicketWords, 'categories' | 'impacts' | 'urgencies' | 'extents' | 'moves' | 'requirements'>;
  /** The name of somebody of the desk. */
  nameOf: (person: number) => string | undefined;
  teamOf: (team: number) => string | undefined;
  fieldOf: (field: number) => SaidField | undefined;
}

/** What of a field is needed to say it. */
export interface SaidField {
  name: Words;
  kind: FieldKind;
  choices: readonly Choice[];
}

const mornings: Record<(typeof snooze_choices)[number] | 'answer', Words> = {
  tomorrow: { en: 'tomorrow morning', fr: 'demain matin' },
  in_two_days: { en: 'the day after tomorrow', fr: 'après-demain' },
  next_monday: { en: 'next Monday', fr: 'lundi prochain' },
  answer: { en: 'the school answers', fr: 'la réponse de l’école' },
};

/** ONE table: each kind of step in a few words, as a chip says it ("give to me", "then: Solve"). */
const said: { [Does in Step['does']]: (step: StepOf<Does>, saying: Saying) => string } = {
  assign: ({ agent }, { lang, nameOf }) =>
    agent === null
      ? { en: 'give to nobody', fr: 'ne donner à personne' }[lang]
      : agent === 'me'
        ? { en: 'give to me', fr: 'me le donner' }[lang]
        : { en: 'give to', fr: 'donner à' }[lang] + ` ${nameOf(agent) ?? '…'}`,
  team: ({ team }, { lang, teamOf }) =>
    ({ en: 'give to the team', fr: 'donner à l’équipe' })[lang] + ` ${teamOf(team) ?? '…'}`,
  field: ({ field, value }, { lang, fieldOf }) => {
    const asked = fieldOf(field);
    return `${asked?.name[lang] ?? '…'} → ${valueWords(value, lang, asked)}`;
  },
  follow: ({ person, follows }, { lang, nameOf }) =>
    person === 'me'
      ? follows
        ? { en: 'follow', fr: 'suivre' }[lang]
        : { en: 'no longer follow', fr: 'ne plus suivre' }[lang]
      : (follows
          ? { en: 'follower:', fr: 'abonnement\u00a0:' }
          : { en: 'no longer follows:', fr: 'fin d’abonnement\u00a0:' })[lang] + ` ${nameOf(person) ?? '…'}`,
  snooze: ({ until }, { lang }) =>
    `${{ en: 'snooze until', fr: 'mettre en veille jusqu’à' }[lang]} ${(mornings as Partial<Record<string, Words>>)[until]?.[lang] ?? until}`,
  change: ({ category, impact, urgency, promised }, { lang, words }) =>
    [
      category && `${{ en: 'category', fr: 'catégorie' }[lang]} → ${words.categories[category]}`,
      impact && `${{ en: 'affected', fr: 'touchés' }[lang]} → ${words.impacts[impact]}`,
      urgency && `${{ en: 'urgency', fr: 'urgence' }[lang]} → ${words.urgencies[urgency]}`,
      promised && `${{ en: 'promised', fr: 'promis' }[lang]} → ${words.extents[promised]}`,
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

function valueWords(value: StepOf<'field'>['value'], lang: Lang, asked: SaidField | undefined): string {
  if (value === null || value === false) return { en: 'nothing', fr: 'rien' }[lang];
  if (value === true) return { en: 'yes', fr: 'oui' }[lang];
  if (asked?.kind === 'person') return '…';
  return asked?.choices.find(({ id }) => id === value)?.[lang] ?? begin(String(value));
}

/** A step in a few words. */
export const stepWords = (step: Step, saying: Saying): string =>
  (said[step.does] as (step: Step, saying: Saying) => string)(step, saying);
