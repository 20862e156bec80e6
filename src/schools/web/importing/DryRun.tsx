import { useQueryClient } from '@tanstack/react-query';
import type { Import } from '#schools/rules/importing/import.ts';
import { Button, Notice, useSubmit } from '#ui/ui.ts';
import { useImportWords } from './asking.ts';
import { Lines } from './Lines.tsx';

const none = { new: 0, changed: 0, same: 0, refused: 0 };

/** The third step: what would become of each line, before anything does. */
export function DryRun({ item, onBack }: { item: Import; onBack: () => void }) {
  const words = useImportWords();
  const client = useQueryClient();
  const { submit, busy, problem } = useSubmit<Import>();
  const counts = item.counts ?? none;
  const doable = counts.new + counts.changed;
  const start = async () => {
    await submit(`/api/imports/${item.id}/start`, undefined);
    await client.invalidateQueries({ queryKey: ['imports'] });
  };
  return (
    <>
      <Notice tone={doable > 0 ? 'plain' : 'good'} title={words.foreseen(item.kind, counts)}>
        {doable > 0 && <p>{words.at_once}</p>}
        {counts.refused > 0 && <p>{words.refused_stay_out(counts.refused)}</p>}
      </Notice>
      {problem && <Notice tone="bad" title={problem.detail} />}
      <div className="deeds">
        {doable > 0 && (
          <Button look="main" busy={busy} onClick={() => void start()}>
            {words.do_it(item.kind, doable)}
          </Button>
        )}
        <Button onClick={onBack}>{words.back_to_columns}</Button>
      </div>
      <Lines item={item} counts={counts} />
    </>
  );
}

/** What came of the last one; its lines can be looked at for a day. */
export function Result({ item }: { item: Import }) {
  const words = useImportWords();
  const counts = item.counts ?? none;
  return (
    <section className="import">
      <Notice tone="good" title={words.was_done(item.name, item.kind, counts)}>
        {counts.refused > 0 && <p>{words.were_refused(counts.refused)}</p>}
      </Notice>
      <details>
        <summary>{words.its_lines}</summary>
        <Lines item={item} counts={counts} />
      </details>
    </section>
  );
}
