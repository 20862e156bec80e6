import type { MayAsk } from '#configuration/rules/request.ts';
import { Link } from '#ui/route/router.tsx';
import { buttonClass, Notice, useGet } from '#ui/ui.ts';
import { usePortalWords } from './words.ts';
import { WhoAsks } from './WhoAsks.tsx';

/** Beside a question about settings: the way to the form of its own, or who of the school has it. */
export function WayToAsk() {
  const words = usePortalWords().way;
  const { data } = useGet<MayAsk>('/api/configuration/asking');
  if (!data || (!data.may && data.people.length === 0)) return null;
  return data.may ? (
    <Notice title={words.title}>
      <p>{words.text}</p>
      <p>
        <Link className={buttonClass({})} to="/ask/configuration">
          {words.go}
        </Link>
      </p>
    </Notice>
  ) : (
    <Notice title={words.not_you}>
      <WhoAsks people={data.people} />
    </Notice>
  );
}
