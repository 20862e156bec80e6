import type { Words } from '#platform/schemas.ts';

/** What the desk does with a topic, as its page says it to the desk: after the name. */
export const mark_words = {
  moved: { en: 'moved it to another area', fr: 'l’a déplacé dans un autre domaine' },
  merged: { en: 'merged it into another topic', fr: 'l’a fusionné avec un autre sujet' },
  parted: { en: 'took it apart again', fr: 'l’a séparé de nouveau' },
  locked: { en: 'locked it', fr: 'l’a verrouillé' },
  unlocked: { en: 'unlocked it', fr: 'l’a déverrouillé' },
  hidden: { en: 'hid a text', fr: 'a masqué un texte' },
  shown: { en: 'showed a text again', fr: 'a réaffiché un texte' },
  accepted: { en: 'accepted an answer', fr: 'a accepté une réponse' },
  unaccepted: { en: 'took the acceptance back', fr: 'a retiré l’acceptation' },
  edited: { en: 'edited a text', fr: 'a modifié un texte' },
} as const satisfies Record<string, Words>;
export type MarkKind = keyof typeof mark_words;
