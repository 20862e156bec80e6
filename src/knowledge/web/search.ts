import type { Category } from '#tickets/rules/categories.ts';
import type { ArticleKind, Audience } from '../rules/kinds.ts';
import type { ArticleState } from '../rules/states.ts';

/**
 * What the address of the list and of an article says. The server refuses with a sentence what is none of these, so that
 * the desk's first screen carries no check of it.
 */
export interface AnswersSearch {
  kind?: ArticleKind | undefined;
  audience?: Audience | undefined;
  category?: Category | undefined;
  state?: ArticleState | undefined;
  due?: 'yes' | undefined;
  words?: string | undefined;
}

export interface AnswerSearch {
  show?: 'writing' | 'versions' | 'votes' | undefined;
  version?: string | undefined;
}

export interface NewAnswerSearch {
  kind?: ArticleKind | undefined;
  ticket?: string | undefined;
  title?: string | undefined;
  /** What was searched in vain, which it is to answer. */
  search?: string | undefined;
}
