/** The pages of articles, loaded as one. */
export { AnswersPage } from './AnswersPage.tsx';
export { NewAnswerPage } from './NewAnswerPage.tsx';
export { OneOfAnswers } from './OneOfAnswers.tsx';
