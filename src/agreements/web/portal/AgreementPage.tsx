import { useSession } from '#accounts/web/accounts.tsx';
import type { Agreement, OwnAgreement, Signature } from '#agreements/rules/agreement.ts';
import { PageHeading } from '#ui/route/router.tsx';
import { buttonClass, Icon, NotYet, useLang, withQuery } from '#ui/ui.ts';
import { Difference } from '../shown/Difference.tsx';
import { Document } from '../shown/Document.tsx';
import { HoursNow, Targets } from '../shown/Targets.tsx';
import './agreement.css';
import { SignForm } from './SignForm.tsx';
import { useOwn } from './use-own.ts';
import { useAgreementWords } from './words.ts';

/** For a school: what holds, what waits for its lead with what is new in it, and what it has signed. */
export function AgreementPage() {
  const words = useAgreementWords();
  const { school } = useSession();
  const { data, problem, reload, put } = useOwn();
  return (
    <div className="page agreement-page">
      <PageHeading title={words.title} tab={words.title} />
      <p className="second">{words.lead(school?.name ?? '')}</p>
      {!data && <NotYet asked={{ data, error: problem, refetch: reload }} lines={9} words={words} />}
      {data && (
        <>
          {data.state !== 'signed' && data.waits && <Waits own={data} waits={data.waits} onSigned={put} />}
          <Holds own={data} />
          <Signed own={data} />
        </>
      )}
    </div>
  );
}

interface WaitsProps {
  own: OwnAgreement;
  waits: Agreement;
  onSigned: (own: OwnAgreement) => void;
}

function Waits({ own, waits, onSigned }: WaitsProps) {
  const words = useAgreementWords();
  const [lang] = useLang();
  const { version } = waits;
  const signed = own.by_school;
  return (
    <section>
      <h2>{signed ? words.countersign(version) : words.waits(version)}</h2>
      <p className="second">
        {[
          waits.effective && words.effective(waits.effective.words),
          signed && words.signed_by(signed.name, signed.role, signed.on.words),
          !signed && (own.leads.length > 0 ? words.waits_for(own.leads.join(', ')) : words.waits_nobody),
          own.reminded && words.reminded(own.reminded.words),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {own.news && (
        <details open>
          <summary>{words.news(own.news.from)}</summary>
          <Difference comparison={own.news} words={words.difference} />
        </details>
      )}
      <header>
        <h3>{words.document(version)}</h3>
        <a
          className={buttonClass({ small: true })}
          href={withQuery(`/api/agreements/${version}/paper`, { lang })}
          target="_blank"
          rel="noreferrer"
        >
          <Icon name="print" /> {words.print}
        </a>
      </header>
      {own.holds.version !== version && <HoursNow agreement={waits} words={words} />}
      <Document agreement={waits} />
      {own.can.sign && <SignForm key={version} waits={waits} onSigned={onSigned} />}
    </section>
  );
}

function Holds({ own: { holds, signed, waits } }: { own: OwnAgreement }) {
  const words = useAgreementWords();
  const ours = signed.some(each => each.holds);
  return (
    <section>
      <h2>{holds.document ? words.holds(holds.version) : words.holds_first}</h2>
      {!ours && <p className="second">{holds.document ? words.unsigned : words.first}</p>}
      <Targets agreement={holds} words={words} />
      {holds.review && (
        <p className="second t-14">
          {words[holds.review.state === 'overdue' ? 'review_overdue' : 'review'](holds.review.on.words)}
        </p>
      )}
      {holds.document && holds.version !== waits?.version && (
        <details>
          <summary>{words.document(holds.version)}</summary>
          <Document agreement={holds} />
        </details>
      )}
    </section>
  );
}

function Signed({ own: { signed } }: { own: OwnAgreement }) {
  const words = useAgreementWords();
  const { school } = useSession();
  const [lang] = useLang();
  if (signed.length === 0 || !school) return null;
  const said = ({ name, role, on, way }: Signature) =>
    [words.signed_by(name, role, on.words), way === 'paper' && words.paper].filter(Boolean).join(', ');
  return (
    <section>
      <h2>{words.signed}</h2>
      <ul className="sheet agreement-signed">
        {signed.map(({ version, by_school, by_group, holds }) => (
          <li key={version}>
            <span>
              <b>{words.version(version)}</b> {holds && <span className="quiet">({words.now})</span>}
              <span className="second t-14 block">
                {words.for_school}: {said(by_school)}
              </span>
              <span className="second t-14 block">
                {words.for_group}: {said(by_group)}
              </span>
            </span>
            <a
              className={buttonClass({ small: true })}
              href={withQuery(`/api/agreements/${version}/signatures/${school.id}/paper`, { lang })}
              target="_blank"
              rel="noreferrer"
            >
              {words.open} <span className="sr">{words.version(version)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
