import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { columns, type ColumnName } from '#tickets/rules/lists/order.ts';
import { PickSeveral } from '#ui/floating/PickSeveral.tsx';
import type { ListSearch } from '../../filters.ts';
import { useDeskWords } from '../../words/use-words.ts';
import { rememberColumns } from './columns.ts';
import { useListWords } from '../words/use-words.ts';

/** Which columns the table has: in the address, and from now on this person's own on this computer. */
export function ColumnsPick({ search, shown }: { search: ListSearch; shown: readonly ColumnName[] }) {
  const words = useListWords();
  const { find } = useDeskWords().filters;
  const { person } = useSession();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const pick = (names: string[]) => {
    if (names.length === 0) return;
    rememberColumns(person.id, names);
    void navigate({ to: '.', search: { ...search, columns: names.join(',') }, replace: true });
  };
  return (
    <span className="chip">
      <PickSeveral
        label={words.pick_columns}
        find={find}
        values={shown}
        options={columns.map(id => ({ id, name: words.columns[id] }))}
        onPick={pick}
        open={open}
        onOpen={setOpen}
      >
        {words.pick_columns}
      </PickSeveral>
    </span>
  );
}
