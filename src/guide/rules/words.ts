import type { Words } from '#platform/schemas.ts';
import type { Allow, Owner } from './kinds.ts';

export const owner_words: Record<Owner, Words> = {
  SCHOOL: { en: 'Your school looks after this.', fr: 'Cela relève de votre école.' },
  ISP: { en: 'Your internet company looks after this.', fr: 'Cela relève de votre fournisseur Internet.' },
  IGROUP: { en: 'The help desk looks after this.', fr: 'Cela relève du centre d’aide.' },
  BCESIS: {
    en: 'The ministry’s desk (Level 2) looks after this, through the help desk.',
    fr: 'Cela relève du bureau du ministère (niveau 2), par le centre d’aide.',
  },
};

/** Over the guide as it is drawn for paper. */
export const chart_words = {
  title: { en: 'When you can’t connect', fr: 'Quand la connexion ne se fait pas' },
  lead: {
    en: 'Begin at “{start}” and go from box to box by your answers. A number leads to the box that has it. Each end says whose the problem is.',
    fr: 'Commencez à « {start} » et allez d’une case à l’autre selon vos réponses. Un numéro mène à la case qui le porte. Chaque fin dit à qui revient le problème.',
  },
  advice: { en: 'What to do then', fr: 'Que faire ensuite' },
} satisfies Record<string, Words>;

/** The same for the desk. */
export const owner_names: Record<Owner, Words> = {
  SCHOOL: { en: 'The school', fr: 'L’école' },
  ISP: { en: 'The internet company', fr: 'Le fournisseur Internet' },
  IGROUP: { en: 'The desk', fr: 'Le bureau' },
  BCESIS: { en: 'Level 2', fr: 'Le niveau 2' },
};

export const allow_words: Record<Allow, Words> = {
  no: { en: 'No ticket is needed', fr: 'Aucun billet n’est nécessaire' },
  subscribe: { en: 'Follows the notice that is there', fr: 'Suit l’avis déjà publié' },
  info_only: {
    en: 'A question: the work is the school’s',
    fr: 'Une question : le travail est à l’école',
  },
  exception: {
    en: 'Asks for an exception: the coordinator decides',
    fr: 'Demande une exception : la coordination décide',
  },
  yes: { en: 'A ticket with all answers', fr: 'Un billet avec toutes les réponses' },
};
