import { categories, type Category } from '../categories.ts';

/** Whether a question of this category is the school's own matter (S16 to S19, by process.json's owners). */
export const isSchoolsOwn = (category: Category): boolean => categories[category].owner === 'SCHOOL';
