import type { MessageWords } from './en.ts';

export const fr: MessageWords = {
  edit: 'Modifier',
  edit_last: 'Modifier mon dernier message',
  written: 'écrit',
  sent: 'envoyé',
  edited: 'modifié',
  see: 'voir ce que c’était',
  was_until: 'Jusqu’à',
  label: 'Modifier le message',
  save: 'Enregistrer la modification',
  cancel: 'Annuler',
  saved: 'Modifié. L’ancien texte est conservé.',
  first_write: 'Écrivez d’abord quelque chose.',
};
