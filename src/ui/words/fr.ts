import type { UiWords } from './en.ts';

export const fr: UiWords = {
  loading: 'Chargement',
  close: 'Fermer',
  remove: name => `Retirer ${name}`,
  required_errors: 'À corriger :',
  optional: 'facultatif',
  try_again: 'Réessayer',
  no_connection: 'Le serveur est injoignable. Votre texte reste à l’écran; veuillez réessayer.',
  unexpected: 'La réponse du serveur est incompréhensible pour cette page. Veuillez recharger la page.',
  files: {
    add: 'Ajouter des fichiers',
    drop: 'ou déposez-les ou collez-les ici',
    progress: (name, percent) => `${name} : ${percent} % envoyés`,
    failed: 'Non envoyé.',
    too_large: limit => `Trop volumineux : au plus ${limit} par fichier.`,
    too_many: limit => `Au plus ${limit} fichiers à la fois.`,
    units: { kilo: 'ko', mega: 'Mo' },
  },
  theme: { label: 'Couleurs', system: 'Comme le système', light: 'Clair', dark: 'Sombre' },
};
