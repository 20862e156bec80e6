/** The pages of notices, loaded as one. */
export { NoticePage } from './NoticePage.tsx';
export { NoticesPage } from './NoticesPage.tsx';
