import { AnswersWhileTyping } from '#knowledge/web/portal/asking/AnswersWhileTyping.tsx';
import { ProblemWhileTyping } from '#status/web/portal/ProblemWhileTyping.tsx';
import type { Typing } from '#tickets/web/beside.tsx';

/** Beside what a school's person types: the problem that it may be, and what may answer it. */
export function WhileTyping(typing: Typing) {
  return (
    <>
      <ProblemWhileTyping {...typing} />
      <AnswersWhileTyping {...typing} />
    </>
  );
}
