import { createContext, use, type ComponentType } from 'react';

/** What other houses show on an article's page at the desk; the map of the face puts it in. */
const Parts = createContext<readonly ComponentType<{ article: number }>[]>([]);

export const BesideArticle = Parts.Provider;
export const useArticleParts = () => use(Parts);
