import { plainOf } from './suggesting/plain.ts';
import { termsOf, wordsOf, type Lang } from './suggesting/terms.ts';

/** What a word's stem begins with where it stands beside the words themselves. */
export const stem_mark = '=';

/** A text as it is read aloud, without the numbers by which it names others. */
export const spokenOf = (body: string): string => plainOf(body.replace(/\[\[#\d{1,9}\]\]/g, '…'));

/** What an article is found by: its words, folded, and each by its stem. */
export function foundBy({
  title,
  summary,
  body,
  lang,
}: Readonly<Record<'title' | 'summary' | 'body', string>> & { lang: Lang }): string[] {
  const text = [title, summary, spokenOf(body)].join('\n');
  return [...new Set([...wordsOf(text), ...termsOf(text, lang).map(stem => stem_mark + stem)])];
}
