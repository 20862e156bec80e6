import type { Words } from '#platform/schemas.ts';

/** What kinds of articles there are (S20a–d), for whom, and what a new one of each begins with. Knows no library. */

export const article_kinds = ['guide', 'faq', 'knowledge'] as const;
export type ArticleKind = (typeof article_kinds)[number];
export const audiences = ['public', 'schools', 'igroup'] as const;
export type Audience = (typeof audiences)[number];

export const kind_names: Record<ArticleKind, { one: Words; many: Words }> = {
  guide: {
    one: { en: 'Quick reference guide', fr: 'Guide de référence' },
    many: { en: 'Quick reference guides', fr: 'Guides de référence' },
  },
  faq: {
    one: { en: 'Frequent question', fr: 'Question fréquente' },
    many: { en: 'Frequent questions', fr: 'Questions fréquentes' },
  },
  knowledge: {
    one: { en: 'Known answer', fr: 'Réponse connue' },
    many: { en: 'Known answers', fr: 'Réponses connues' },
  },
};

export const audience_names: Record<Audience, Words> = {
  public: { en: 'Everybody', fr: 'Tout le monde' },
  schools: { en: 'Schools', fr: 'Écoles' },
  igroup: { en: 'iGroup only', fr: 'iGroup seulement' },
};

/** The text that a new article begins with. */
export const beginnings: Record<ArticleKind, Words> = {
  guide: {
    en: 'When you need it: \n\n1. \n2. \n3. \n\n**Check** ',
    fr: 'Quand il sert : \n\n1. \n2. \n3. \n\n**Vérification** ',
  },
  faq: { en: '', fr: '' },
  knowledge: {
    en: '## What you see\n\n\n## Why\n\n\n## What to do\n\n1. \n\n## For whom\n\n',
    fr: '## Ce que vous voyez\n\n\n## Pourquoi\n\n\n## Que faire\n\n1. \n\n## Pour qui\n\n',
  },
};
