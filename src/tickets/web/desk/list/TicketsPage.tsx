import { Outlet, useMatchRoute, useSearch } from '@tanstack/react-router';
import { Suspense } from 'react';
import { ListPane } from './ListPane.tsx';
import './tickets-page.css';
import { useRoom } from '#ui/parts/use-room.ts';

/**
 * The list and, beside it, what was opened from it; or the list alone as a table. On a narrow screen one of the two at
 * a time.
 */
export function TicketsPage() {
  const search = useSearch({ from: '/tickets' });
  const list_alone = useMatchRoute()({ to: '/desk' }) !== false;
  const wide = useRoom();
  const table = wide && list_alone && search.show === 'table';
  return (
    <main className="tickets" data-shows={table ? 'table' : list_alone ? 'list' : 'one'}>
      <ListPane search={search} table={wide ? table : undefined} />
      {/* What is opened may have to fetch its words: the list stays meanwhile. */}
      <Suspense fallback={<div />}>
        <Outlet />
      </Suspense>
    </main>
  );
}
