import { useSession } from '#accounts/web/accounts.tsx';
import type { Months } from '#reports/rules/statements/statement.ts';
import { Link } from '#ui/route/router.tsx';
import { useGet, useLive } from '#ui/ui.ts';
import '../statement.css';
import { usePageWords } from '../words.ts';

/** On the first page of a lead, one quiet line, and only until she has looked at the newest statement. */
export function FreshStatement() {
  const words = usePageWords();
  const { can } = useSession();
  const { data, reload } = useGet<Months>(can.read_statements ? '/api/statements' : null);
  useLive(
    () => undefined,
    first => !first && reload(),
    ({ kind }) => void (kind === 'statements' && reload()),
  );
  const fresh = data?.items.find(each => each.fresh);
  if (!fresh) return null;
  return (
    <p className="fresh-statement">
      <Link to={`/statements/${fresh.month}`}>{words.home(fresh.name)}</Link>
    </p>
  );
}
