import { useSession } from '#accounts/web/accounts.tsx';
import { Link, navigate, PageHeading, useRoute } from '#ui/route/router.tsx';
import { buttonClass, Notice, withQuery } from '#ui/ui.ts';
import { FoundPart } from '../shown/FoundPart.tsx';
import { soughtOf, type Sought } from '../shown/sought.ts';
import { useFound } from '../shown/use-found.ts';
import { useSearchWords } from '../words.ts';

/** Everything that a school may read, by words: what answers, and its own tickets. */
export function SearchPage() {
  const words = useSearchWords();
  const { open } = useSession();
  const sought = soughtOf(Object.fromEntries(useRoute().query));
  const { found, problem } = useFound(sought);
  const go = ({ q, kind, area }: Sought) =>
    navigate(withQuery('/search', { q, kind, area }), { replace: true });
  return (
    <div className="page">
      <PageHeading title={words.title} />
      <FoundPart
        sought={sought}
        found={found}
        go={go}
        link={(to, content) => <Link to={to}>{content}</Link>}
        instead={
          open.includes('startup_question') && (
            <Link to={withQuery('/ask', { subject: sought.q })} className={buttonClass({ look: 'main' })}>
              {words.ask}
            </Link>
          )
        }
      />
      {problem && <Notice tone="bad" title={problem.detail} />}
    </div>
  );
}
