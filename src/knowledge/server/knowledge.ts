/** The door of the knowledge house: what the server's map may call. */

export { serveKnowledge } from './routes.ts';
export { article_words, articles } from './tables.ts';
export { openAnswering } from './suggesting/answering.ts';
export { traveller } from './using.ts';
export { beginArticle } from './writing.ts';
export { published, readable } from './views.ts';
