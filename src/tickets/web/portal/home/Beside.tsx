import type { Announcement } from '#schools/rules/announcement.ts';
import { Skeleton, useGet, useLive } from '#ui/ui.ts';
import { Failed } from '../frame/LostPage.tsx';
import { MyTickets } from './MyTickets.tsx';
import { Notices } from './Notices.tsx';
import { useNewNotice } from './use-new-notice.ts';
import { useMyTickets } from './use-my-tickets.ts';

/** Beside the question: what the school should know, and what it has asked. Shown together, so that nothing jumps. */
export function Beside() {
  const notices = useGet<{ items: Announcement[] }>('/api/announcements?limit=20');
  const mine = useMyTickets();
  const again = () => {
    notices.reload();
    mine.reload();
  };
  useLive(mine.reload, again, signal => signal.kind === 'announcements' && notices.reload());
  const fresh = useNewNotice(notices.data?.items);
  const there = (notices.data || notices.problem) && mine.tickets;
  return (
    <aside className="beside">
      <p className="sr" role="status">
        {fresh}
      </p>
      {there && <Notices items={notices.data?.items ?? []} />}
      {there && <MyTickets tickets={mine.tickets!} />}
      {!there && (mine.problem ? <Failed problem={mine.problem} retry={again} /> : <Skeleton lines={9} />)}
    </aside>
  );
}
