import type { BulkWords } from './en.ts';

const tickets = (count: number) => (count === 1 ? '1 billet' : `${count.toLocaleString('fr-CA')} billets`);
const many = (count: number) => (count > 1 ? 's' : '');

export const fr: BulkWords = {
  tickets,
  bar: 'Que faire des billets sélectionnés',
  selected: count => `${count.toLocaleString('fr-CA')} sélectionné${many(count)}`,
  none_yet: 'Touchez les billets voulus.',
  all: count => `Les ${count.toLocaleString('fr-CA')} de cette liste`,
  outside: count =>
    count === 1
      ? '1 d’entre eux n’est plus dans cette liste'
      : `${count.toLocaleString('fr-CA')} d’entre eux ne sont plus dans cette liste`,
  clear: 'Effacer la sélection',
  cancel: 'Annuler',
  palette: name => `${name} (billets sélectionnés)`,

  kinds: {
    tag: 'Étiquettes',
    assign: 'Confier à…',
    change: 'Modifier…',
    move: 'Faire avancer…',
    reply: 'Réponse',
    note: 'Note',
    field: 'Champ…',
    follow: 'Suivre',
    snooze: 'Mettre en veille',
  },
  give: { who: 'À qui les confier', me: 'Moi', nobody: 'Personne', pick: 'Choisir…' },
  as_it_is: 'Laisser tel quel',
  move: { which: 'Quelle étape', pick: 'Choisir…', some: (count, name) => `${name} (${count})` },
  reply: 'La réponse à chaque école',
  files_pending: 'Un fichier est encore en route.',
  reply_hint: 'Chaque école la voit dans son billet, et rien des autres.',
  note: 'La note dans chaque billet',
  note_hint: 'Seul l’iGroup la voit.',
  needed: 'Il manque quelque chose.',

  will: count => `${count.toLocaleString('fr-CA')} ${count > 1 ? 'changeront' : 'changera'}`,
  already: count => `${count.toLocaleString('fr-CA')} ${count > 1 ? 'le sont' : 'l’est'} déjà`,
  cannot: count => `${count.toLocaleString('fr-CA')} ne ${count > 1 ? 'peuvent' : 'peut'} pas`,
  lines: 'Billet par billet',
  more: count => `et ${tickets(count)} de plus`,
  set_to: (field, to) => `${field} : ${to}`,
  from_to: (field, from, to) => `${field} : ${from} → ${to}`,
  unchanged: 'déjà ainsi',
  go: count => `Le faire pour ${tickets(count)}`,
  send: count => `L’envoyer dans ${tickets(count)}`,
  nothing: 'Rien ne changerait.',

  began: (what, count) => `${what} : ${tickets(count)}`,
  undo: 'Annuler',

  line: 'Travail sur plusieurs billets',
  waits: seconds => `part dans ${seconds} s`,
  works: (done, of) => `${done.toLocaleString('fr-CA')} sur ${of.toLocaleString('fr-CA')}`,
  undoes: left => `annulation, encore ${left.toLocaleString('fr-CA')}`,
  stop: 'Arrêter',
  show: 'Voir',
  close: 'Fermer',
  outcomes: {
    done: count => `${count.toLocaleString('fr-CA')} fait${many(count)}`,
    already: count => `${count.toLocaleString('fr-CA')} déjà ainsi`,
    refused: count => `${count.toLocaleString('fr-CA')} impossible${many(count)}`,
    not_done: count => `${count.toLocaleString('fr-CA')} non fait${many(count)}`,
    undone: count => `${count.toLocaleString('fr-CA')} annulé${many(count)}`,
    kept: count => `${count.toLocaleString('fr-CA')} impossible${many(count)} à annuler`,
  },

  sheet: {
    title: 'Travail sur plusieurs billets',
    none: 'Rien encore. Sélectionnez des billets dans la liste avec x, puis dites quoi en faire.',
    failed: 'Ceux pour lesquels c’était impossible',
    again: 'Réessayer avec ceux-ci',
    select: 'Sélectionner ceux-ci',
    loading: 'Chargement',
  },
};
