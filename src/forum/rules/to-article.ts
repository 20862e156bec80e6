/** A question and its answer as the beginning of an article: without what tells who it was. */

const mail = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu;
/** Ten digits as people write them: 250-555-0134, (250) 555 0134, +1 250 555 0134. */
const phone = /(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]?\d{3}[ .-]\d{4}/g;

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** In place of what was left out. */
export const left_out = '…';

/** A text without these names (whole, whatever the case), mail addresses and telephone numbers. */
export function withoutNames(text: string, names: readonly string[]): string {
  const known = [...new Set(names.filter(name => name.trim().length > 1))].sort(
    (a, b) => b.length - a.length,
  );
  const named = known.length
    ? new RegExp(`@?(?<![\\p{L}\\p{N}])(?:${known.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'giu')
    : undefined;
  const bare = text.replace(mail, left_out).replace(phone, left_out);
  return named ? bare.replace(named, left_out) : bare;
}

/** A person is named by her whole name, and by its first and last word. */
export function waysToName(name: string): string[] {
  const words = name.split(/\s+/).filter(word => word.length > 2);
  return [name, ...(words.length > 1 ? [words[0]!, words.at(-1)!] : [])];
}

const asked_words = { en: 'What was asked', fr: 'La question' };
const answer_words = { en: 'Answer', fr: 'Réponse' };

export interface Discussed {
  lang: 'en' | 'fr';
  title: string;
  question: string;
  answer: string | null;
  names: readonly string[];
}

/** The draft's title and text: whoever writes it on reads what was asked, and the answer that was accepted. */
export function articleFrom({ lang, title, question, answer, names }: Discussed): {
  title: string;
  body: string;
} {
  const quoted = withoutNames(question, names).replace(/^/gm, '> ');
  const parts = [
    ...(answer === null ? [] : [withoutNames(answer, names)]),
    `## ${answer === null ? answer_words[lang] : asked_words[lang]}\n\n${quoted}`,
  ];
  return { title: withoutNames(title, names), body: `${parts.join('\n\n')}\n` };
}
