import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { category_ids, type Category } from '#tickets/rules/categories.ts';
import type { Checklist } from '#tickets/rules/tasks/checklist.ts';
import { PickSeveral } from '#ui/floating/PickSeveral.tsx';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { TextField, toast, useSubmit } from '#ui/ui.ts';
import { useTicketWords } from '../../words.ts';
import { ItemFields, type ItemField } from './ItemFields.tsx';
import { useChecklistsWords } from './words/use-words.ts';

interface ChecklistSheetProps {
  /** Which to change; none is a new one. */
  list: Checklist | undefined;
  onClose: () => void;
}

/** A checklist's name, who gets it, and its items in their order. */
export function ChecklistSheet({ list, onClose }: ChecklistSheetProps) {
  const all = useChecklistsWords();
  const words = all.form;
  const labels = useTicketWords().categories;
  const client = useQueryClient();
  const { submit, busy, problem } = useSubmit<Checklist>(list ? 'patch' : 'post');
  const [name, setName] = useState(list?.name ?? '');
  const [categories, setCategories] = useState<readonly Category[]>(list?.categories ?? []);
  const [items, setItems] = useState<readonly ItemField[]>(() => list?.items.map(fieldOf) ?? [empty]);
  const [open, setOpen] = useState(false);
  const save = async () => {
    const body = { name, categories, items: items.filter(({ en }) => en.trim() !== '').map(itemOf) };
    const saved = await submit(list ? `/api/checklists/${list.id}` : '/api/checklists', body);
    if (!saved) return;
    await client.invalidateQueries({ queryKey: ['checklists'] });
    toast({ text: all.saved(saved.name) });
    onClose();
  };
  return (
    <SheetForm
      title={list ? all.change_this(list.name) : words.new_title}
      deed={words.save}
      cancel={words.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <TextField
        label={words.name}
        autoFocus
        autoComplete="off"
        maxLength={60}
        value={name}
        error={problem?.of('name')}
        onChange={event => setName(event.target.value)}
      />
      <div className="field checklist-categories">
        <p className="name">{words.categories}</p>
        <PickSeveral
          label={words.categories}
          find={words.find}
          values={[...categories]}
          options={category_ids.map(id => ({ id, name: labels[id] }))}
          onPick={ids => setCategories(ids as Category[])}
          open={open}
          onOpen={setOpen}
        >
          {categories.map(id => labels[id]).join(', ') || words.choose}
        </PickSeveral>
      </div>
      <ItemFields items={items} onChange={setItems} error={problem?.of('items')} />
    </SheetForm>
  );
}

const empty: ItemField = { en: '', fr: '', required: false };

/** The same text in both languages is written once. */
const fieldOf = ({ text: { en, fr }, required_before_solving }: Checklist['items'][number]): ItemField => ({
  en,
  fr: fr === en ? '' : fr,
  required: required_before_solving,
});

const itemOf = ({ en, fr, required }: ItemField) => ({
  text: fr.trim() === '' ? en : { en, fr },
  required_before_solving: required,
});
