import { fr as reports } from '#reports/rules/words/fr.ts';
import type { ExportWords } from './en.ts';

const count = (tickets: number) => `${tickets.toLocaleString('fr-CA')} ${tickets < 2 ? 'billet' : 'billets'}`;

export const fr: ExportWords = {
  title: 'Exportations',
  lead: 'Des listes en fichiers. Chacun est à vous seul et gardé un jour.',
  new_title: 'Exporter une liste',
  new_lead:
    'Tous les billets de la liste, dans son ordre, comme vous pouvez les voir maintenant. Vous pouvez quitter cette page entre-temps.',
  what: (name, tickets) => (tickets === undefined ? name : `${name} : ${count(tickets)}`),
  list: 'Liste',
  back: 'Retour à la liste',
  name: 'Nom du fichier',
  default_name: 'Billets',
  columns_label: 'Colonnes',
  columns: reports.columns,
  format: 'Format',
  formats: {
    csv: 'CSV, pour un tableur comme Excel',
    json: 'JSON, pour un programme : un tableau, un billet par ligne',
  },
  start: 'Exporter',
  none: 'Aucune exportation du dernier jour.',
  none_hint: 'Ouvrez une liste de billets, puis choisissez « Exporter… » au-dessus.',
  none_do: 'Aller aux billets',
  states: {
    waiting: 'Attend son tour',
    running: 'En cours d’écriture',
    ready: 'Prête',
    cancelled: 'Annulée',
    failed: 'N’a pas pu être écrite. Rien n’en a été gardé; veuillez exporter la liste de nouveau.',
    removed: 'Retirée',
  },
  progress: (done, total) => `${done.toLocaleString('fr-CA')} sur ${total.toLocaleString('fr-CA')}`,
  holds: (tickets, size) => `${count(tickets)}, ${size}`,
  asked: 'Demandée',
  until: 'gardée jusqu’à',
  download: 'Télécharger',
  download_what: name => `Télécharger ${name}`,
  cancel: 'Annuler',
  cancel_what: name => `Annuler ${name}`,
  remove: 'Retirer',
  remove_what: name => `Retirer ${name}`,
  cancelled: name => `L’exportation ${name} est annulée.`,
  removed: name => `L’exportation ${name} est retirée.`,
  failed: 'Les exportations n’ont pas pu être chargées.',
  dashboard: '‹ Tableau de bord',
  again: 'Réessayer',
};
