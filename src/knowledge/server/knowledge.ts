/** The door of the knowledge house: what the server's map may call. */

export { selectAnswered, selectSurelyAnswered, type AnsweredRow } from './answered.ts';
export { namedByPicture } from './pictures/store.ts';
export { tidyPictures } from './pictures/tidying.ts';
export { tellSearches, tidySearches } from './searches/searches.ts';
export { countUses } from './recent-uses.ts';
export { serveKnowledge } from './routes.ts';
export { article_words, articles } from './tables.ts';
export { synonymGroups } from './synonyms/store.ts';
export { openAnswering } from './suggesting/answering.ts';
export { traveller } from './using.ts';
export { beginArticle } from './writing.ts';
export { published, readable } from './views.ts';
