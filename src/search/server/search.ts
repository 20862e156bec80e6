/** The door of the search's house: what the server's map may call. */

export { serveSearch } from './routes.ts';
