/** The pages of training, loaded as one. */
export { TrainingPage } from './TrainingPage.tsx';
export { TrainingsPage } from './TrainingsPage.tsx';
