import type { CourseWords } from './en.ts';

export const fr: CourseWords = {
  title: 'Où il en est dans le processus',
  here: 'Le billet est ici',
  next: 'Ce qui peut suivre',
  you: 'vous pouvez',
  whole: 'Le voir dans le schéma entier',
};
