import { Link, PageHeading } from '#ui/route/router.tsx';
import { buttonClass, type Problem } from '#ui/ui.ts';
import { Button, Notice, useUiWords } from '#ui/ui.ts';
import { usePortalWords } from '../words.ts';

/** Nothing is at this address, or nothing that this person may know of: both look the same. */
export function LostPage() {
  const words = usePortalWords().lost;
  return (
    <div className="page lost-page">
      <PageHeading title={words.title} />
      <p className="second">{words.lead}</p>
      <Link className={buttonClass({ look: 'main' })} to="/">
        {words.home}
      </Link>
    </div>
  );
}

/** In place of what could not be loaded, with the way to try again. */
export function Failed({ problem, retry }: { problem: Problem; retry: () => void }) {
  const words = usePortalWords();
  const ui = useUiWords();
  return (
    <Notice tone="bad" title={words.failed}>
      <p>{problem.detail}</p>
      <Button small onClick={retry}>
        {ui.try_again}
      </Button>
    </Notice>
  );
}
