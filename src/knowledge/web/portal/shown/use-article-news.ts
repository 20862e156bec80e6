import { useLive } from '#ui/ui.ts';

/** An article is new to schools, has changed or is gone: of one, or of any. */
export function useArticleNews(reload: () => void, id?: number): void {
  useLive(
    () => {},
    first => !first && reload(),
    ({ kind, article }) => kind === 'articles' && (id === undefined || article === id) && reload(),
  );
}
