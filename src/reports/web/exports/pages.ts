/** The pages of exports, loaded as one. */
export { ExportsPage } from './ExportsPage.tsx';
export { NewExportPage } from './NewExportPage.tsx';
