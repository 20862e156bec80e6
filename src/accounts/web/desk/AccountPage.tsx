import { useSession } from '#accounts/web/accounts.tsx';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { AccountParts } from '../keys/AccountPage.tsx';
import { useKeyWords } from '../keys/words.ts';

/** My account, at the desk. */
export function AccountPage() {
  const words = useKeyWords().account;
  const { person } = useSession();
  return (
    <WorkPage title={words.title} lead={words.lead(person.name)}>
      <AccountParts />
    </WorkPage>
  );
}
