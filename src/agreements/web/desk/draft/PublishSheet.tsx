import { useState } from 'react';
import type { Agreement } from '#agreements/rules/agreement.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { TextField, toast, useSubmit } from '#ui/ui.ts';
import { useChanged, useDeskWords } from '../asking.ts';

interface PublishSheetProps {
  agreement: Agreement;
  edition: number;
  onDone: () => Promise<void>;
  onClose: () => void;
}

/** From which day it is effective; then it is never changed again. */
export function PublishSheet({ agreement, edition, onDone, onClose }: PublishSheetProps) {
  const all = useDeskWords();
  const words = all.publish;
  const changed = useChanged();
  const [effective_on, setDay] = useState(agreement.earliest ?? '');
  const { submit, busy, problem } = useSubmit<Agreement>();
  const send = async () => {
    const path = `/api/agreements/${agreement.version}/publication`;
    if (!(await submit(path, { edition, effective_on }))) return;
    await onDone();
    toast({ text: words.done });
    void changed();
  };
  return (
    <SheetForm
      title={words.title(agreement.version)}
      deed={words.deed}
      cancel={all.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <p>{words.lead}</p>
      <TextField
        type="date"
        label={words.effective_on}
        min={agreement.earliest ?? undefined}
        value={effective_on}
        error={problem?.of('effective_on')}
        onChange={({ target }) => setDay(target.value)}
      />
    </SheetForm>
  );
}
