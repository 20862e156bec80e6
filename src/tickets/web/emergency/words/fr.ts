import type { EmergencyWords } from './en.ts';

export const fr: EmergencyWords = {
  title: 'Urgence',
  lead: 'Ouvert à tous, en tout temps, sans connexion. Le centre d’aide vous rappelle.',
  kind: 'De quoi s’agit-il?',
  kinds: {
    privacy_incident: 'Un incident de confidentialité',
    locked_out: 'Mon accès est bloqué',
  },
  kind_hints: {
    privacy_incident: 'Des renseignements personnels ont été vus, envoyés ou perdus par erreur.',
    locked_out: 'Vous êtes la direction ou la personne responsable de la sécurité d’une école.',
  },
  no_names: 'N’écrivez ni noms ni numéros d’élèves. Nous les demandons en vous rappelant.',
  no_access: 'C’est une demande d’aide. Elle ne donne accès à personne.',
  what: 'Que s’est-il passé?',
  when: 'Quand?',
  when_hint: 'Du mieux que vous savez : ce matin, depuis lundi.',
  seen_by: 'Qui l’a vu, ou a pu le voir?',
  seen_by_hint: 'Une famille, une classe, personne encore. Pas de noms d’élèves.',
  role: 'Quel est votre rôle à l’école?',
  roles: { lead: 'Direction', security_contact: 'Responsable de la sécurité' },
  school: 'Votre école',
  school_hint: 'Son nom ou son code.',
  caller: 'Votre nom',
  call_back: 'Où vous rappeler?',
  call_back_hint: 'Un numéro de téléphone, et quand vous joindre.',
  send: 'Envoyer au centre d’aide',
  sent: 'C’est arrivé',
  receipt: 'Votre reçu',
  receipt_hint: 'Donnez ce numéro quand vous appelez à ce sujet.',
  back: 'Vers la page de connexion',
};
