import { Button } from '#ui/ui.ts';
import { useListWords } from '../words/use-words.ts';

/** Said while rows are held where they are: how many have changed. A press lets them move. */
export function ShowChanged({ count, onShow }: { count: number; onShow: () => void }) {
  const words = useListWords();
  return (
    <Button small onClick={onShow}>
      {words.changed(count)} · {words.show_changed}
    </Button>
  );
}
