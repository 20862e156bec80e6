import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { BulkPreview } from '#tickets/rules/bulks/bulk.ts';
import { Button, Problem } from '#ui/ui.ts';
import type { Filters } from '../filters.ts';
import { useSendKeys } from '../write/use-send-keys.ts';
import { askPreview, type Chosen } from './asking.ts';
import { Foreseen } from './Foreseen.tsx';
import { step_kinds, type Does, type Draft } from './steps/kinds.tsx';
import { useBulks } from './use-bulks.ts';
import { useBulkWords } from './words.ts';

interface BulkPanelProps {
  does: Does;
  chosen: Chosen;
  /** What is chosen, before any step. */
  about: BulkPreview;
  filters: Filters;
  onClose: () => void;
}

/** One kind of step: its form, what would come of it, and the button that says what will happen. */
export function BulkPanel({ does, chosen, about, filters, onClose }: BulkPanelProps) {
  const words = useBulkWords();
  const { begin } = useBulks();
  const { Form, name } = step_kinds[does];
  const [draft, setDraft] = useState<Draft>();
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  // After the key has been heard by all: else it would clear the selection as well.
  const leave = () => void setTimeout(onClose);
  const form = useSendKeys({ send: () => void submit(), leave });
  const asked = useQuery({
    ...askPreview(chosen, draft ? [draft.foreseen] : [], filters),
    enabled: draft !== undefined,
  });
  const preview = draft ? asked.data : undefined;
  useEffect(
    () => form.current?.querySelector<HTMLElement>('button, textarea, select, input')?.focus(),
    [form],
  );
  // What would be done is not what is shown, while that is asked for anew.
  const late = asked.isPlaceholderData;
  const submit = async () => {
    setTried(true);
    if (busy || !draft || !preview || late) return;
    if (!draft.step)
      return void setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
    setBusy(true);
    if (!(await begin(chosen, [draft.step], preview.total))) setBusy(false);
  };
  return (
    <form
      ref={form}
      className="bulk-panel"
      aria-label={name(words)}
      noValidate
      onSubmit={event => {
        event.preventDefault();
        void submit();
      }}
    >
      <Form chosen={about} tried={tried} onChange={setDraft} />
      {asked.error instanceof Problem && <p className="refused">{asked.error.detail}</p>}
      {preview && <Foreseen preview={preview} late={late} />}
      <div className="go">
        <Button look="bare" onClick={onClose}>
          {words.cancel}
        </Button>
        {preview && preview.will > 0 && (
          <Button look="main" type="submit" busy={busy || late}>
            {preview.speaks ? words.send(preview.will) : words.go(preview.will)}
          </Button>
        )}
      </div>
    </form>
  );
}
