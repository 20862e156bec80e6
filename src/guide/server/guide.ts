/** The door of the guide's house: what the server's map may call. */

export { connectivityDocument } from './drawn.ts';
export { serveGuide } from './routes.ts';
