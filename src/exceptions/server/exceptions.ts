/** The door of the exceptions' house: what other houses, and the server's map, may call. */

export { ask as askForException, countForStanding } from './deeds.ts';
export { exceptionEnder } from './ends.ts';
export { topicOn } from './views.ts';
export { serveExceptions } from './routes.ts';
