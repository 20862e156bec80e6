import { useState } from 'react';
import type { Register, Right } from '#rights/rules/register.ts';
import { calledIn } from '#rights/rules/words.ts';
import { useSession } from '#accounts/web/accounts.tsx';
import { Link, PageHeading } from '#ui/route/router.tsx';
import { buttonClass, CheckBox, Nothing, NotYet, ProgressLine, useGet, useLang, useLive } from '#ui/ui.ts';
import { RightLine } from '../RightLine.tsx';
import { useRightsWords } from '../words.ts';
import { WhoAsks } from './WhoAsks.tsx';

/** The school's own register: for its security contact and its lead. */
export function RightsPage() {
  const words = useRightsWords();
  const { can } = useSession();
  return (
    <div className="page spaced rights-page">
      <header>
        <PageHeading title={words.title} tab={words.title} />
        {can.see_rights && (
          <div className="deeds">
            <Link className={buttonClass({ look: 'main' })} to="/ask/rights">
              {words.ask}
            </Link>
            <a className={buttonClass({})} href="/api/rights/file?ended=all" download>
              {words.as_file}
            </a>
          </div>
        )}
      </header>
      <p className="second">{words.lead}</p>
      {can.see_rights ? <Held /> : <WhoAsks />}
    </div>
  );
}

const most = 200;

function Held() {
  const words = useRightsWords();
  const [ended, setEnded] = useState(false);
  const asked = useGet<Register>(`/api/rights?limit=${most}${ended ? '&ended=all' : ''}`);
  useLive(({ kind }) => kind.startsWith('rights_') && asked.reload(), asked.reload);
  const { data, problem } = asked;
  return (
    <>
      <ProgressLine when={asked.loading} />
      <CheckBox
        label={words.show_ended}
        checked={ended}
        onChange={({ target }) => setEnded(target.checked)}
      />
      {!data && <NotYet asked={{ data, error: problem, refetch: asked.reload }} lines={6} words={words} />}
      {data?.items.length === 0 && <Nothing title={words.none} hint={words.none_hint} />}
      {data && data.items.length > 0 && (
        <ul className="sheet rights-list">
          {data.items.map(right => (
            <RightLine key={right.id} right={right} ticket={toTicket} deeds={<Deeds right={right} />} />
          ))}
        </ul>
      )}
      {data && data.total > data.items.length && (
        <p className="second">{words.shown_of(data.items.length, data.total)}</p>
      )}
    </>
  );
}

const toTicket = (number: number, name: string) => <Link to={`/tickets/${number}`}>{name}</Link>;

function Deeds({ right }: { right: Right }) {
  const words = useRightsWords();
  const [lang] = useLang();
  if (!right.can.change) return null;
  const what = `${calledIn(right, lang)}, ${right.holder.name}`;
  return (
    <>
      <Link
        className={buttonClass({ look: 'bare', small: true })}
        to={`/ask/rights?right=${right.id}&action=change`}
        aria-label={words.change_this(what)}
      >
        {words.change}
      </Link>
      <Link
        className={buttonClass({ look: 'bare', small: true })}
        to={`/ask/rights?right=${right.id}&action=remove`}
        aria-label={words.remove_this(what)}
      >
        {words.remove}
      </Link>
    </>
  );
}
