import type { AccountWords } from './en.ts';

export const fr: AccountWords = {
  sign_in: {
    title: 'Connexion',
    username: 'Nom d’utilisateur',
    username_hint: 'Celui de votre école, ou le vôtre si vous travaillez au bureau.',
    password: 'Mot de passe',
    submit: 'Se connecter',
    emergency: 'Urgence : incident de confidentialité, ou accès bloqué',
    guide: 'Connexion impossible',
    help: 'Réponses sans se connecter',
    out_again: 'Votre session est terminée. Connectez-vous pour reprendre où vous étiez.',
  },
  who: {
    title: 'Qui êtes-vous?',
    hint: 'Pour savoir qui demande et à qui répondre.',
    find: 'Trouver votre nom',
    nobody: 'Personne ici ne porte ce nom. Demandez à votre direction de vous ajouter.',
    not_here: 'Votre nom n’y est pas? Votre direction ou le bureau peut vous ajouter.',
    back: 'Un autre nom d’utilisateur',
  },
  helps_with: system => `Aide pour ${system}`,
  account: 'Mon compte',
  sign_out: 'Se déconnecter',
  language: 'Langue',
};
