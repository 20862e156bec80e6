import { Button, IconButton } from '#ui/ui.ts';
import { useChartWords } from './words/use-words.ts';

/** The buttons over the chart. */
export function Zoom({ zoom, begin }: { zoom: (factor: number) => void; begin: () => void }) {
  const words = useChartWords();
  return (
    <div className="chart-zoom no-print">
      <Button small look="bare" aria-label={words.nearer} title={words.nearer} onClick={() => zoom(1.25)}>
        +
      </Button>
      <Button small look="bare" aria-label={words.farther} title={words.farther} onClick={() => zoom(0.8)}>
        −
      </Button>
      <IconButton small icon="home" label={words.whole} onClick={begin} />
    </div>
  );
}
