/** The pages of articles, loaded as one. */
export { AnswerPage } from './AnswerPage.tsx';
export { AnswersPage } from './AnswersPage.tsx';
export { FolderPage } from './FolderPage.tsx';
export { NewAnswerPage } from './NewAnswerPage.tsx';
export { SearchesPage } from './SearchesPage.tsx';
export { SnippetsPage } from './SnippetsPage.tsx';
