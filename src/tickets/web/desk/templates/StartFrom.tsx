import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { filledFrom, startOf } from '#tickets/rules/templates/template.ts';
import { PickMenu } from '#ui/floating/PickMenu.tsx';
import { toast, useLang } from '#ui/ui.ts';
import type { Written } from '../../fields/written.ts';
import { askTemplates } from '../fields/asking.ts';
import { useFieldsWords } from '../fields/words.ts';

interface StartFromProps {
  fields: Written;
  set: (changed: Record<string, string>) => void;
}

/** Begins a new ticket with a template: its empty boxes are filled, and what was written stays. */
export function StartFrom(props: StartFromProps) {
  const { data } = useQuery(askTemplates());
  const usable = data?.items.filter(({ for_whom }) => for_whom !== 'schools') ?? [];
  if (usable.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <Templates {...props} usable={usable} />
    </Suspense>
  );
}

type Usable = Parameters<typeof startOf>[0] & { id: number; name: Record<'en' | 'fr', string> };

function Templates({ fields, set, usable }: StartFromProps & { usable: readonly Usable[] }) {
  const words = useFieldsWords().templates;
  const [lang] = useLang();
  const use = (id: string) => {
    const template = usable.find(one => String(one.id) === id);
    if (!template) return;
    const filled = { ...filledFrom(fields, startOf(template, lang)), template: id };
    const before = Object.fromEntries(Object.keys(filled).map(name => [name, fields[name] ?? '']));
    set(filled);
    toast({ text: words.used(template.name[lang]), action: { label: words.undo, run: () => set(before) } });
  };
  return (
    <div>
      <PickMenu
        label={words.start_from}
        value={fields['template'] ?? ''}
        options={usable.map(({ id, name }) => ({ id: String(id), name: name[lang] }))}
        onPick={use}
        className="start-from"
      >
        {words.start_from}
      </PickMenu>
    </div>
  );
}
