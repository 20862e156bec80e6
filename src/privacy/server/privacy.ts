/** The door of the privacy house: what the server's map may call. */

export { servePrivacy } from './routes.ts';
