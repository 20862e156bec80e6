import { useState } from 'react';
import { Button, IconButton } from '#ui/ui.ts';
import { MoveSheet } from '../waves/MoveSheet.tsx';
import { useSchoolListWords } from './asking.ts';
import type { Selecting } from './use-selecting.ts';

/** How many schools are selected, and what can be done with them: under the list, which stays as it is. */
export function SelectionBar({ selecting, total }: { selecting: Selecting; total: number }) {
  const words = useSchoolListWords();
  const [moving, setMoving] = useState(false);
  const { chosen, all, clear } = selecting;
  return (
    <section className="selection-bar" aria-label={words.with_selected}>
      <b role="status">{words.selected(chosen.size)}</b>
      <Button onClick={() => setMoving(true)}>{words.move}</Button>
      {chosen.size < total && (
        <Button look="bare" small onClick={() => all(total)}>
          {words.select_all(total)}
        </Button>
      )}
      <IconButton small icon="x" label={words.unselect} onClick={clear} />
      {moving && <MoveSheet schools={[...chosen]} onMoved={clear} onClose={() => setMoving(false)} />}
    </section>
  );
}
