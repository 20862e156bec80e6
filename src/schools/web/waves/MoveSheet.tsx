import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Moving } from '#schools/rules/wave.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { api, attempt, Select, Skeleton, toast, useSubmit } from '#ui/ui.ts';
import { useSchoolListWords } from '../list/asking.ts';
import { askWaves } from './asking.ts';

interface MoveSheetProps {
  schools: readonly number[];
  onMoved: () => void;
  onClose: () => void;
}

/** Schools into a wave: first which would move and from where, then the deed, which can be taken back. */
export function MoveSheet({ schools, onMoved, onClose }: MoveSheetProps) {
  const words = useSchoolListWords().moving;
  const client = useQueryClient();
  const waves = useQuery(askWaves()).data?.items ?? [];
  const [picked, setPicked] = useState<string>();
  const into = picked ?? String(waves[0]?.id ?? 'none');
  const body = { schools };
  const foreseen = useQuery({
    queryKey: ['schools', 'move', into, schools],
    queryFn: () => api.post<Moving>(`/api/waves/${into}/preview`, body),
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
  const { submit, busy, problem } = useSubmit<Moving>();
  const would = foreseen.data?.items ?? [];
  const refresh = () => client.invalidateQueries({ queryKey: ['schools'] });
  const move = async () => {
    const moved = await submit(`/api/waves/${into}/schools`, body);
    if (!moved) return;
    void refresh();
    const name = waves.find(({ id }) => String(id) === into)?.name;
    const count = moved.items.length;
    const back = () => void attempt(() => moveBack(moved).then(() => words.undone), refresh);
    toast({
      text: name === undefined ? words.moved_out(count) : words.moved(count, name),
      ...(count > 0 && { action: { label: words.undo, run: back } }),
    });
    onMoved();
    onClose();
  };
  return (
    <SheetForm
      title={words.title(schools.length)}
      deed={words.deed(would.length)}
      cancel={words.cancel}
      busy={busy || foreseen.isFetching || would.length === 0}
      problem={problem}
      onSubmit={() => void move()}
      onClose={onClose}
    >
      <Select label={words.into} autoFocus value={into} onChange={event => setPicked(event.target.value)}>
        {waves.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        <option value="none">{words.none}</option>
      </Select>
      <section className="move-preview" aria-label={words.preview} aria-busy={foreseen.isFetching}>
        {foreseen.data ? <Foreseen would={would} of={schools.length} /> : <Skeleton lines={3} />}
      </section>
    </SheetForm>
  );
}

/** Each school that would move, with the wave that it comes from. */
function Foreseen({ would, of }: { would: Moving['items']; of: number }) {
  const words = useSchoolListWords().moving;
  if (would.length === 0) return <p>{words.nothing}</p>;
  return (
    <>
      <p className="name" role="status">
        {words.would(would.length)}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what is scrolled can be scrolled by key */}
      <ul tabIndex={0} aria-label={words.preview}>
        {would.map(({ id, name, from }) => (
          <li key={id}>
            <span>{name}</span>
            <span className="quiet">{from ? words.from(from.name) : words.from_none}</span>
          </li>
        ))}
      </ul>
      {of > would.length && <p className="quiet t-13">{words.stays(of - would.length)}</p>}
    </>
  );
}

/** Each school to where it came from, a wave at a time. */
async function moveBack({ items }: Moving): Promise<void> {
  const waveOf = ({ from }: Moving['items'][number]) => from?.id ?? 'none';
  for (const wave of new Set(items.map(waveOf))) {
    const schools = items.filter(each => waveOf(each) === wave).map(({ id }) => id);
    await api.post(`/api/waves/${wave}/schools`, { schools });
  }
}
