import { laterWords } from '#ui/ui.ts';
import type { ChartWords } from './en.ts';

export const useChartWords = laterWords<ChartWords>({
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
});
