import { Link } from '#ui/route/router.tsx';
import { buttonClass, Notice } from '#ui/ui.ts';
import { useOwn } from './use-own.ts';
import { useAgreementWords } from './words.ts';

/** On the first page of a lead: an agreement waits for her signature. */
export function AgreementNotice() {
  const words = useAgreementWords().home;
  const { data } = useOwn();
  if (!data?.can.sign || !data.waits) return null;
  return (
    <div className="asks">
      <Notice title={words.waits(data.waits.version)}>
        <Link className={buttonClass({ small: true })} to="/agreement">
          {words.go}
        </Link>
      </Notice>
    </div>
  );
}
