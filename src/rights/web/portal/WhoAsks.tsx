import { useSession } from '#accounts/web/accounts.tsx';
import type { PeopleOfSchool } from '#schools/rules/people.ts';
import { asksForSchool } from '#rights/rules/policy.ts';
import { Link } from '#ui/route/router.tsx';
import { buttonClass, Notice, useGet } from '#ui/ui.ts';
import { useRightsWords } from '../words.ts';
import '../rights.css';

/** Who of one's school asks for rights, by name. */
export function WhoAsks() {
  const words = useRightsWords();
  const { school } = useSession();
  const people = useGet<PeopleOfSchool>(`/api/schools/${school?.id ?? 0}/people`).data?.items ?? [];
  const asking = people.filter(({ left, roles }) => !left && asksForSchool(roles));
  return <Notice title={words.way_asks(asking.map(({ name }) => name).join(', '))} />;
}

/** Beside a question about rights: the way to the form, or who may use it. */
export function WayToRights() {
  const words = useRightsWords();
  const { can } = useSession();
  if (!can.see_rights) return <WhoAsks />;
  return (
    <Notice title={words.way}>
      <Link className={buttonClass({ small: true })} to="/ask/rights">
        {words.ask}
      </Link>
    </Notice>
  );
}
