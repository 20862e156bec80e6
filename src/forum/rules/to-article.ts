import { withoutNames, type TakingPart } from '#knowledge/rules/without-names.ts';

/** A question and its answer as the beginning of an article: without what tells who it was. */

const asked_words = { en: 'What was asked', fr: 'La question' };
const answer_words = { en: 'Answer', fr: 'Réponse' };

export interface Discussed {
  lang: 'en' | 'fr';
  title: string;
  question: string;
  answer: string | null;
  known: TakingPart;
}

/** The draft's title and text: whoever writes it on reads what was asked, and the answer that was accepted. */
export function articleFrom({ lang, title, question, answer, known }: Discussed): {
  title: string;
  body: string;
} {
  const quoted = withoutNames(question, known).replace(/^/gm, '> ');
  const parts = [
    ...(answer === null ? [] : [withoutNames(answer, known)]),
    `## ${answer === null ? answer_words[lang] : asked_words[lang]}\n\n${quoted}`,
  ];
  return { title: withoutNames(title, known), body: `${parts.join('\n\n')}\n` };
}
