import type { SetUpWords } from './en.ts';

export const fr: SetUpWords = {
  title: 'Mise en service',
  lead: 'Ce qu’il faut à un bureau avant la première question d’une école. Dans l’ordre que vous voulez; quittez et revenez à votre gré.',
  missing: count => (count === 1 ? 'Il manque encore 1 chose.' : `Il manque encore ${count} choses.`),
  all_done: 'Il ne manque rien.',
  all_done_hint: 'Tout se modifie ensuite sous Réglages, Écoles et Personnes.',
  link: 'Mise en service',
  states: { done: 'fait', waiting: 'invité, pas encore là', put_off: 'pas maintenant', missing: 'manque' },
  next: title => `Suite : ${title}`,
  not_now: 'Pas maintenant',
  not_now_for: title => `Pas maintenant : ${title}`,
  take_up: 'Reprendre',
  take_up_for: title => `Reprendre : ${title}`,
  put_off_by: (name, when) => `Reporté par ${name}, ${when}.`,
  administrator: 'L’administration fait cette étape.',
  steps: {
    names: { title: 'Noms', why: 'Comment les écoles appellent le groupe et le système pris en charge.' },
    time: {
      title: 'Fuseau et heures du bureau',
      why: 'Les premières réponses s’y mesurent. Si les heures habituelles conviennent, enregistrez-les telles quelles.',
    },
    privacy_officer: {
      title: 'Responsable de la protection des renseignements',
      why: 'La loi demande qu’une personne réponde des données des élèves. Choisissez quelqu’un qui est ici, ou invitez.',
    },
    agents: {
      title: 'Premiers agents',
      why: 'Qui traite les billets. Chaque personne est invitée par son propre lien.',
    },
    second_administrator: {
      title: 'Une deuxième personne à l’administration',
      why: 'Si la seule perd son accès, tout le monde le perd. Une deuxième ne coûte rien.',
    },
    schools: { title: 'Écoles', why: 'Importez-les d’un fichier, ou ajoutez-en une à la main.' },
    training: {
      title: 'Première vague et formation',
      why: 'Les écoles entrent par vagues, après leur première semaine de formation.',
    },
  },
  here: count => (count === 1 ? '1 personne est là.' : `${count} personnes sont là.`),
  schools_here: count => (count === 1 ? '1 école est inscrite.' : `${count} écoles sont inscrites.`),
  invite: 'Inviter quelqu’un',
  people: 'Personnes de l’iGroup',
  import: 'Importer d’un fichier',
  add_school: 'Ajouter une école',
  to_schools: 'Aux écoles',
  to_waves: 'Vagues',
  to_training: 'Formations',
  backup: 'Une sauvegarde, dès le premier jour',
  backup_hint:
    'Dans le dossier de l’installation, avec ses DATA_DIR et DATABASE_URL; docs/running/backup.md dit comment la faire chaque nuit.',
};
