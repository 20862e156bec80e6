import type { UndoWords } from './en.ts';

export const fr: UndoWords = {
  undo: 'Annuler',
  undone: 'Annulé.',
  waiting: name => `${name} envoie ceci`,
  leaves_in: seconds => (seconds > 0 ? `part dans ${seconds} s` : 'part maintenant'),
  not_seen_yet: 'l’école ne le voit pas encore',
  then: move => `puis : ${move}`,
  files: count => (count <= 1 ? `${count} fichier` : `${count} fichiers`),
  stopped: name => `Non envoyé : message de ${name}`,
  back: 'Remettre dans la zone de texte',
  again: 'Renvoyer',
  on_its_way: 'En route de nouveau.',
  first: {
    unseen: 'Un nouveau message est arrivé entre-temps : il est affiché plus haut. Lisez-le, puis envoyez.',
    audience: names => `Ce message serait maintenant lu par ${names}. L’envoyer à ces personnes?`,
  },
  accept_audience: 'Oui, à ces personnes',
};
