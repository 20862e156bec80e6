import { Icon } from '#ui/ui.ts';
import { useListWords } from '../list/words/use-words.ts';

/** Beside a ticket that only the iGroup sees: a lock, and in words, which where there is no room are read out alone. */
export function InsideSign({ small = false }: { small?: boolean }) {
  const { inside } = useListWords();
  return (
    <b className="inside-sign" title={inside}>
      <Icon name="lock" size={12} /> <span className={small ? 'sr' : undefined}>{inside}</span>
    </b>
  );
}
