import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSession } from '#accounts/web/accounts.tsx';
import { buttonClass, NotYet } from '#ui/ui.ts';
import { useRightsWords } from '../words.ts';
import { askRegister, useLiveRights } from './asking.ts';
import { RightLines } from './RightLines.tsx';
import '../rights.css';

/** On a school's page: who there has which rights, for those who keep them. */
export function RightsSection({ school }: { school: number }) {
  const { can } = useSession();
  return can.see_rights ? <Rights school={school} /> : null;
}

function Rights({ school }: { school: number }) {
  const words = useRightsWords();
  const asked = useInfiniteQuery(askRegister({ school: String(school) }));
  useLiveRights();
  const rights = asked.data?.pages.flatMap(page => page.items);
  return (
    <section aria-labelledby="rights">
      <header>
        <div>
          <h2 id="rights" tabIndex={-1}>
            {words.title}
          </h2>
          <p className="quiet t-13">{words.lead}</p>
        </div>
        {asked.data?.pages[0]?.can.ask && (
          <Link
            className={buttonClass({ small: true })}
            to="/desk/rights/new"
            search={{ school: String(school) }}
          >
            {words.ask}
          </Link>
        )}
      </header>
      <NotYet asked={asked} lines={3} words={words} />
      {rights?.length === 0 && <p className="quiet">{words.none}</p>}
      {rights && rights.length > 0 && <RightLines rights={rights} />}
      <p className="t-13">
        <Link to="/desk/rights" search={{ school: String(school), ended: 'all' }}>
          {words.show_ended}
        </Link>
      </p>
    </section>
  );
}
