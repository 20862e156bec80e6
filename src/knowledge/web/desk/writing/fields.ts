import type { SchoolRole } from '#accounts/rules/who.ts';
import type { Article, Writing } from '#knowledge/rules/article.ts';

/** An article as it stands in the form. */
export type Fields = Omit<Writing, 'edition'>;

export const editionOf = ({ writing }: Article): number => writing?.edition ?? 0;

export const fieldsOf = (article: Article): Fields => ({
  kind: article.kind,
  audience: article.audience,
  for_roles: article.for_roles as SchoolRole[],
  stage1_only: article.stage1_only,
  category: article.category,
  lang: article.lang,
  title: article.writing?.title ?? article.title,
  summary: article.writing?.summary ?? article.summary,
  body: article.writing?.body ?? article.text ?? '',
  owner: article.owner?.id ?? null,
  review_on: article.review?.day ?? null,
});

/** What is sent; undefined while it has no title. */
export const bodyOf = (fields: Fields): Fields | undefined =>
  fields.title.trim() === '' ? undefined : { ...fields, title: fields.title.trim() };
