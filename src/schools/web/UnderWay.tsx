import { useQuery } from '@tanstack/react-query';
import type { PeopleOfSchool } from '#schools/rules/people.ts';
import { api, Notice } from '#ui/ui.ts';
import { useSchoolWords } from './schools.ts';

/** What is under way among a school's people, as the desk sees it: a hand-over, the access review. */
export function UnderWay({ school }: { school: number }) {
  const words = useSchoolWords().school;
  const { data } = useQuery({
    queryKey: ['school', school, 'people'],
    queryFn: ({ signal }) => api.get<PeopleOfSchool>(`/api/schools/${school}/people`, { signal }),
  });
  const { handover, review } = data ?? {};
  return (
    <>
      {handover && (
        <Notice>
          {words.handover_waits(handover.proposed_by.name, handover.to.name, handover.expires.words)}
        </Notice>
      )}
      {review && (
        <Notice>{words.review_waits(review.answered, review.people.length, review.due.words)}</Notice>
      )}
    </>
  );
}
