import { Outlet, useMatchRoute, useSearch } from '@tanstack/react-router';
import { ListPane } from './ListPane.tsx';
import './tickets-page.css';

/** The list and, beside it, what was opened from it. On a narrow screen one of the two at a time. */
export function TicketsPage() {
  const filters = useSearch({ from: '/tickets' });
  const list_alone = useMatchRoute()({ to: '/desk' }) !== false;
  return (
    <main className="tickets" data-shows={list_alone ? 'list' : 'one'}>
      <ListPane filters={filters} />
      <Outlet />
    </main>
  );
}
