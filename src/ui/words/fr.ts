import type { UiWords } from './en.ts';

export const fr: UiWords = {
  password: { show: 'Afficher', hide: 'Masquer' },
  loading: 'Chargement',
  close: 'Fermer',
  remove: name => `Retirer ${name}`,
  required_errors: 'À corriger :',
  optional: 'facultatif',
  try_again: 'Réessayer',
  no_connection: 'Le serveur est injoignable. Votre texte reste à l’écran; veuillez réessayer.',
  unexpected: 'La réponse du serveur est incompréhensible pour cette page. Veuillez recharger la page.',
  build: { newer: 'Firstline a une nouvelle version.', load: 'La charger' },
  files: {
    add: 'Ajouter des fichiers',
    drop: 'ou déposez-les ou collez-les ici',
    progress: (name, percent) => `${name} : ${percent} % envoyés`,
    failed: 'Non envoyé.',
    waiting: 'En attente de la connexion',
    too_large: limit => `Trop volumineux : au plus ${limit} par fichier.`,
    too_many: limit => `Au plus ${limit} fichiers à la fois.`,
    units: { kilo: 'ko', mega: 'Mo' },
  },
  drafts: {
    kept: 'Conservé',
    only_here: 'Conservé sur cet ordinateur, la connexion est coupée',
    other: when => `Un autre texte a été conservé sur un autre appareil, ${when}.`,
    take_other: 'L’utiliser',
    keep_mine: 'Garder le mien',
    aside: 'Le texte que vous aviez ici est mis de côté.',
    take_aside: 'Le reprendre',
    drop_aside: 'Le jeter',
  },
  writing: {
    format: 'Mettre le texte en forme',
    bold: 'Gras',
    italic: 'Italique',
    list: 'Liste',
    numbers: 'Liste numérotée',
    quote: 'Citation',
    link: 'Lien',
    code: 'Code',
    preview: 'Aperçu',
    nothing: 'Rien n’est encore écrit.',
    no_preview: 'L’aperçu est impossible pour l’instant. Votre texte est conservé.',
    names_offered: (count: number) =>
      count === 1
        ? '1 personne, Entrée insère le nom'
        : `${count} personnes, les flèches choisissent, Entrée insère le nom`,
  },
  theme: { label: 'Couleurs', system: 'Comme le système', light: 'Clair', dark: 'Sombre' },
};
