import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Months } from '#reports/rules/statements/statement.ts';
import { useSession } from '#accounts/web/accounts.tsx';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { buttonClass, Nothing, NotYet, useLive } from '#ui/ui.ts';
import { askMonths } from './asking.ts';
import { SharesTable } from './SharesTable.tsx';
import './statement.css';
import { usePageWords } from './words.ts';

/** The months at the desk: of all schools together, the newest first. */
export function StatementsPage() {
  const words = usePageWords();
  const client = useQueryClient();
  const { roles } = useSession();
  const asked = useQuery(askMonths());
  const { data } = asked;
  useLive(
    ({ kind }) =>
      void (kind === 'statement_closed' && client.invalidateQueries({ queryKey: ['statements'] })),
  );
  return (
    <WorkPage
      above={<Link to="/desk/dashboard">{words.dashboard}</Link>}
      title={words.title}
      lead={words.lead}
      deeds={
        roles.includes('coordinator') && (
          <Link
            to="/desk/statements/$"
            params={{ _splat: 'what-if' }}
            search={{}}
            className={buttonClass({})}
          >
            {words.what_if}
          </Link>
        )
      }
    >
      <NotYet asked={asked} lines={6} words={words} />
      {data && <Running months={data} />}
      {data && data.items.length > 0 && <Closed months={data} />}
    </WorkPage>
  );
}

function Running({ months: { items, running } }: { months: Months }) {
  const words = usePageWords();
  const link = (
    <Link to="/desk/statements/$" params={{ _splat: running.month }} search={{}}>
      {words.running(running.name)}
    </Link>
  );
  if (items.length === 0)
    return (
      <Nothing title={words.none(running.name)} hint={words.none_hint}>
        {link}
      </Nothing>
    );
  return (
    <p>
      {link} <span className="quiet t-13">{words.running_hint(running.closes.words)}</span>
    </p>
  );
}

function Closed({ months: { items } }: { months: Months }) {
  const page = usePageWords();
  const rows = items.map(({ month, name, ...each }) => ({
    ...each,
    key: month,
    name: (
      <Link to="/desk/statements/$" params={{ _splat: month }} search={{}}>
        {name}
      </Link>
    ),
  }));
  return <SharesTable label={page.title} head={page.month} rows={rows} />;
}
