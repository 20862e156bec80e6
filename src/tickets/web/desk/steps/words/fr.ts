import type { StepFieldWords } from './en.ts';

export const fr: StepFieldWords = {
  team: name => `à l’équipe ${name}`,
  teams: 'Équipes',
  people: 'Personnes',
  field: 'Quel champ',
  choose: 'Choisir…',
  answer: 'La réponse',
  empty: 'Retirer la réponse',
  follows: 'Qui suit',
  me: 'Moi',
  does: 'Suit',
  follow: 'à partir de maintenant',
  no_longer: 'ne suit plus',
  until: 'Hors de mes listes jusqu’à',
  mornings: {
    tomorrow: 'demain matin',
    in_two_days: 'après-demain',
    next_monday: 'lundi prochain',
    answer: 'la réponse de l’école',
    day: 'un jour',
  },
  day: 'Jour',
  tags_on: 'Mettre',
  tags_off: 'Retirer',
  commas: 'Plusieurs, séparées par des virgules.',
};
