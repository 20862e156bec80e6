import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { api, Select, TextField, toast, useSubmit } from '#ui/ui.ts';
import { useTagWords, type CountedTag } from './asking.ts';

interface SheetProps {
  tag: CountedTag;
  onClose: () => void;
}

export function RenameSheet({ tag, onClose }: SheetProps) {
  const words = useTagWords().page;
  const client = useQueryClient();
  const [name, setName] = useState(tag.name);
  const { submit, busy, problem } = useSubmit('patch');
  const rename = async () => {
    if (!(await submit(`/api/tags/${tag.id}`, { name }))) return;
    void client.invalidateQueries();
    toast({ text: words.renamed(name.trim()) });
    onClose();
  };
  return (
    <SheetForm
      title={words.rename_named(tag.name)}
      deed={words.rename}
      cancel={words.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void rename()}
      onClose={onClose}
    >
      <TextField
        label={words.name}
        autoFocus
        autoComplete="off"
        value={name}
        error={problem?.of('name')}
        onChange={event => setName(event.target.value)}
      />
    </SheetForm>
  );
}

/** Which tag it is read as from then on; what says that it was done takes them apart again. */
export function MergeSheet({ tag, all, onClose }: SheetProps & { all: readonly CountedTag[] }) {
  const words = useTagWords().page;
  const client = useQueryClient();
  const others = all.filter(({ id }) => id !== tag.id);
  const [into, setInto] = useState(String(others[0]!.id));
  const { submit, busy, problem } = useSubmit('patch');
  const refresh = () => void client.invalidateQueries();
  const apart = () =>
    void api.patch(`/api/tags/${tag.id}`, { stands_for: null }).then(() => {
      refresh();
      toast({ text: words.apart_now(tag.name) });
    });
  const merge = async () => {
    if (!(await submit(`/api/tags/${tag.id}`, { stands_for: Number(into) }))) return;
    refresh();
    const name = others.find(({ id }) => String(id) === into)!.name;
    toast({ text: words.merged_now(tag.name, name), action: { label: words.undo, run: apart } });
    onClose();
  };
  return (
    <SheetForm
      title={words.merge_named(tag.name)}
      deed={words.merge}
      cancel={words.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void merge()}
      onClose={onClose}
    >
      <Select
        label={words.into}
        hint={words.merge_hint}
        value={into}
        error={problem?.of('stands_for')}
        onChange={event => setInto(event.target.value)}
      >
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </SheetForm>
  );
}
