import { AgreementNotice } from '#agreements/web/portal/AgreementNotice.tsx';
import { FreshChanges } from '#configuration/web/portal/FreshChanges.tsx';
import { FreshTopics } from '#forum/web/portal/FreshTopics.tsx';
import { FreshStatement } from '#reports/web/statements/portal/FreshStatement.tsx';

/** What other houses tell a school on its first page. */
export function ToldAtHome() {
  return (
    <>
      <AgreementNotice />
      <FreshStatement />
      <FreshChanges />
      <FreshTopics />
    </>
  );
}
