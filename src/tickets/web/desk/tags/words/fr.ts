import type { TagWords } from './en.ts';

export const fr: TagWords = {
  title: 'Étiquettes',
  none: 'Aucune étiquette.',
  add: 'Étiqueter',
  remove: name => `Retirer l’étiquette ${name}`,
  changed: 'Étiquettes modifiées',
  find: name => `Tous les billets portant l’étiquette ${name}`,

  page: {
    title: 'Étiquettes',
    lead: 'Des mots que le bureau met sur les billets. Aucune école ne les voit. Une étiquette naît en la mettant sur un billet (t).',
    empty: 'Aucune étiquette n’existe encore. Ouvrez un billet et appuyez sur t.',
    search: 'Trouver une étiquette',
    none_found: 'Aucune étiquette ne s’appelle ainsi.',
    on: (open, all) =>
      all === 0
        ? 'sur aucun billet'
        : `sur ${all} ${all === 1 ? 'billet' : 'billets'}, dont ${open} en cours`,
    merged: 'aussi appelée',
    apart: name => `Refaire de ${name} une étiquette à part`,
    rename: 'Renommer',
    merge: 'Fusionner',
    delete: 'Supprimer',
    rename_named: name => `Renommer l’étiquette ${name}`,
    merge_named: name => `Fusionner l’étiquette ${name} avec une autre`,
    delete_named: name => `Supprimer l’étiquette ${name}`,
    name: 'Nom',
    into: 'Avec quelle étiquette?',
    merge_hint:
      'Chaque billet qui la porte se trouve alors sous l’autre. Rien n’est perdu : on peut les séparer.',
    cancel: 'Annuler',
    undo: 'Annuler',
    renamed: name => `L’étiquette s’appelle maintenant ${name}.`,
    merged_now: (name, into) => `${name} se lit maintenant ${into}.`,
    apart_now: name => `${name} est de nouveau une étiquette à part.`,
    deleted: name => `L’étiquette ${name} est supprimée.`,
    restored: name => `L’étiquette ${name} est de retour.`,
  },
};
