import type { ImportKind } from '#schools/rules/importing/fields.ts';
import type { ImportWords } from './en.ts';

const number = (count: number): string => count.toLocaleString('fr-CA');
const things: Record<ImportKind, [one: string, many: string]> = {
  schools: ['école', 'écoles'],
  people: ['personne', 'personnes'],
};
const counted = (kind: ImportKind, count: number) => `${number(count)} ${things[kind][count < 2 ? 0 : 1]}`;
const lines = (count: number) => (count < 2 ? `${count} ligne` : `${number(count)} lignes`);

export const fr: ImportWords = {
  title: 'Importer et exporter',
  lead: 'Les écoles et leurs personnes, depuis un fichier CSV ou vers un fichier CSV.',
  schools: '‹ Toutes les écoles',
  not_yours: 'Les coordonnatrices et les administrateurs importent et exportent.',
  failed: 'Les importations n’ont pas pu être chargées.',
  again: 'Réessayer',
  number,
  import: 'Importer',
  kind: 'Ce que contient le fichier',
  kinds: { schools: 'Écoles', people: 'Personnes des écoles' },
  kind_hints: {
    schools: 'Une ligne par école, reconnue à son code.',
    people: 'Une ligne par personne, reconnue au code de l’école et au nom, ou à un identifiant.',
  },
  file: 'Fichier',
  file_hint: 'CSV, avec des en-têtes à la première ligne, dans n’importe quel ordre; au plus 20 Mo.',
  choose_first: 'Choisissez d’abord un fichier.',
  too_large: 'Un fichier peut avoir au plus 20 Mo. Divisez-le et importez les parties l’une après l’autre.',
  nothing_yet: 'Rien n’est encore modifié : vous voyez ligne par ligne ce qui le serait.',
  go_on: 'Continuer',
  sending: 'Envoi du fichier…',
  cancel: 'Mettre de côté',
  cancelled: name => `L’importation de ${name} est mise de côté. Rien n’a été modifié.`,
  file_of: (name, who) => `${name}, donné par ${who}`,
  encoding: 'Encodage des lettres',
  encoding_hint: 'Les é sont faux? Choisissez l’autre.',
  encodings: { 'utf-8': 'UTF-8', 'windows-1252': 'Windows-1252 (ancien Excel)' },
  separator: 'Séparateur des colonnes',
  separators: { ',': 'Virgule', ';': 'Point-virgule', '\t': 'Tabulation' },
  columns_lead: needed =>
    `Indiquez ce que contient chaque colonne. Requis : ${needed.join(', ')}. Une cellule vide laisse la valeur telle quelle.`,
  no_head: at => `Colonne ${at}, sans en-tête`,
  empty_column: 'Rien dans les premières lignes',
  left_out: 'Laisser de côté',
  look: 'Examiner les lignes',
  reading: (done, total) =>
    total === null ? 'Les lignes sont comptées…' : `Examen des lignes : ${number(done)} sur ${number(total)}`,
  writing: count => `Écriture de ${number(count)}, en une seule fois…`,
  progress: 'Avancement de l’importation',
  leave_it: 'Vous pouvez quitter cette page et y revenir.',
  foreseen: (kind, all) =>
    all.new + all.changed > 0
      ? `Nouveau : ${counted(kind, all.new)}. Modifié : ${number(all.changed)}. Inchangé : ${number(all.same)}. Refusé : ${number(all.refused)}.`
      : all.refused > 0
        ? `Rien à faire : ${counted(kind, all.same)} sans changement, ${number(all.refused)} refusées.`
        : `Tout est comme avant (${number(all.same)}). Il n’y a rien à faire.`,
  at_once: 'Tout est fait en une seule fois, ou rien. Cela ne s’annule pas : regardez d’abord ce qui change.',
  refused_stay_out: count =>
    `${lines(count)} : refus. Téléchargez-les, corrigez-les et importez-les ensuite.`,
  do_it: (kind, count) => `Importer ${counted(kind, count)}`,
  back_to_columns: 'Revenir aux colonnes',
  was_done: (name, kind, all) =>
    `${name} est importé. Nouveau : ${counted(kind, all.new)}. Modifié : ${number(all.changed)}. Inchangé : ${number(all.same)}.`,
  were_refused: count => `Refus : ${lines(count)}.`,
  its_lines: 'Ses lignes',
  filter: 'Lignes selon leur sort',
  filters: { all: 'Toutes', new: 'Nouvelles', changed: 'Modifiées', same: 'Inchangées', refused: 'Refusées' },
  verdicts: { new: 'nouvelle', changed: 'modifiée', same: 'inchangée', refused: 'refusée' },
  download_refused: 'Télécharger les lignes refusées',
  no_lines: 'Aucune ligne de ce genre.',
  line: 'Ligne',
  verdict: 'Devient',
  about: { schools: 'École', people: 'Personne' },
  what: 'Ce qui change, ou le motif du refus',
  nothing: 'rien',
  fields: {
    name: 'Nom',
    town: 'Localité',
    zone: 'Fuseau horaire',
    kind: 'Genre',
    grades: 'Années',
    wave: 'Vague',
    network: 'Réseau (fournisseur · mandataire · pare-feu)',
    enrolments: 'Effectif',
    external_id: 'Identifiant',
    email: 'Courriel professionnel',
    phone: 'Téléphone professionnel',
    roles: 'Rôles',
    left: 'Est parti',
  },
  more: 'Afficher d’autres lignes',
  export: 'Exporter',
  export_lead:
    'Un fichier CSV que l’importation reprend. Modifiez-le dans un tableur et importez ce que vous avez modifié.',
  export_what: { schools: 'Télécharger les écoles', people: 'Télécharger les personnes' },
};
