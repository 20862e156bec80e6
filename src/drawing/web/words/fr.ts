import { plural } from '#ui/words/plural.ts';
import type { ChartWords } from './en.ts';

const boxes = plural('fr');

export const fr: ChartWords = {
  in: 'Au centre d’aide',
  process: 'Comment un billet est résolu',
  documents: {
    process: 'Comment un billet est résolu, en schéma',
    connectivity: 'Quoi vérifier quand la connexion ne se fait pas, en schéma',
  },
  pdf: title => `PDF : ${title}`,
  find: 'Chercher un mot dans le schéma',
  found: count =>
    count === 0
      ? 'Aucune case ne contient ce mot.'
      : `${count} ${boxes(count, { one: 'case le contient', other: 'cases le contiennent' })}`,
  nearer: 'Agrandir',
  farther: 'Réduire',
  whole: 'Depuis le début',
  print: 'Imprimer',
  letter: 'PDF, format lettre',
  a4: 'PDF, A4',
  svg: 'Image (SVG)',
  chart: title => `Schéma : ${title}`,
  keys: 'Appuyez sur + et − pour agrandir et réduire, sur 0 pour le début, sur les flèches pour déplacer. Tab va à une case ; de là, ↓ et → suivent ses flèches, ↑ et ← reviennent.',
  here: 'Votre billet est ici',
  comes_from: 'Vient de',
  leads_to: 'Mène à',
  nothing_before: 'C’est ici que cela commence.',
  nothing_after: 'C’est ici que cela finit.',
  as_list: 'Le schéma en liste, dans l’ordre de lecture',
  go_to: number => `aller à ${number}`,
  chosen: 'La case choisie',
};
