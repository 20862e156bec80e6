import { useState } from 'react';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { api, Problem, toast, withQuery } from '#ui/ui.ts';
import { useDeskWords } from '../asking.ts';

interface RemoveSheetProps {
  version: number;
  edition: number;
  onDone: () => Promise<void>;
  onClose: () => void;
}

/** Asks before a draft is deleted. */
export function RemoveSheet({ version, edition, onDone, onClose }: RemoveSheetProps) {
  const all = useDeskWords();
  const words = all.draft;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const send = async () => {
    setBusy(true);
    try {
      await api.delete(withQuery(`/api/agreements/${version}`, { edition }));
      toast({ text: words.removed });
      await onDone();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <SheetForm
      title={words.removing}
      deed={words.remove_deed}
      cancel={all.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <p>{words.remove_lead}</p>
    </SheetForm>
  );
}
