import type { PeopleOnTicketWords } from './en.ts';

export const fr: PeopleOnTicketWords = {
  title: 'Sur ce billet',
  asked: 'a demandé',
  add: 'Ajouter une personne de l’école',
  nobody_else: 'Tout le monde de l’école y est.',
  remove: name => `Retirer ${name} de ce billet`,
  added: name => `${name} est maintenant sur ce billet.`,
  removed: name => `${name} n’est plus sur ce billet.`,
  undo: 'Annuler',
};
