import { Link } from '#ui/route/router.tsx';
import { buttonClass, Notice } from '#ui/ui.ts';
import { usePeople } from './use-people.ts';
import { useOwnSchoolWords } from './words.ts';

/** On the first page: what of the school's own affairs waits for this person. */
export function Asks() {
  const words = useOwnSchoolWords().asks;
  const { data } = usePeople();
  const review = data?.review?.can.answer ? data.review : undefined;
  const handover = data?.handover?.can.answer ? data.handover : undefined;
  if (!review && !handover) return null;
  return (
    <div>
      {handover && (
        <Notice title={words.handover(handover.proposed_by.name)}>
          <Link className={buttonClass({ small: true })} to="/people">
            {words.go_handover}
          </Link>
        </Notice>
      )}
      {review && (
        <Notice title={words.review(review.due.words)}>
          <Link className={buttonClass({ small: true })} to="/people">
            {words.go_review}
          </Link>
        </Notice>
      )}
    </div>
  );
}
