import { Suspense, type ReactNode } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import type { Announcement } from '#schools/rules/announcement.ts';
import type { Fact } from '#schools/rules/gate.ts';
import type { GatePage as Gate } from '#schools/rules/gate-page.ts';
import { Link, PageHeading } from '#ui/route/router.tsx';
import { buttonClass, Icon, laterWords, Skeleton, useGet, useLive } from '#ui/ui.ts';
import { Failed } from '../frame/LostPage.tsx';
import { Notices } from '../home/Notices.tsx';
import type { GateWords } from './words/en.ts';
import './gate.css';

const useGateWords = laterWords<GateWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});

interface GatePageProps {
  /** The next dates, with the way to ask for a place. */
  trainings?: ReactNode;
  /** What goes wrong now. */
  told?: ReactNode;
}

/**
 * In place of the portal while a school is not open: which fact is missing and who can supply it, what can be done and
 * read now, and the emergency door.
 */
export const GatePage = (props: GatePageProps) => (
  <Suspense
    fallback={
      <div className="page">
        <Skeleton lines={8} />
      </div>
    }
  >
    <AtGate {...props} />
  </Suspense>
);

function AtGate({ trainings, told }: GatePageProps) {
  const words = useGateWords();
  const { school } = useSession();
  const gate = useGet<Gate>('/api/gate');
  const notices = useGet<{ items: Announcement[] }>('/api/announcements?limit=20');
  useLive(
    () => undefined,
    () => (gate.reload(), notices.reload()),
    ({ kind }) => {
      if (kind === 'standing') gate.reload();
      if (kind === 'announcements') notices.reload();
    },
  );
  const name = school?.name ?? '';
  const title = gate.data?.standing.suspended ? words.suspended(name) : words.shut(name);
  return (
    <div className="page gate-page">
      <div>
        <PageHeading title={title} />
        {gate.data ? (
          <>
            <p className="lead" role="status">
              {gate.data.message}
            </p>
            <Facts gate={gate.data} />
            {trainings}
            {told}
            <Now open={gate.data.open} />
          </>
        ) : gate.problem ? (
          <Failed problem={gate.problem} retry={gate.reload} />
        ) : (
          <Skeleton lines={8} />
        )}
      </div>
      <aside>
        <Emergency />
        <Notices items={notices.data?.items ?? []} />
      </aside>
    </div>
  );
}

/** Each fact with its shape and word, and the people who can see to what is missing. */
function Facts({ gate: { missing, standing } }: { gate: Gate }) {
  const words = useGateWords();
  const shown: Fact[] = ['trained', 'stage1', ...(standing.suspended ? (['not_suspended'] as const) : [])];
  return (
    <section className="sheet" aria-labelledby="gate-facts">
      <h2 id="gate-facts">{words.facts}</h2>
      <ul className="gate-facts">
        {shown.map(fact => {
          const lacking = missing.find(each => each.fact === fact);
          return (
            <li key={fact}>
              <Icon name={lacking ? 'clock' : 'check'} />
              <div>
                <p>
                  <b>{words[fact]}</b> · {lacking ? words.missing : words.done}
                </p>
                {lacking && <p className="second">{lacking.words}</p>}
                {lacking && lacking.by.length > 0 && (
                  <p className="t-14">
                    {words.who}: {lacking.by.map(({ name, role }) => words.by(name, role)).join(' · ')}
                  </p>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Now({ open }: Pick<Gate, 'open'>) {
  const words = useGateWords();
  const asks = open.includes('startup_question');
  const reads = open.includes('read_tickets');
  if (!asks && !reads) return null;
  return (
    <section aria-labelledby="gate-now">
      <h2 id="gate-now">{words.now}</h2>
      {asks && <p className="second">{words.ask_hint}</p>}
      <div className="deeds">
        {asks && (
          <Link className={buttonClass({ look: 'main' })} to="/ask?category=onboarding">
            {words.ask}
          </Link>
        )}
        {reads && (
          <Link className={buttonClass({})} to="/tickets">
            {words.read}
          </Link>
        )}
      </div>
    </section>
  );
}

/** Never shut. */
function Emergency() {
  const words = useGateWords();
  return (
    <section className="sheet" aria-labelledby="gate-emergency">
      <h2 id="gate-emergency">{words.emergency}</h2>
      <ul>
        <li>
          <Link to="/emergency?kind=privacy_incident">{words.privacy}</Link>
        </li>
        <li>
          <Link to="/emergency?kind=locked_out">{words.locked_out}</Link>
        </li>
      </ul>
      <p className="quiet t-14">{words.always}</p>
    </section>
  );
}
