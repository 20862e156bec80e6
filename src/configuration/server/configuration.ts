/** The door of the configuration's house: what the server's map may call. */

export { configurationNoticer } from './noticing.ts';
export { serveConfiguration } from './routes.ts';
