import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { Agreement } from '#agreements/rules/agreement.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { buttonClass, Icon, Notice, NotYet, Select, useLang, withQuery } from '#ui/ui.ts';
import { Difference } from '../shown/Difference.tsx';
import { Document } from '../shown/Document.tsx';
import { Targets } from '../shown/Targets.tsx';
import { askAgreement, askAgreements, askComparison, useAgreementsLive, useDeskWords } from './asking.ts';
import './desk.css';
import { DraftPart } from './draft/DraftPart.tsx';
import { Marks } from './Marks.tsx';
import { Signings } from './Signings.tsx';

/** One version: a draft is written here, of a published one it is seen who has signed. */
export function AgreementPage() {
  const words = useDeskWords();
  const version = Number(useParams({ from: '/desk/agreements/$version' }).version);
  const asked = useQuery(askAgreement(version));
  const agreement = asked.data;
  useAgreementsLive();
  return (
    <WorkPage
      above={<Link to="/desk/agreements">{words.title}</Link>}
      title={words.version(version)}
      shape="railed"
      {...(agreement && { lead: <Lead agreement={agreement} /> })}
      deeds={agreement?.document && agreement.published && <Print version={version} />}
    >
      <NotYet asked={asked} lines={9} words={words} />
      {agreement?.state === 'draft' && <DraftPart key={version} agreement={agreement} />}
      {agreement && agreement.state !== 'draft' && <Published agreement={agreement} />}
      {agreement && <Compared version={version} />}
    </WorkPage>
  );
}

function Lead({ agreement: { version, state, effective, published, written } }: { agreement: Agreement }) {
  const words = useDeskWords();
  return [
    version === 1 ? words.first : words.states[state],
    effective && words.effective(effective.words),
    published && words.published(published.by ?? '', published.at.words),
    state === 'draft' && words.draft.last(written.by ?? '', written.at.words),
  ]
    .filter(Boolean)
    .join(' · ');
}

function Print({ version }: { version: number }) {
  const words = useDeskWords();
  const [lang] = useLang();
  return (
    <a
      className={buttonClass({})}
      href={withQuery(`/api/agreements/${version}/paper`, { lang })}
      target="_blank"
      rel="noreferrer"
    >
      <Icon name="print" /> {words.print}
    </a>
  );
}

function Published({ agreement }: { agreement: Agreement }) {
  const words = useDeskWords();
  return (
    <>
      <Marked agreement={agreement} />
      {agreement.counts && <Signings agreement={agreement} />}
      <section>
        <h2>{words.targets}</h2>
        <Targets agreement={agreement} words={words} />
        <p className="second t-13">{words.warn_at(agreement.warn_at.map(part => `${part} %`).join(', '))}</p>
      </section>
      {agreement.documents && (
        <section>
          <h2>{words.document}</h2>
          <Document agreement={agreement} />
        </section>
      )}
    </>
  );
}

function Marked({ agreement }: { agreement: Agreement }) {
  const { other_hours, review } = agreement;
  if (!other_hours && (!review || review.state === 'later')) return null;
  return (
    <Notice>
      <Marks line={agreement} />
    </Notice>
  );
}

/** With which version it is compared is in the address. */
function Compared({ version }: { version: number }) {
  const words = useDeskWords();
  const search = useSearch({ from: '/desk/agreements/$version' });
  const navigate = useNavigate();
  const others = useQuery(askAgreements()).data?.items.filter(each => each.version !== version) ?? [];
  const against = Number(search.against) || undefined;
  const comparison = useQuery({ ...askComparison(version, against ?? 0), enabled: against !== undefined });
  if (others.length === 0) return null;
  const choose = (value: string) =>
    void navigate({
      to: '/desk/agreements/$version',
      params: { version: String(version) },
      search: { ...search, against: value ? Number(value) : undefined },
      replace: true,
    });
  return (
    <section>
      <h2>{words.compare.title}</h2>
      <div className="agreement-narrow">
        <Select
          label={words.compare.with}
          value={against ?? ''}
          onChange={({ target }) => choose(target.value)}
        >
          <option value="">{words.compare.choose}</option>
          {others.map(each => (
            <option key={each.version} value={each.version}>
              {words.version(each.version)}
            </option>
          ))}
        </Select>
      </div>
      {against !== undefined && <NotYet asked={comparison} lines={4} words={words} />}
      {against !== undefined && comparison.data && (
        <Difference comparison={comparison.data} words={words.difference} />
      )}
    </section>
  );
}
