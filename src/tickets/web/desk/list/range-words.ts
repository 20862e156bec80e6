import { rangeOf } from '#tickets/rules/lists/ranges.ts';

interface RangeWords {
  days: string;
  hours: string;
  minutes: string;
  answered: string;
}

/** "4–7 days", "31+ days". */
export function ageWords(text: string, { days }: RangeWords): string {
  const range = rangeOf(text);
  if (!range) return text;
  const { from, to } = range;
  return `${to === undefined ? `${from}+` : to === from ? from : `${from}–${to}`} ${days}`;
}

/** "15–30 min", "2–4 h", "5+ days": in hours of the desk, of which a day has eight. */
export function answerWords(text: string, words: RangeWords): string {
  const range = rangeOf(text);
  if (!range) return text;
  const { from, to } = range;
  if (from === 0 && to === undefined) return words.answered;
  const [size, unit] = from >= 480 ? [480, words.days] : from >= 60 ? [60, words.hours] : [1, words.minutes];
  const shown = (minutes: number) => Math.round((minutes / size) * 10) / 10;
  return `${to === undefined ? `${shown(from)}+` : `${shown(from)}–${shown(to + 1)}`} ${unit}`;
}
