import { useAnother } from '#ui/ui.ts';
import { useDeskWords } from '../words/use-words.ts';

/** Why it was not sent, beside what was written; and when the ticket changed meanwhile, that it is shown anew. */
export function Refused({
  id,
  sentence,
  status,
}: {
  id?: string;
  sentence: string | undefined;
  status?: number | undefined;
}) {
  const words = useDeskWords().problem;
  const another = useAnother();
  if (!sentence) return null;
  return (
    <p id={id} className="refused" role="alert">
      {sentence} {status === 409 && !another && words.changed_meanwhile}
    </p>
  );
}
