import type { Exception } from '#exceptions/rules/exception.ts';
import { Button, Notice, useSubmit } from '#ui/ui.ts';
import { useExceptionWords } from '../words.ts';

/** What nobody has decided can be taken back. */
export function TakeBack({ exception, onDone }: { exception: Exception; onDone: () => void }) {
  const words = useExceptionWords();
  const { submit, busy, problem } = useSubmit<Exception>();
  const takeBack = async () => {
    if (await submit(`/api/exceptions/${exception.id}/withdrawal`, {})) onDone();
  };
  return (
    <>
      {problem && <Notice tone="bad" title={problem.detail} />}
      <Button
        small
        busy={busy}
        aria-label={`${words.deeds.withdraw}: ${exception.topic_words}`}
        onClick={() => void takeBack()}
      >
        {words.deeds.withdraw}
      </Button>
    </>
  );
}
