/** The door of the guide's page. */

export { openGuide } from './page/page.ts';
