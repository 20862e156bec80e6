import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Team } from '#accounts/rules/team.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { api, Button, Nothing, NotYet } from '#ui/ui.ts';
import { askGroups } from '../asking.ts';
import { askTeams } from './asking.ts';
import './handing.css';
import { useSaid } from './keeping.ts';
import { TeamRules } from './TeamRules.tsx';
import { TeamSheet } from './TeamSheet.tsx';
import { useHandingWords } from './words.ts';

/** Who works which kind of ticket together, and what goes to them by itself. */
export function TeamsPage() {
  const all = useHandingWords();
  const words = all.teams;
  const asked = useQuery(askTeams());
  const { data } = asked;
  const [sheet, setSheet] = useState<Team | 'new'>();
  return (
    <WorkPage
      above={<Link to="/desk/settings">{all.settings}</Link>}
      title={words.title}
      lead={words.lead}
      deeds={
        data?.can.add && (
          <Button icon="plus" onClick={() => setSheet('new')}>
            {words.add}
          </Button>
        )
      }
    >
      <NotYet asked={asked} lines={6} words={all} />
      {data?.items.length === 0 && <Nothing title={words.none} hint={words.none_hint} />}
      {data && data.items.length > 0 && (
        <ul className="lines">
          {data.items.map(team => (
            <TeamLine key={team.id} team={team} onChange={() => setSheet(team)} />
          ))}
        </ul>
      )}
      {data && <TeamRules teams={data.items} />}
      {sheet && <TeamSheet team={sheet === 'new' ? undefined : sheet} onClose={() => setSheet(undefined)} />}
    </WorkPage>
  );
}

function TeamLine({ team, onChange }: { team: Team; onChange: () => void }) {
  const all = useHandingWords();
  const words = all.teams;
  const remove = useRemoving(team);
  const counts = useQuery(askGroups({}, 'team')).data;
  const open = counts?.find(({ key }) => key === String(team.id))?.count ?? 0;
  return (
    <li>
      <span className="line-text">
        <span className="name">{team.name}</span> <span className="quiet">· {all.ways[team.way].name}</span>
        <br />
        <span className="quiet t-13">
          {team.people.map(({ name }) => name).join(', ') || words.nobody}
          {counts && ' · '}
          {counts && (
            <Link to="/desk" search={{ team: String(team.id) }}>
              {words.open(open)}
            </Link>
          )}
        </span>
      </span>
      {team.can.change && (
        <span className="deeds">
          <Button look="bare" small aria-label={words.change_this(team.name)} onClick={onChange}>
            {all.change}
          </Button>
          <Button look="bare" small aria-label={words.remove_this(team.name)} onClick={remove}>
            {all.remove}
          </Button>
        </span>
      )}
    </li>
  );
}

/** Removing is taken back at once, so nothing is asked before. */
function useRemoving({ id, name }: Team): () => void {
  const words = useHandingWords().teams;
  const said = useSaid();
  const path = `/api/teams/${id}`;
  return () =>
    void said(
      async () => words.removed((await api.delete<Team>(path)).name),
      async () => {
        await api.patch<Team>(path, { removed: false });
        return words.back(name);
      },
    );
}
