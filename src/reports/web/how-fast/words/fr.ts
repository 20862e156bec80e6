import type { HowFastWords } from './en.ts';

export const fr: HowFastWords = {
  title: 'Notre rapidité',
  lead: igroup => `En combien de temps ${igroup} a répondu aux écoles et réglé leurs problèmes.`,
  somebody: 'le centre d’aide',
  span: days => `Période : ${days}. Toutes les écoles ensemble, en heures du bureau.`,
  priority: 'Priorité',
  response: 'Première réponse',
  resolution: 'Solution',
  in_time: percent => `${percent} % à temps`,
  half: span => `la moitié en ${span}`,
  few: 'trop peu',
  few_why: fewest =>
    `Aucune école n’est nommée. Un nombre qui viendrait de moins de ${fewest} billets n’est pas montré.`,
  off: 'Cette page n’est pas publique.',
  off_hint: 'Le centre d’aide ne l’a pas ouverte.',
  sign_in: 'Vers la connexion',
  busy: 'Un instant',
  settings: 'Réglages',
  about:
    'Une page sans connexion qui dit, par priorité, combien de réponses et de solutions sont venues à temps, et en combien de temps la moitié : sur 90 jours, toutes les écoles ensemble.',
  about_few:
    'Aucune école n’est nommée, et rien n’est montré qui vienne de moins de 5 billets. On la recalcule chaque jour.',
  is_on: 'Tout le monde peut la lire.',
  is_off: 'Personne ne peut la lire.',
  said: (by, when) => `Décidé par ${by}, ${when}.`,
  show: 'La montrer à tous',
  hide: 'La retirer',
  shown: 'Tout le monde peut maintenant la lire.',
  hidden: 'Plus personne ne peut la lire.',
  open: 'Ouvrir la page',
  look_only: 'Une personne qui coordonne ou administre peut le changer.',
};
