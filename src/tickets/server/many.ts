/** The door for what another house does to many tickets at once: asked for here, done ticket by ticket, undone as a whole. */

export { beginBulk, undoBulk } from './bulks/bulks.ts';
export { workOn } from './bulks/working.ts';
