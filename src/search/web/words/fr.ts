import type { SearchWords } from './en.ts';

export const fr: SearchWords = {
  title: 'Recherche',
  lead: 'Des mots, « plusieurs entre guillemets » ou le numéro d’un billet.',
  label: 'Que cherchez-vous?',
  kinds: { article: 'Réponses', topic: 'Forum', ticket: 'Billets', school: 'Écoles' },
  which: 'Ce qui est trouvé',
  all: 'Tout',
  area: 'À propos de',
  every_area: 'Tout',
  number: id => `Billet ${id}`,
  corrected: q => `Rien ne contient tous ces mots tels quels. Voici ce qui contient « ${q} ».`,
  count: count => (count === 1 ? '1 résultat' : `${count} résultats`),
  none: 'Rien n’est trouvé avec ces mots.',
  none_hint: 'Essayez moins de mots, ou un autre nom. Un billet se trouve aussi par son numéro.',
  ask: 'Demander au bureau',
};
