import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import type { Article, Articles, Version, Versions, Votes } from '#knowledge/rules/article.ts';
import type { Marks } from '#knowledge/rules/marks.ts';
import type { Searches } from '#knowledge/rules/searches.ts';
import type { Snippets } from '#knowledge/rules/snippets.ts';
import type { Synonyms } from '#knowledge/rules/synonyms.ts';
import type { Answers } from '#knowledge/rules/use.ts';
import { api, laterWords, useLive, withQuery } from '#ui/ui.ts';
import type { AnswersSearch } from '../search.ts';
import type { AnswerWords } from './words/en.ts';

export const useAnswerWords = laterWords<AnswerWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});

const all = ['articles'] as const;
const base = '/api/articles';

export const askArticles = ({ kind, audience, category, state, due }: AnswersSearch) =>
  queryOptions({
    queryKey: [...all, 'list', kind, audience, category, state, due],
    queryFn: ({ signal }) =>
      api.get<Articles>(withQuery(base, { kind, audience, category, state, due, limit: 500 }), { signal }),
    placeholderData: keepPreviousData,
  });

export const askArticle = (id: number) =>
  queryOptions({
    queryKey: [...all, id],
    queryFn: ({ signal }) => api.get<Article>(`${base}/${id}`, { signal }),
  });

export const askVersions = (id: number) =>
  queryOptions({
    queryKey: [...all, id, 'versions'],
    queryFn: ({ signal }) => api.get<Versions>(`${base}/${id}/versions`, { signal }),
  });

export const askVersion = (id: number, version: number) =>
  queryOptions({
    queryKey: [...all, id, 'versions', version],
    queryFn: ({ signal }) => api.get<Version>(`${base}/${id}/versions/${version}`, { signal }),
    staleTime: Infinity,
  });

export const askVotes = (id: number) =>
  queryOptions({
    queryKey: [...all, id, 'votes'],
    queryFn: ({ signal }) => api.get<Votes>(`${base}/${id}/votes`, { signal }),
  });

export const askSnippets = () =>
  queryOptions({
    queryKey: [...all, 'snippets'],
    queryFn: ({ signal }) => api.get<Snippets>('/api/article-snippets', { signal }),
  });

export const askSearches = () =>
  queryOptions({
    queryKey: [...all, 'searches'],
    queryFn: ({ signal }) => api.get<Searches>('/api/article-searches', { signal }),
  });

export const askMarks = () =>
  queryOptions({
    queryKey: [...all, 'marks'],
    queryFn: ({ signal }) => api.get<Marks>('/api/article-marks', { signal }),
  });

export const askSynonyms = () =>
  queryOptions({
    queryKey: [...all, 'synonyms'],
    queryFn: ({ signal }) => api.get<Synonyms>('/api/synonyms', { signal }),
  });

export const askAnswers = (ticket: number) =>
  queryOptions({
    queryKey: [...all, 'of ticket', ticket],
    queryFn: ({ signal }) => api.get<Answers>(`/api/tickets/${ticket}/answers`, { signal }),
  });

/** What is told of them beside the story. */
const told = new Set(['articles', 'snippets', 'searches', 'marks', 'synonyms']);

/** Pages of articles follow what colleagues and readers do. */
export function useArticlesLive(): void {
  const client = useQueryClient();
  const changed = () => void client.invalidateQueries({ queryKey: all });
  useLive(
    ({ kind }) => (kind.startsWith('article_') || kind === 'answer_marked') && changed(),
    first => !first && changed(),
    ({ kind }) => told.has(kind) && changed(),
  );
}
