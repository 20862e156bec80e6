import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Checklist } from '#tickets/rules/tasks/checklist.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { api, attempt, Button, Nothing, NotYet, useLive } from '#ui/ui.ts';
import { useTicketWords } from '../../words.ts';
import { askChecklists } from './asking.ts';
import { ChecklistSheet } from './ChecklistSheet.tsx';
import './checklists.css';
import { useChecklistsWords } from './words/use-words.ts';

/** The checklists, each with the categories that get it by themselves. */
export function ChecklistsPage() {
  const words = useChecklistsWords();
  const client = useQueryClient();
  const asked = useQuery(askChecklists());
  const { data } = asked;
  const [sheet, setSheet] = useState<Checklist | 'new'>();
  useLive(
    () => {},
    undefined,
    ({ kind }) => {
      if (kind === 'checklists') void client.invalidateQueries({ queryKey: ['checklists'] });
    },
  );
  return (
    <WorkPage
      above={<Link to="/desk/settings">{words.settings}</Link>}
      title={words.title}
      lead={words.lead}
      deeds={
        data?.can.change && (
          <Button icon="plus" onClick={() => setSheet('new')}>
            {words.new}
          </Button>
        )
      }
    >
      <NotYet asked={asked} lines={6} words={words} />
      {data?.items.length === 0 && <Nothing title={words.none} hint={words.none_hint} />}
      {data && data.items.length > 0 && (
        <ul className="lines">
          {data.items.map(list => (
            <ChecklistLine
              key={list.id}
              list={list}
              change={data.can.change}
              onChange={() => setSheet(list)}
            />
          ))}
        </ul>
      )}
      {sheet && (
        <ChecklistSheet list={sheet === 'new' ? undefined : sheet} onClose={() => setSheet(undefined)} />
      )}
    </WorkPage>
  );
}

interface ChecklistLineProps {
  list: Checklist;
  change: boolean;
  onChange: () => void;
}

function ChecklistLine({ list, change, onChange }: ChecklistLineProps) {
  const words = useChecklistsWords();
  const { categories } = useTicketWords();
  const remove = useRemoveChecklist();
  const required = list.items.filter(item => item.required_before_solving).length;
  return (
    <li>
      <span className="line-text">
        <span className="name">{list.name}</span> <br />
        <span className="quiet t-13">
          {list.categories.map(id => categories[id]).join(', ') || words.by_hand} ·{' '}
          {words.items(list.items.length, required)}
        </span>
      </span>
      {change && (
        <span className="deeds">
          <Button look="bare" small aria-label={words.change_this(list.name)} onClick={onChange}>
            {words.change}
          </Button>
          <Button
            look="bare"
            small
            aria-label={words.remove_this(list.name)}
            onClick={() => void remove(list)}
          >
            {words.remove}
          </Button>
        </span>
      )}
    </li>
  );
}

/** Removes a checklist; the line below brings it back. */
function useRemoveChecklist(): (list: Checklist) => Promise<void> {
  const words = useChecklistsWords();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['checklists'] });
  return ({ id, name }) => {
    const path = `/api/checklists/${id}`;
    const back = () => api.patch(path, { removed: false }).then(() => words.restored(name));
    return attempt(() => api.delete(path).then(() => words.removed(name)), refresh, {
      label: words.undo,
      run: () => void attempt(back, refresh),
    });
  };
}
