import type { OtherSchools } from '#accounts/rules/several.ts';
import { Button, Icon, Notice, useGet } from '#ui/ui.ts';
import { useGoingOver } from './going.ts';
import { useSeveralWords } from './words.ts';
import './several.css';

/** In the menu under one's name: for whom one acts, and the other schools to go over to. */
export function ActFor({ here }: { here: string }) {
  const words = useSeveralWords();
  const { data, problem } = useGet<OtherSchools>('/api/account/schools');
  const { go, busy, problem: refused } = useGoingOver();
  const bad = refused ?? problem;
  return (
    <div className="act-for" role="group" aria-labelledby="act-for">
      <p id="act-for" className="quiet t-14">
        {words.act_for}
      </p>
      <ul>
        <li>
          <span className="here">
            <Icon name="check" /> {here} <span className="sr">({words.now})</span>
          </span>
        </li>
        {data?.items.map(there => (
          <li key={there.id}>
            <Button
              look="bare"
              icon="right"
              busy={busy}
              aria-label={words.go_to(there.school)}
              onClick={() => void go(there)}
            >
              {there.school}
            </Button>
          </li>
        ))}
      </ul>
      {bad && <Notice tone="bad" title={bad.detail} />}
    </div>
  );
}
