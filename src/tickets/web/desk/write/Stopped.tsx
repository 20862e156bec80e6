import { useContext } from 'react';
import { createPortal } from 'react-dom';
import { Button } from '#ui/ui.ts';
import { useUndoWords } from '../undo/words.ts';
import { useDeskWords } from '../words/use-words.ts';
import { TopSlot } from './top-slot.ts';
import type { Guard } from './use-guard.ts';

/** Who will read it, above the text: as it was when the writing started; who came later is marked. */
export function Readers({ guard, school }: { guard: Guard; school: string }) {
  const words = useDeskWords().write;
  const slot = useContext(TopSlot);
  if (!slot) return null;
  return createPortal(
    <p className="recipients quiet">
      <span>{words.to}</span>
      {guard.readers.map(({ id, name, fresh }) => (
        <span key={id} className="tag" data-fresh={fresh || undefined}>
          {name}
        </span>
      ))}
      <span className="tag">{school}</span>
    </p>,
    slot,
  );
}

/** Why it has not left, with what can be done; the text stays in its box. */
export function Stopped({ guard }: { guard: Guard }) {
  const words = useUndoWords();
  const { stop } = guard;
  if (!stop) return null;
  return (
    <div className="stopped" role="alert">
      <p>
        {stop === 'audience'
          ? words.first.audience(guard.readers.map(({ name }) => name).join(', '))
          : words.first[stop]}
      </p>
      {stop === 'audience' && (
        <Button small onClick={guard.accept}>
          {words.accept_audience}
        </Button>
      )}
    </div>
  );
}
