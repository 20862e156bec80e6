import { laterWords } from '#ui/ui.ts';
import type { CourseWords } from './en.ts';

export const useCourseWords = laterWords<CourseWords>({
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
});
