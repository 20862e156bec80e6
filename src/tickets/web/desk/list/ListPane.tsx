import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Notice, Problem, Skeleton } from '#ui/ui.ts';
import { askCounts, askList } from '../asking.ts';
import { viewOf, type Filters } from '../filters.ts';
import { useDeskWords } from '../words/use-words.ts';
import { Chips } from './Chips.tsx';
import { EmptyList } from './EmptyList.tsx';
import './list-pane.css';
import { SearchBox } from './SearchBox.tsx';
import { TicketGrid } from './TicketGrid.tsx';

/** What fits the filters: how many, which filters, the tickets. */
export function ListPane({ filters }: { filters: Filters }) {
  const words = useDeskWords();
  const list = useInfiniteQuery(askList(filters));
  const total = useQuery(askCounts(filters)).data?.total;
  const tickets = list.data?.pages.flatMap(page => page.items) ?? [];
  const view = viewOf(filters);
  return (
    <section className="list-pane" aria-labelledby="list-name">
      <header>
        <h1 id="list-name">{words.views[view ?? 'found']}</h1>
        <span className="quiet t-13" role="status">
          {total !== undefined && words.list.total(total)}
        </span>
      </header>
      <div className="narrow-down">
        <SearchBox filters={filters} />
        <Chips filters={filters} />
      </div>
      {list.isPending && <Skeleton lines={9} />}
      {list.error instanceof Problem && (
        <Notice tone="bad" title={words.list.failed}>
          <p>{list.error.detail}</p>
          <Button onClick={() => void list.refetch()}>{words.list.again}</Button>
        </Notice>
      )}
      {list.data && tickets.length === 0 && <EmptyList view={view} />}
      {tickets.length > 0 && (
        <TicketGrid
          tickets={tickets}
          total={total}
          old={list.isPlaceholderData}
          onEnd={list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined}
          more={list.hasNextPage}
        />
      )}
    </section>
  );
}
