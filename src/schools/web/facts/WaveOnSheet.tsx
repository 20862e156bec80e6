import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { WaveOn } from '#schools/rules/facts/fact.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { api, attempt, NotYet, TextField, toast, useSubmit, withQuery } from '#ui/ui.ts';
import { useFactWords } from './asking.ts';

interface WaveOnSheetProps {
  wave: { id: number; name: string };
  /** The day to begin with, YYYY-MM-DD. */
  day: string;
  onClose: () => void;
}

/** A wave enters Stage 1: first which schools would, and which lack what; then one fact for each, taken back at once. */
export function WaveOnSheet({ wave, day: planned, onClose }: WaveOnSheetProps) {
  const { wave: words, ...all } = useFactWords();
  const client = useQueryClient();
  const { submit, busy, problem } = useSubmit<{ facts: number[] }>();
  const [day, setDay] = useState(planned);
  const path = `/api/waves/${wave.id}/stage1`;
  const asked = useQuery({
    queryKey: ['standing', 'wave', wave.id, day],
    queryFn: ({ signal }) => api.get<WaveOn>(withQuery(path, { day }), { signal }),
    placeholderData: keepPreviousData,
    enabled: day !== '',
  });
  const items = asked.data?.items ?? [];
  const moving = items.filter(({ already }) => !already);
  const refresh = () => client.invalidateQueries({ queryKey: ['standing'] });
  const send = async () => {
    const done = await submit(path, { day, schools: moving.map(({ id }) => id) });
    if (!done) return;
    void refresh();
    const back = () =>
      attempt(async () => {
        await api.post('/api/waves/stage1/withdrawal', { facts: done.facts, why: all.a_slip });
        return words.taken_back;
      }, refresh);
    toast({
      text: words.done(done.facts.length, asked.data?.on.words ?? day),
      action: { label: all.undo, run: () => void back() },
    });
    onClose();
  };
  return (
    <SheetForm
      title={words.title(wave.name)}
      deed={words.send(moving.length)}
      cancel={words.cancel}
      busy={busy || moving.length === 0}
      problem={problem}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <TextField
        label={words.day}
        type="date"
        autoFocus
        value={day}
        error={problem?.of('day')}
        onChange={event => setDay(event.target.value)}
      />
      <NotYet asked={asked} lines={4} words={all} />
      {asked.data && (
        <div role="status">
          <p className="name">
            {moving.length > 0 ? words.would(moving.length, asked.data.on.words) : words.none}
          </p>
          <ul className="wave-on">
            {moving.map(({ id, name, lacks }) => (
              <li key={id}>
                {name}{' '}
                <span className="quiet t-13">
                  {lacks.length > 0
                    ? words.lacks(lacks.map(what => all.lacks[what].toLowerCase()).join(', '))
                    : words.lacks_nothing}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {items.length > moving.length && (
        <div>
          <p className="name">{words.already}</p>
          <ul className="wave-on">
            {items.map(
              ({ id, name, already }) =>
                already && (
                  <li key={id}>
                    {name} <span className="quiet t-13">{already.words}</span>
                  </li>
                ),
            )}
          </ul>
        </div>
      )}
    </SheetForm>
  );
}
