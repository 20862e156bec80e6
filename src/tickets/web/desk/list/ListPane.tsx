import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { soon, usePageRests } from '#ui/floating/soon.tsx';
import { Button, buttonClass, Icon, IconButton, Notice, Problem, Skeleton } from '#ui/ui.ts';
import type { ListSearch } from '../filters.ts';
import { beginSelecting, clearSelection, useSelection } from '../bulk/selection.ts';
import { useCommands } from '../frame/commands/commands.ts';
import { useFrameWords } from '../frame/words/use-words.ts';
import { useViews, viewInForce } from '../views/use-views.ts';
import { useDeskWords } from '../words/use-words.ts';
import { Chips } from './Chips.tsx';
import { EmptyList } from './EmptyList.tsx';
import { shownColumns } from './rows/columns.ts';
import { layoutOf } from './grid/layout.ts';
import { TicketGrid } from './grid/TicketGrid.tsx';
import { useExtent, useReady } from './grid/use-rows.ts';
import './list-pane.css';
import { SearchBox } from './SearchBox.tsx';
import { useListWords } from './words/use-words.ts';

interface ListPaneProps {
  search: ListSearch;
  /** It has the room for a table; undefined where there is never room for one. */
  table: boolean | undefined;
}

const ViewBar = soon(async () => (await import('../views/ViewBar.tsx')).ViewBar);
const OrderMenu = soon(async () => (await import('./OrderMenu.tsx')).OrderMenu);
const ColumnsPick = soon(async () => (await import('./rows/ColumnsPick.tsx')).ColumnsPick);
const BulkBar = soon(async () => (await import('../bulk/BulkBar.tsx')).BulkBar);

const no_groups = new Set<string>();

/** What fits the filters: how many, which filters, the tickets. */
export function ListPane({ search, table }: ListPaneProps) {
  const words = useDeskWords();
  const rests = usePageRests();
  const { person } = useSession();
  const in_force = viewInForce(useViews(search.view), search);
  const { query, late, error, again } = useReady(search);
  const { extent } = useExtent(query ?? search);
  const total = extent === undefined ? undefined : layoutOf(extent, no_groups).tickets;
  // What has changed is said here, over the list, where it moves nothing.
  const { begun } = useSelection();
  const [changed, setChanged] = useState<HTMLElement | null>(null);
  const columns = useMemo(
    () => (table ? shownColumns(search.columns, person.id) : undefined),
    [table, search.columns, person.id],
  );
  return (
    <section className={table ? 'list-pane as-table' : 'list-pane'} aria-labelledby="list-name">
      <header>
        <h1 id="list-name">{in_force.view?.name ?? words.views.found}</h1>
        <span className="quiet t-13" role="status">
          {total !== undefined && words.list.total(total)}
        </span>
        <div ref={setChanged} className="show-changed" role="status" />
        <span className="list-looks">
          <SelectSwitch />
          <ExportLink search={search} named={in_force.view?.name} />
          {rests && <OrderMenu search={search} />}
          {table !== undefined && <TableSwitch search={search} on={table} />}
        </span>
      </header>
      {rests && <ViewBar search={search} in_force={in_force} />}
      <div className="narrow-down">
        <SearchBox filters={search} />
        <Chips filters={search} />
        {columns && <ColumnsPick search={search} shown={columns} />}
      </div>
      {error instanceof Problem ? (
        <Notice tone="bad" title={words.list.failed}>
          <p>{error.detail}</p>
          <Button onClick={again}>{words.list.again}</Button>
        </Notice>
      ) : !query || extent === undefined ? (
        <Skeleton lines={9} />
      ) : total === 0 ? (
        <EmptyList view={in_force.changed ? undefined : in_force.view?.id} />
      ) : (
        <TicketGrid
          query={query}
          extent={extent}
          late={late}
          search={search}
          columns={columns}
          changed={changed}
        />
      )}
      {begun && <BulkBar search={query ?? search} total={total} />}
    </section>
  );
}

/** For a finger, which has no pointer to show the boxes with, and no keys. */
function SelectSwitch() {
  const words = useListWords();
  const { begun } = useSelection();
  return (
    <span className="by-finger">
      <IconButton
        small
        icon="check"
        label={words.select}
        aria-pressed={begun}
        onClick={begun ? clearSelection : beginSelecting}
      />
    </span>
  );
}

/** The whole list as a file: a page of its own asks which columns. */
function ExportLink({ search, named }: { search: ListSearch; named: string | undefined }) {
  const words = useListWords();
  const { does } = useFrameWords();
  const navigate = useNavigate();
  const there = { to: '/desk/exports/new', search: { ...search, ...(named && { named }) } } as const;
  useCommands([
    { id: 'export', name: does.export, where: 'list', group: 'command', run: () => void navigate(there) },
  ]);
  return (
    <Link
      {...there}
      className={`${buttonClass({ look: 'bare', small: true })} only-icon`}
      title={words.export}
      aria-label={words.export}
    >
      <Icon name="save" />
    </Link>
  );
}

function TableSwitch({ search, on }: { search: ListSearch; on: boolean }) {
  const words = useListWords();
  const navigate = useNavigate();
  const switchTo = (show: 'table' | undefined) =>
    void navigate(
      // A table takes the ticket's place too.
      show ? { to: '/desk', search: { ...search, show } } : { to: '.', search: { ...search, show } },
    );
  return (
    <IconButton
      small
      icon={on ? 'menu' : 'grid'}
      label={on ? words.as_list : words.as_table}
      onClick={() => switchTo(on ? undefined : 'table')}
    />
  );
}
