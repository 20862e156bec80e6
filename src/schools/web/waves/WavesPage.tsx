import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Wave } from '#schools/rules/wave.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { api, attempt, Button, Nothing, NotYet } from '#ui/ui.ts';
import { useSchoolListWords } from '../list/asking.ts';
import { useSchoolsLive } from '../use-schools-live.ts';
import { askWaves } from './asking.ts';
import { WaveSheet } from './WaveSheet.tsx';

/** The waves, the next one first: how many schools each has, and when it is planned. */
export function WavesPage() {
  const all = useSchoolListWords();
  const words = all.waves;
  const asked = useQuery(askWaves());
  const { data } = asked;
  const [editing, setEditing] = useState<Wave | 'new'>();
  useSchoolsLive();
  return (
    <WorkPage
      above={<Link to="/desk/schools">{words.to_schools}</Link>}
      title={words.title}
      lead={words.lead}
      deeds={
        data?.can.change && (
          <Button icon="plus" onClick={() => setEditing('new')}>
            {words.add}
          </Button>
        )
      }
    >
      <NotYet asked={asked} lines={4} words={all} />
      {data?.items.length === 0 && <Nothing title={words.none} hint={words.none_hint} />}
      {data && data.items.length > 0 && (
        <ul className="lines">
          {data.items.map(wave => (
            <WaveLine
              key={wave.id}
              wave={wave}
              {...(data.can.change && { onChange: () => setEditing(wave) })}
            />
          ))}
        </ul>
      )}
      {editing && (
        <WaveSheet wave={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />
      )}
    </WorkPage>
  );
}

function WaveLine({ wave, onChange }: { wave: Wave; onChange?: () => void }) {
  const all = useSchoolListWords();
  const words = all.waves;
  const client = useQueryClient();
  const { id, name, planned_for, schools } = wave;
  const refresh = () => client.invalidateQueries({ queryKey: ['schools'] });
  const set = (removed: boolean, said: string) => api.patch(`/api/waves/${id}`, { removed }).then(() => said);
  const back = () => void attempt(() => set(false, words.back(name)), refresh);
  const remove = () =>
    void attempt(() => set(true, words.removed(name)), refresh, { label: words.undo, run: back });
  return (
    <li>
      <span className="line-text">
        <span className="name">{name}</span>
        <br />
        <span className="quiet t-13">
          <Link to="/desk/schools" search={{ wave: String(id) }}>
            {all.count(schools)}
          </Link>{' '}
          · {planned_for ? words.planned(planned_for.words) : words.unplanned}
        </span>
      </span>
      {onChange && (
        <span className="deeds">
          <Button look="bare" small aria-label={words.change_this(name)} onClick={onChange}>
            {words.change}
          </Button>
          <Button look="bare" small aria-label={words.remove_this(name)} onClick={remove}>
            {words.remove}
          </Button>
        </span>
      )}
    </li>
  );
}
