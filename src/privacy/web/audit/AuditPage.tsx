import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { AuditLine } from '#privacy/rules/audit.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { MorePages } from '#ui/parts/MorePages.tsx';
import { buttonClass, Nothing, NotYet, Time, withQuery } from '#ui/ui.ts';
import { askAudit, useAuditWords } from './asking.ts';
import './audit.css';
import { AuditFilters } from './AuditFilters.tsx';
import { SealsLine } from './SealsLine.tsx';

/** What was done and who looked at what, newest first; the address holds what narrows it. */
export function AuditPage() {
  const words = useAuditWords();
  const search = useSearch({ from: '/desk/audit' });
  const asked = useInfiniteQuery(askAudit(search));
  const lines = asked.data?.pages.flatMap(page => page.items);
  return (
    <WorkPage
      title={words.title}
      lead={words.lead}
      deeds={
        <a className={buttonClass({})} href={withQuery('/api/audit/file', search)} download>
          {words.as_file}
        </a>
      }
    >
      <SealsLine />
      <AuditFilters search={search} />
      <NotYet asked={asked} lines={10} words={words} />
      {lines?.length === 0 && <Nothing title={words.none} hint={words.none_hint} />}
      {lines && lines.length > 0 && <Lines lines={lines} />}
      <MorePages asked={asked}>{words.more}</MorePages>
    </WorkPage>
  );
}

function Lines({ lines }: { lines: readonly AuditLine[] }) {
  const words = useAuditWords();
  return (
    <table className="work-table audit-lines">
      <thead>
        <tr>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.where}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(line => (
          <tr key={line.id}>
            <td className="when">
              <Time moment={line.at} />
            </td>
            <td>
              {line.words}
              {line.by_token && <span className="quiet"> · {words.by_token}</span>}
              <Changes changes={line.changes} />
            </td>
            <td>
              <Where line={line} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Where({ line: { ticket, school } }: { line: AuditLine }) {
  const words = useAuditWords();
  return (
    <>
      {ticket !== null && (
        <Link to="/desk/tickets/$number" params={{ number: String(ticket) }}>
          {words.ticket_is(ticket)}
        </Link>
      )}
      {school && (
        <Link to="/desk/schools/$id" params={{ id: String(school.id) }}>
          {school.name}
        </Link>
      )}
    </>
  );
}

function Changes({ changes }: Pick<AuditLine, 'changes'>) {
  const words = useAuditWords();
  if (changes.length === 0) return null;
  return (
    <details className="t-13">
      <summary>{words.changes(changes.length)}</summary>
      <ul>
        {changes.map(({ field, from, to }) => (
          <li key={field}>
            {field.replaceAll('_', ' ')}: {from || words.nothing} → {to || words.nothing}
          </li>
        ))}
      </ul>
    </details>
  );
}
