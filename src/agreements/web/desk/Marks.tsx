import type { AgreementLine } from '#agreements/rules/agreement.ts';
import { Icon } from '#ui/ui.ts';
import { useDeskWords } from './asking.ts';

/** What became of a version without anybody writing on it: a line each, none where all is well. */
export function Marks({ line: { other_hours, review } }: { line: AgreementLine }) {
  const words = useDeskWords().marks;
  const marks = [
    other_hours && words.other_hours(other_hours.since.words),
    review && review.state !== 'later' && words[review.state](review.on.words),
  ].filter(mark => mark !== null && mark !== false);
  return marks.map(mark => (
    <span key={mark} className="agreement-mark t-13">
      <Icon name="warning" /> <span>{mark}</span>
    </span>
  ));
}
