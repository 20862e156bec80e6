import { useState } from 'react';
import type { View } from '#tickets/rules/lists/view.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { CheckBox, TextField, toast, useSubmit } from '#ui/ui.ts';
import type { Query } from '../filters.ts';
import { useListWords } from '../list/words/use-words.ts';
import { useKeeping } from './keeping.ts';

interface ViewSheetProps {
  /** The view that is renamed; without it a new one keeps the query. */
  view?: View;
  query?: Query;
  onSaved?: (view: View) => void;
  onClose: () => void;
}

/** A name for a view, and for a new one whether the desk has it too. */
export function ViewSheet({ view, query, onSaved, onClose }: ViewSheetProps) {
  const words = useListWords().views;
  const { refresh } = useKeeping();
  const { submit, busy, problem } = useSubmit<View>(view ? 'patch' : 'post');
  const [name, setName] = useState(view?.name ?? '');
  const [shared, setShared] = useState(false);
  const save = async () => {
    const saved = view
      ? await submit(`/api/views/${view.id}`, { name })
      : await submit('/api/views', { name, shared, query });
    if (!saved) return;
    await refresh();
    toast({ text: view ? words.renamed(saved.name) : words.saved(saved.name) });
    onClose();
    onSaved?.(saved);
  };
  return (
    <SheetForm
      title={view ? words.rename_title : words.new_title}
      deed={view ? words.rename : words.save_this}
      cancel={words.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <TextField
        label={words.name}
        hint={view ? undefined : words.name_hint}
        autoFocus
        autoComplete="off"
        maxLength={60}
        value={name}
        error={problem?.of('name')}
        onChange={event => setName(event.target.value)}
      />
      {!view && (
        <CheckBox
          label={words.share_with_desk}
          checked={shared}
          onChange={event => setShared(event.target.checked)}
        />
      )}
    </SheetForm>
  );
}
