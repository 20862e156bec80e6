import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { SchoolSignIn } from '#schools/rules/sign-ins.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { api, Button, NotYet, refused, Select, toast } from '#ui/ui.ts';
import { askSignIns, useLoginWords } from './asking.ts';
import { LettersSheet } from './LettersSheet.tsx';
import { SignInTable } from './SignInTable.tsx';
import './logins.css';

const shows = ['all', 'none', 'letter', 'late'] as const;
type Show = (typeof shows)[number];

/** How all schools sign in and whether each has confirmed its people; letters and reviews for many at once. */
export function SignInsPage() {
  const words = useLoginWords().page;
  const asked = useQuery(askSignIns());
  const [wave, setWave] = useState('');
  const [show, setShow] = useState<Show>('all');
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [making, setMaking] = useState(false);
  const found = asked.data?.filter(school => inWave(school, wave) && fits(school, show)) ?? [];
  const selected = found.filter(({ id }) => chosen.has(id));
  const begin = useBeginning(() => setChosen(new Set()));
  return (
    <WorkPage above={<Link to="/desk/schools">{words.back}</Link>} title={words.title} lead={words.lead}>
      <div className="sign-ins-filters">
        <Select label={words.wave} value={wave} onChange={event => setWave(event.target.value)}>
          <option value="">{words.every_wave}</option>
          <option value="none">{words.no_wave}</option>
          {wavesOf(asked.data ?? []).map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <Select label={words.show} value={show} onChange={event => setShow(event.target.value as Show)}>
          {shows.map(each => (
            <option key={each} value={each}>
              {words.shows[each]}
            </option>
          ))}
        </Select>
      </div>
      <NotYet asked={asked} lines={8} words={words} />
      {asked.data && found.length === 0 && (
        <p className="empty">{asked.data.length ? words.none_found : words.empty}</p>
      )}
      {found.length > 0 && (
        <>
          <div className="deeds sign-ins-deeds">
            <span role="status" className="second">
              {words.selected(selected.length)}
            </span>
            <Button icon="print" disabled={selected.length === 0} onClick={() => setMaking(true)}>
              {words.make}
            </Button>
            <Button
              disabled={selected.length === 0}
              busy={begin.isPending}
              onClick={() => begin.mutate(selected.map(({ id }) => id))}
            >
              {words.review_start}
            </Button>
          </div>
          <SignInTable schools={found} chosen={chosen} onChoose={setChosen} />
        </>
      )}
      {making && <LettersSheet schools={selected} onClose={() => setMaking(false)} />}
    </WorkPage>
  );
}

const inWave = (school: SchoolSignIn, wave: string): boolean =>
  wave === '' || (wave === 'none' ? school.wave === null : String(school.wave?.id) === wave);

const fits = ({ login, review }: SchoolSignIn, show: Show): boolean =>
  show === 'all' || (show === 'late' ? review.state === 'late' : login === show);

const wavesOf = (schools: readonly SchoolSignIn[]) =>
  [...new Map(schools.flatMap(({ wave }) => (wave ? [[wave.id, wave] as const] : []))).values()].sort(
    (one, other) => one.name.localeCompare(other.name),
  );

function useBeginning(done: () => void) {
  const words = useLoginWords().page;
  const client = useQueryClient();
  return useMutation({
    mutationFn: (schools: number[]) => api.post<{ begun: number }>('/api/reviews', { schools }),
    onSuccess: ({ begun }) => {
      toast({ text: words.begun(begun) });
      done();
    },
    onError: refused,
    onSettled: () => client.invalidateQueries({ queryKey: ['school-logins'] }),
  });
}
