import type { Words } from '#platform/schemas.ts';

/** The life of an article: one table, for the guard, the buttons and the list's filter. */

export const article_states = ['draft', 'proposed', 'published', 'archived'] as const;
export type ArticleState = (typeof article_states)[number];

/** As the database has it: what is published, and what is being written. */
export interface Standing {
  version: number;
  archived_at: Date | null;
  /** What is written and not published; null where nothing is. */
  draft: { proposed_at: Date | null } | null;
}

export function stateOf({ version, archived_at, draft }: Standing): ArticleState {
  if (archived_at) return 'archived';
  if (version > 0) return 'published';
  return draft?.proposed_at ? 'proposed' : 'draft';
}

export const article_moves = ['propose', 'return', 'publish', 'drop', 'archive', 'restore'] as const;
export type ArticleMove = (typeof article_moves)[number];

/** A move, for whom it is, and when it is there. */
const moves: Record<ArticleMove, { by: 'writers' | 'editors'; when: (standing: Standing) => boolean }> = {
  propose: { by: 'writers', when: ({ draft, archived_at }) => !archived_at && draft?.proposed_at === null },
  return: { by: 'editors', when: ({ draft }) => Boolean(draft?.proposed_at) },
  publish: { by: 'editors', when: ({ draft, archived_at }) => !archived_at && draft !== null },
  /** What is written over a published article goes; the article stays. */
  drop: { by: 'writers', when: ({ draft, version }) => version > 0 && draft !== null },
  archive: { by: 'editors', when: ({ archived_at }) => !archived_at },
  restore: { by: 'editors', when: ({ archived_at }) => archived_at !== null },
};

export const movesOf = (standing: Standing, may: { write: boolean; publish: boolean }): ArticleMove[] =>
  article_moves.filter(move => {
    const { by, when } = moves[move];
    return (by === 'writers' ? may.write : may.publish) && when(standing);
  });

export const state_names: Record<ArticleState, Words> = {
  draft: { en: 'Draft', fr: 'Ébauche' },
  proposed: { en: 'Proposed', fr: 'Proposé' },
  published: { en: 'Published', fr: 'Publié' },
  archived: { en: 'Archived', fr: 'Archivé' },
};

export const move_names: Record<ArticleMove, Words> = {
  propose: { en: 'Propose', fr: 'Proposer' },
  return: { en: 'Return to its writer', fr: 'Renvoyer à son auteur' },
  publish: { en: 'Publish', fr: 'Publier' },
  drop: { en: 'Drop what is not published', fr: 'Abandonner ce qui n’est pas publié' },
  archive: { en: 'Archive', fr: 'Archiver' },
  restore: { en: 'Bring back', fr: 'Ramener' },
};
