import type { Import } from '#schools/rules/importing/import.ts';
import { useImportWords } from './asking.ts';

/** What the server does now, beside the requests: this page can be left. */
export function UnderWay({ item: { state, done, total, counts } }: { item: Import }) {
  const words = useImportWords();
  const said =
    state === 'writing'
      ? words.writing((counts?.new ?? 0) + (counts?.changed ?? 0))
      : words.reading(done, total);
  return (
    <div className="under-way">
      <p className="name" role="status">
        {said}
      </p>
      <progress
        {...(state === 'reading' && total !== null && { value: done, max: total })}
        aria-label={words.progress}
      />
      <p className="second">{words.leave_it}</p>
    </div>
  );
}
