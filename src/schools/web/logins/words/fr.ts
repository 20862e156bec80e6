import type { LoginWords } from './en.ts';

export const fr: LoginWords = {
  title: 'Connexion de l’école',
  is: username =>
    `L’école se connecte comme ${username}. Son mot de passe peut être remplacé, jamais consulté.`,
  none: 'L’école ne peut pas encore se connecter.',
  make: 'Faire la lettre d’accès',
  anew: 'Faire une nouvelle lettre',
  sheet: school => `Lettre d’accès pour ${school}`,
  sheet_lead:
    'Le logiciel fait le mot de passe. Il est montré une seule fois, avec une lettre à imprimer; l’école choisit le sien à la première connexion.',
  ends: 'Le mot de passe actuel n’ouvre alors plus rien, et les personnes connectées de l’école sont déconnectées.',
  username: 'Nom d’utilisateur',
  language: 'Langue de la lettre',
  languages: { en: 'Anglais', fr: 'Français' },
  deed: 'Faire la lettre',
  cancel: 'Annuler',
  close: 'J’ai la lettre',
  once: 'Ce mot de passe n’est montré que cette fois. Enregistrez ou imprimez la lettre maintenant : personne ne pourra le retrouver.',
  password: 'Premier mot de passe',
  save: 'Enregistrer la lettre (PDF)',
  file: code => `acces-${code.toLowerCase()}.pdf`,
  files: 'lettres-acces.pdf',
  page: {
    link: 'Accès et revues',
    title: 'Accès des écoles',
    lead: 'Qui peut se connecter, quelle lettre n’a pas encore servi, et qui a confirmé ses personnes.',
    back: 'Toutes les écoles',
    failed: 'Les accès n’ont pas pu être chargés.',
    again: 'Réessayer',
    empty: 'Aucune école n’est encore inscrite.',
    none_found: 'Aucune école ne correspond.',
    wave: 'Vague',
    every_wave: 'Toutes les vagues',
    no_wave: 'Sans vague',
    show: 'Afficher',
    shows: {
      all: 'Toutes les écoles',
      none: 'Sans accès',
      letter: 'Lettre pas encore utilisée',
      late: 'Revue en retard',
    },
    select: school => `Choisir ${school}`,
    select_all: 'Choisir toutes celles affichées',
    school: 'École',
    username: 'Nom d’utilisateur',
    login: 'Accès',
    people: 'Personnes',
    review: 'Revue des accès',
    logins: { none: 'aucun', letter: 'lettre pas utilisée', own: 'son propre mot de passe' },
    since: made => `faite ${made}`,
    reviews: {
      none: '–',
      due: 'en cours',
      late: 'en retard',
      confirmed: 'confirmée',
      expired: 'close, incomplète',
    },
    answered: (answered, of) => `${answered} sur ${of}`,
    selected: count => (count < 2 ? `${count} école choisie` : `${count} écoles choisies`),
    make: 'Faire les lettres',
    review_start: 'Commencer une revue des accès',
    begun: count =>
      count < 2
        ? `Une revue des accès commence à ${count} école.`
        : `Une revue des accès commence à ${count} écoles.`,
    making_title: count => (count < 2 ? `Une lettre pour ${count} école` : `Lettres pour ${count} écoles`),
    making_ends: count =>
      count < 2
        ? `${count} d’entre elles a choisi son propre mot de passe : il n’ouvre alors plus rien, et ses personnes sont déconnectées.`
        : `${count} d’entre elles ont choisi leur propre mot de passe : il n’ouvre alors plus rien, et leurs personnes sont déconnectées.`,
    making_rule:
      'Un seul PDF, une page par école. Rien ne change avant que toutes les lettres soient faites.',
    made: (made, of) => `${made} sur ${of} faites`,
    stop: 'Arrêter',
    broken:
      'La connexion a été coupée. Aucun changement n’a été annoncé : vérifiez la liste, puis refaites les lettres.',
    done: count => (count < 2 ? 'La lettre est faite.' : `${count} lettres sont faites.`),
  },
};
