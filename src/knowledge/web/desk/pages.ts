/** The pages of articles, loaded as one. */
export { AnswerPage } from './AnswerPage.tsx';
export { AnswersPage } from './AnswersPage.tsx';
export { NewAnswerPage } from './NewAnswerPage.tsx';
