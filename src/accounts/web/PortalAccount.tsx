import { Suspense } from 'react';
import '#ui/parts/work-page.css';
import { PageHeading } from '#ui/route/router.tsx';
import { Skeleton } from '#ui/ui.ts';
import { AccountParts } from './keys/AccountPage.tsx';
import { useKeyWords } from './keys/words.ts';
import { useSession } from './SignedIn.tsx';

/** My account, in the portal. */
export const AccountPage = () => (
  <div className="page">
    <Suspense fallback={<Skeleton lines={9} />}>
      <Heading />
      <AccountParts />
    </Suspense>
  </div>
);

function Heading() {
  const words = useKeyWords().account;
  const { person } = useSession();
  return (
    <header>
      <PageHeading title={words.title} />
      <p className="second">{words.lead(person.name)}</p>
    </header>
  );
}
