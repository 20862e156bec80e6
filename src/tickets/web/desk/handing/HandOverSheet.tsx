import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { askSchools } from '#schools/web/schools.ts';
import type { RotaPerson } from '#tickets/rules/absences/absence.ts';
import { category_ids } from '#tickets/rules/categories.ts';
import type { HandedBack, HandedOver, HandOverPreview } from '#tickets/rules/handing/hand-over.ts';
import { priorities } from '#tickets/rules/priority.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { api, Select, TextArea, useSubmit, withQuery } from '#ui/ui.ts';
import { useTicketWords } from '../../words.ts';
import { useSaid } from './keeping.ts';
import { Preview } from './Preview.tsx';
import { Some } from './Some.tsx';
import { useHandingWords } from './words.ts';

interface HandOverSheetProps {
  from: RotaPerson;
  people: readonly RotaPerson[];
  onClose: () => void;
}

/** All of a person's open tickets, or some, to somebody else or back to the teams: seen before it is done. */
export function HandOverSheet({ from, people, onClose }: HandOverSheetProps) {
  const all = useHandingWords();
  const words = all.over;
  const { person: me } = useSession();
  const { submit, busy, problem } = useSubmit<HandedOver>();
  const said = useSaid();
  const [to, setTo] = useState('');
  const [which, setWhich] = useState<Which>({ category: [], priority: [], school: [] });
  const [note, setNote] = useState('');
  const { data } = usePreview(from.id, to, which);
  const hand = async () => {
    const done = await submit('/api/hand-overs', {
      from: from.id,
      to: to || undefined,
      ...chosen(which),
      ...(note.trim() && { note }),
    });
    if (!done) return;
    onClose();
    void said(
      () => Promise.resolve(words.done(done.count)),
      async () => {
        const { back, kept } = await api.post<HandedBack>(`/api/hand-overs/${done.id}/undo`, {});
        return words.back(back, kept);
      },
    );
  };
  return (
    <SheetForm
      title={from.id === me.id ? words.title_mine : words.title(from.name)}
      deed={words.do(data?.count ?? 0)}
      cancel={all.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void hand()}
      onClose={onClose}
    >
      <Select
        label={words.to}
        value={to}
        error={problem?.of('to')}
        onChange={event => setTo(event.target.value)}
      >
        <option value="">{words.choose}</option>
        <option value="teams">{words.to_teams}</option>
        {people
          .filter(({ id, left }) => !left && id !== from.id)
          .map(({ id, name, away }) => (
            <option key={id} value={id}>
              {away ? `${name} (${away})` : name}
            </option>
          ))}
      </Select>
      <Filter which={which} onChange={setWhich} />
      <TextArea
        label={words.note}
        hint={words.note_hint}
        optional
        rows={3}
        value={note}
        error={problem?.of('note')}
        onChange={event => setNote(event.target.value)}
      />
      <Preview preview={data} />
    </SheetForm>
  );
}

type Which = Record<'category' | 'priority' | 'school', readonly string[]>;

/** What is chosen of each; nothing chosen is any. */
const chosen = (which: Which) =>
  Object.fromEntries(Object.entries(which).filter(([, values]) => values.length > 0));

const usePreview = (from: number, to: string, which: Which) =>
  useQuery({
    queryKey: ['handing', 'preview', from, to, which],
    queryFn: ({ signal }) =>
      api.get<HandOverPreview>(withQuery('/api/hand-overs/preview', { from, to, ...which }), { signal }),
    enabled: to !== '',
    placeholderData: keepPreviousData,
  });

function Filter({ which, onChange }: { which: Which; onChange: (which: Which) => void }) {
  const words = useHandingWords().over;
  const labels = useTicketWords();
  const schools = useQuery(askSchools()).data ?? [];
  const options = {
    category: category_ids.map(id => ({ id, name: labels.categories[id] })),
    priority: priorities.map(id => ({ id, name: labels.priorities[id] })),
    school: schools.map(({ id, name }) => ({ id: String(id), name })),
  };
  const names = { category: words.categories, priority: words.priorities, school: words.schools };
  return (
    <fieldset className="field which">
      <legend>{words.which}</legend>
      <div className="somes">
        {(['category', 'priority', 'school'] as const).map(name => (
          <Some
            key={name}
            label={names[name]}
            any={words.any}
            options={options[name]}
            values={which[name]}
            onPick={values => onChange({ ...which, [name]: values })}
          />
        ))}
      </div>
    </fieldset>
  );
}
