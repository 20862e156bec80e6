/** The door of the forum's house: what the server's map may call, and what a search over topics reads. */

export { serveForum } from './routes.ts';
export { forumNoticer } from './noticing.ts';
/** `topics` hold title and text, `topic_words` what each is found by; policies let a school select those in sight. */
export { topic_words, topics } from './tables.ts';
