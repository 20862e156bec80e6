import { Suspense, useEffect } from 'react';
import { Link, navigate, PageHeading } from '#ui/route/router.tsx';
import { buttonClass, Icon, Skeleton } from '#ui/ui.ts';
import { usePortalWords } from '../words.ts';
import { arrivedAs } from './sending.ts';
import { SlipDeeds } from './SlipDeeds.tsx';
import { SlipRoads } from './SlipRoads.tsx';
import { useSlips, useWording } from './use-slips.ts';
import { useSlipWords } from './words/use-words.ts';
import './slips.css';

/** One thing that waits: how it stands, its words, and the roads that it can take without this computer’s line. */
export const SlipPage = ({ id }: { id: string }) => (
  <Suspense fallback={<Skeleton lines={8} />}>
    <Shown id={id} />
  </Suspense>
);

function Shown({ id }: { id: string }) {
  const words = useSlipWords();
  const { list } = usePortalWords();
  const worded = useWording();
  const slip = useSlips().find(each => each.id === id);
  // It left while it was looked at: on to what it has become.
  const number = slip ? undefined : arrivedAs.get(id);
  useEffect(() => {
    if (number !== undefined) navigate(`/tickets/${number}`, { replace: true });
  }, [number]);
  if (!slip)
    return (
      <div className="page lost-page">
        <PageHeading title={words.gone} />
        <Link className={buttonClass({ look: 'main' })} to="/tickets">
          {words.to_tickets}
        </Link>
      </div>
    );
  const { refused, subject, ticket, text, written } = slip;
  return (
    <div className="page slip-page">
      <p className="crumb no-print">
        <Link to="/tickets">{list.title}</Link> <Icon name="right" size={12} />{' '}
        <span>{refused ? words.refused : words.waits}</span>
      </p>
      <PageHeading title={ticket === undefined ? subject : words.reply_to(ticket)} />
      <div className={refused ? 'sheet standing refused' : 'sheet standing'} role="status">
        <p className="name">
          <Icon name={refused ? 'warning' : 'clock'} /> {refused ? words.refused : words.waits},{' '}
          {words.written(worded(written))}
        </p>
        {refused && <p>{refused}</p>}
        <p className="second no-print">{refused ? words.refused_lead : words.waiting_lead}</p>
      </div>
      <p className="words">{text}</p>
      <SlipDeeds slip={slip} />
      {ticket === undefined && !refused && <SlipRoads slip={slip} />}
    </div>
  );
}
