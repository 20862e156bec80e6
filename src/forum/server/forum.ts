/** The door of the forum's house: what the server's map may call. */

export { serveForum } from './routes.ts';
export { forumNoticer } from './noticing.ts';
