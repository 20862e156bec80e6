import type { Review } from '#schools/rules/review.ts';
import { Notice } from '#ui/ui.ts';
import { useOwnSchoolWords } from './words.ts';

/** The school year's question to who keeps the list: is everybody still here? */
export function ReviewNotice({ review }: { review: Review }) {
  const words = useOwnSchoolWords().review;
  const { due, late, answered, people, can } = review;
  if (!can.answer) return null;
  return (
    <Notice title={words.title}>
      <p>{late ? words.late(due.words) : words.ask(due.words)}</p>
      <p className="second t-14">{words.rule}</p>
      <label className="t-14">
        <progress max={people.length} value={answered} /> {words.count(answered, people.length)}
      </label>
    </Notice>
  );
}
