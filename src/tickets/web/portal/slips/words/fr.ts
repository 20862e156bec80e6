import type { SlipWords } from './en.ts';

export const fr: SlipWords = {
  waits: 'En attente d’envoi',
  refused: 'Non envoyé',
  written: time => `écrit ${time}`,
  reply_to: ticket => `Réponse à ${ticket}`,
  list: 'En attente sur cet ordinateur',
  sent: (subject, ticket) => `Envoyé : « ${subject} » est le billet ${ticket}.`,
  replied: ticket => `Votre réponse à ${ticket} est envoyée.`,
  not_sent: subject => `« ${subject} » n’a pas été envoyé. Votre texte est conservé : voyez pourquoi.`,
  see: 'Voir pourquoi',
  title: 'Pas encore envoyé',
  waiting_lead:
    'C’est conservé sur cet ordinateur et partira tout seul quand la connexion reviendra, même si vous fermez le navigateur entre-temps. Vous seule le voyez ici.',
  refused_lead:
    'Le centre d’aide ne l’a pas accepté. Votre texte est conservé : modifiez-le, copiez-le ou jetez-le.',
  try_now: 'Essayer maintenant',
  send_anyway: 'L’envoyer tel quel',
  change: 'Modifier',
  copy: 'Copier le texte',
  copied: 'Copié.',
  throw: 'Jeter',
  thrown: 'Jeté.',
  undo: 'Le garder',
  roads: 'Si la connexion ne revient pas',
  roads_lead:
    'Transmettez-le par une autre voie. Quelle que soit la voie, et quand cet ordinateur l’enverra plus tard, cela ne fera qu’un seul billet.',
  call: 'Appelez le centre d’aide :',
  read_out: 'et lisez d’abord le nom de cette fiche :',
  qr: 'Photographiez ceci avec un téléphone connecté, et envoyez au centre d’aide ce qu’il lit.',
  qr_part: 'Il contient le début de votre texte. Le tout suivra de cet ordinateur.',
  qr_label: 'Le billet sous forme de code à photographier',
  text: 'Ou tapez ceci dans un message :',
  copy_text: 'Copier le message',
  print: 'L’imprimer sur une feuille',
  gone: 'Plus rien n’attend ici.',
  to_tickets: 'Mes billets',
};
