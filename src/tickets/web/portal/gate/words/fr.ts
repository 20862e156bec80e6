import type { GateWords } from './en.ts';

export const fr: GateWords = {
  shut: school => `${school} n’est pas encore ouverte`,
  suspended: school => `${school} est suspendue`,
  facts: 'Ce qui l’ouvre',
  done: 'Fait',
  missing: 'Manque encore',
  trained: 'Première semaine de formation',
  stage1: 'Étape 1',
  not_suspended: 'Aucune suspension',
  who: 'Qui peut s’en occuper',
  by: (name, role) => `${name}, ${role}`,
  now: 'Ce que vous pouvez faire maintenant',
  ask: 'Poser une question de démarrage',
  ask_hint:
    'Sur votre arrivée, les dates de formation et les premiers pas. Les autres billets s’ouvrent plus tard.',
  read: 'Lire les billets de votre école',
  emergency: 'Urgence',
  privacy: 'Signaler un incident de confidentialité',
  locked_out: 'Accès bloqué? La direction ou la personne responsable de la sécurité demande de l’aide',
  always: 'C’est ouvert en tout temps.',
};
