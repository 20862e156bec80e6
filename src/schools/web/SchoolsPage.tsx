import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { Button, Nothing, NotYet } from '#ui/ui.ts';
import { useSchoolListWords, useSchoolRows } from './list/asking.ts';
import './list/list.css';
import { Narrowing } from './list/Narrowing.tsx';
import { SchoolGrid } from './list/SchoolGrid.tsx';
import { narrowed } from './list/search.ts';
import { SelectionBar } from './list/SelectionBar.tsx';
import { useSelecting } from './list/use-selecting.ts';
import { useLoginWords } from './logins/asking.ts';
import { NewSchoolSheet } from './NewSchoolSheet.tsx';
import { useSchoolsLive } from './use-schools-live.ts';

/** All schools, narrowed and sorted by the address; several are selected and moved to a wave. */
export function SchoolsPage() {
  const words = useSchoolListWords();
  const sign_ins = useLoginWords();
  const { can } = useSession();
  const search = useSearch({ from: '/desk/schools' });
  const [in_sight, setInSight] = useState<number[]>([]);
  const rows = useSchoolRows(search, in_sight);
  const selecting = useSelecting(search);
  const [adding, setAdding] = useState(false);
  useSchoolsLive();
  const { total } = rows;
  return (
    <WorkPage
      shape="wide"
      title={words.title}
      lead={<span role="status">{total !== undefined && words.count(total)}</span>}
      deeds={
        <>
          <Link className="button bare" to="/desk/schools/waves">
            {words.waves.to_waves}
          </Link>
          {can.keep_schools && (
            <>
              <Link className="button bare" to="/desk/schools/sign-ins">
                {sign_ins.page.link}
              </Link>
              <Link className="button bare" to="/desk/schools/import">
                {words.import_export}
              </Link>
              <Button icon="plus" onClick={() => setAdding(true)}>
                {words.add}
              </Button>
            </>
          )}
        </>
      }
    >
      <Narrowing search={search} />
      <NotYet asked={rows.asked} lines={9} words={words} />
      {total === 0 &&
        (narrowed(search) ? (
          <p className="empty">{words.none_found}</p>
        ) : (
          <Nothing title={words.none} hint={words.none_hint} />
        ))}
      {total !== undefined && total > 0 && (
        <SchoolGrid
          rows={rows}
          total={total}
          search={search}
          selecting={can.keep_schools ? selecting : undefined}
          onSight={setInSight}
        />
      )}
      {selecting.chosen.size > 0 && <SelectionBar selecting={selecting} total={total ?? 0} />}
      {adding && <NewSchoolSheet onClose={() => setAdding(false)} />}
    </WorkPage>
  );
}
