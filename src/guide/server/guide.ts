/** The door of the guide's house: what the server's map may call. */

export { serveGuide } from './routes.ts';
