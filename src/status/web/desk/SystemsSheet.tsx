import { useState } from 'react';
import { status_limits } from '#status/rules/kinds.ts';
import type { Systems } from '#status/rules/notice.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { Button, IconButton, TextField, toast, useSubmit } from '#ui/ui.ts';
import { useChanged, useDeskStatusWords } from './asking.ts';

interface Line {
  key: number;
  /** None where it is new. */
  id?: number | undefined;
  name_en: string;
  name_fr: string;
}

/** The list of what a notice may be about, for an administrator. */
export function SystemsSheet({ systems, onClose }: { systems: Systems['items']; onClose: () => void }) {
  const words = useDeskStatusWords().systems_form;
  const changed = useChanged();
  const { submit, busy, problem } = useSubmit<Systems>('put');
  const [lines, setLines] = useState<Line[]>(() =>
    systems.map(({ id, name_en, name_fr }) => ({ key: id, id, name_en, name_fr })),
  );
  const change = (key: number, more: Partial<Line>) =>
    setLines(lines.map(line => (line.key === key ? { ...line, ...more } : line)));
  const add = () =>
    setLines([...lines, { key: Math.max(...lines.map(({ key }) => key)) + 1, name_en: '', name_fr: '' }]);
  const save = async () => {
    const items = lines.map(({ id, name_en, name_fr }) => ({ id, name_en, name_fr }));
    if (!(await submit('/api/status/systems', { items }))) return;
    changed();
    toast({ text: words.saved });
    onClose();
  };
  return (
    <SheetForm
      title={words.title}
      deed={words.save}
      cancel={words.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      {lines.map((line, at) => (
        <div key={line.key} className="status-system">
          {(['en', 'fr'] as const).map(lang => (
            <TextField
              key={lang}
              label={words[lang](at + 1)}
              autoComplete="off"
              lang={lang}
              maxLength={status_limits.system}
              value={line[`name_${lang}`]}
              error={problem?.of(`items.${at}.name_${lang}`)}
              onChange={event => change(line.key, { [`name_${lang}`]: event.target.value })}
            />
          ))}
          {lines.length > 1 && (
            <IconButton
              icon="x"
              label={words.remove(line.name_en)}
              onClick={() => setLines(lines.filter(({ key }) => key !== line.key))}
            />
          )}
        </div>
      ))}
      {lines.length < status_limits.systems && (
        <Button small icon="plus" onClick={add}>
          {words.add}
        </Button>
      )}
    </SheetForm>
  );
}
