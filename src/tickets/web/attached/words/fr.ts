import type { AttachedWords } from './en.ts';

export const fr: AttachedWords = {
  none: 'Vous parlez d’une pièce jointe, mais il n’y en a pas. Ajoutez-la, ou',
  send_anyway: 'Envoyer quand même',
};
