import { useState, type FormEvent } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { forum_limits } from '#forum/rules/limits.ts';
import type { NamesChoice } from '#forum/rules/signing.ts';
import { Button, ErrorSummary, RadioGroup, TextField, toast, useGet, useSubmit } from '#ui/ui.ts';
import { useForumWords } from '../words.ts';

/** For a school's lead: whether her people are named, or their school alone. */
export function NamesPart() {
  const words = useForumWords().names;
  const school = useSession().school?.name ?? '';
  const { data, put } = useGet<{ names: NamesChoice }>('/api/forum/names');
  const [chosen, setChosen] = useState<NamesChoice>();
  const { submit, busy, problem } = useSubmit<{ names: NamesChoice }>('put');
  if (!data) return null;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const saved = await submit('/api/forum/names', { names: chosen ?? data.names });
    if (!saved) return;
    put(saved);
    toast({ text: words.saved });
  };
  return (
    <details className="forum-choice">
      <summary>{words.title}</summary>
      <form onSubmit={event => void save(event)}>
        <ErrorSummary problem={problem} />
        <RadioGroup
          label={words.title}
          name="forum-names"
          value={chosen ?? data.names}
          onChange={setChosen}
          choices={[
            { value: 'school', label: words.school(school), hint: words.school_hint },
            { value: 'person', label: words.person(school), hint: words.person_hint },
          ]}
        />
        <Button type="submit" busy={busy}>
          {words.save}
        </Button>
      </form>
    </details>
  );
}

/** When what nobody answers comes to the desk; the coordinator and an administrator choose it. */
export function DaysPart({ can }: { can: boolean }) {
  const words = useForumWords().days;
  const { data, put } = useGet<{ days: number }>('/api/forum/days');
  const [typed, setTyped] = useState<string>();
  const { submit, busy, problem } = useSubmit<{ days: number }>('put');
  if (!data) return null;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const saved = await submit('/api/forum/days', { days: Number(typed) });
    if (!saved) return;
    put(saved);
    setTyped(undefined);
  };
  return (
    <div className="forum-days t-14">
      <p className="quiet">{words.says(data.days)}</p>
      {can && typed === undefined && (
        <Button small look="bare" onClick={() => setTyped(String(data.days))}>
          {words.change}
        </Button>
      )}
      {typed !== undefined && (
        <form onSubmit={event => void save(event)}>
          <TextField
            label={words.label}
            type="number"
            min={1}
            max={forum_limits.wait_days.most}
            value={typed}
            error={problem?.of('days')}
            autoFocus
            onChange={event => setTyped(event.target.value)}
          />
          <Button small type="submit" busy={busy}>
            {words.save}
          </Button>
        </form>
      )}
    </div>
  );
}
