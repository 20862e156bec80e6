import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Agreement, AgreementLine } from '#agreements/rules/agreement.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { Button, NotYet, useSubmit } from '#ui/ui.ts';
import { askAgreement, askAgreements, useAgreementsLive, useChanged, useDeskWords } from './asking.ts';
import './desk.css';
import { Marks } from './Marks.tsx';

/** The versions of the agreement, the newest first, and the way to the next one. */
export function AgreementsPage() {
  const words = useDeskWords();
  const asked = useQuery(askAgreements());
  useAgreementsLive();
  return (
    <WorkPage
      title={words.title}
      lead={words.lead}
      deeds={asked.data?.can.write && <Begin lines={asked.data.items} />}
    >
      <NotYet asked={asked} lines={4} words={words} />
      {asked.data && (
        <ul className="lines">
          {asked.data.items.map(line => (
            <Line key={line.version} line={line} />
          ))}
        </ul>
      )}
    </WorkPage>
  );
}

function Begin({ lines }: { lines: readonly AgreementLine[] }) {
  const words = useDeskWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const changed = useChanged();
  const { submit, busy, problem } = useSubmit<Agreement>();
  const last = lines.find(line => line.document);
  const begin = async (from: 'template' | number) => {
    const begun = await submit('/api/agreements', { from });
    if (!begun) return;
    // A draft that was deleted had the same number: nothing of it is to be seen again.
    client.setQueryData(askAgreement(begun.version).queryKey, begun);
    void changed();
    void navigate({ to: '/desk/agreements/$version', params: { version: String(begun.version) } });
  };
  return (
    <>
      {last && (
        <Button look="main" busy={busy} onClick={() => void begin(last.version)}>
          {words.from_version(last.version)}
        </Button>
      )}
      <Button {...(!last && { look: 'main' as const })} busy={busy} onClick={() => void begin('template')}>
        {words.from_template}
      </Button>
      {problem && <p role="alert">{problem.detail}</p>}
    </>
  );
}

function Line({ line }: { line: AgreementLine }) {
  const words = useDeskWords();
  const { version, state, effective, written, published, counts, newest } = line;
  return (
    <li>
      <span className="line-text">
        <Link to="/desk/agreements/$version" params={{ version: String(version) }} className="name">
          {words.version(version)}
        </Link>
        <span className="t-13 quiet block">
          {[
            version === 1 ? words.first : words.states[state],
            effective && words.effective(effective.words),
            newest && words.newest,
            published && words.published(published.by ?? '', published.at.words),
            state === 'draft' && words.written(written.by ?? '', written.at.words),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <Marks line={line} />
      </span>
      {counts && (
        <span className="t-13 second when">
          {(['signed', 'countersign', 'waiting'] as const)
            .map(each => words.counts[each](counts[each]))
            .join(' · ')}
        </span>
      )}
    </li>
  );
}
