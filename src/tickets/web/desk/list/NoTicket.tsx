import { useSearch } from '@tanstack/react-router';
import { usePageName } from '#ui/parts/WorkPage.tsx';
import { useViews, viewInForce } from '../views/use-views.ts';
import { useDeskWords } from '../words/use-words.ts';

/** The ticket's place while none is open: the page is the list's then. */
export function NoTicket() {
  const words = useDeskWords();
  const search = useSearch({ from: '/tickets' });
  usePageName(viewInForce(useViews(search.view), search).view?.name ?? words.views.found);
  return (
    <div className="no-ticket">
      <p>{words.ticket.pick}</p>
      <p className="t-13">{words.ticket.pick_keys}</p>
    </div>
  );
}
