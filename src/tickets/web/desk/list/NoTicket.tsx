import { useDeskWords } from '../words/use-words.ts';

/** The ticket's place while none is open. */
export function NoTicket() {
  const words = useDeskWords().ticket;
  return (
    <div className="no-ticket">
      <p>{words.pick}</p>
      <p className="t-13">{words.pick_keys}</p>
    </div>
  );
}
