import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { Notice } from '#ui/ui.ts';
import { FoundPart } from '../shown/FoundPart.tsx';
import { soughtOf, type Sought } from '../shown/sought.ts';
import { useFound } from '../shown/use-found.ts';
import { useSearchWords } from '../words.ts';

/** Everything that somebody of the desk may read, by words. */
export function SearchPage() {
  const words = useSearchWords();
  const navigate = useNavigate();
  const sought = soughtOf(useSearch({ strict: false }));
  const { found, problem } = useFound(sought);
  const go = ({ q, kind, area }: Sought) =>
    void navigate({ to: '/desk/search', search: { q: q || undefined, kind, area }, replace: true });
  return (
    <WorkPage title={words.title}>
      <FoundPart
        sought={sought}
        found={found}
        go={go}
        link={(to, content) => <Link to={to}>{content}</Link>}
      />
      {problem && <Notice tone="bad" title={problem.detail} />}
    </WorkPage>
  );
}
