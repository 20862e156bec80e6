import type { Notice } from '#status/rules/notice.ts';
import type { AfterEnd } from '#tickets/web/beside.tsx';
import { Link, PageHeading } from '#ui/route/router.tsx';
import { Button, buttonClass, refused } from '#ui/ui.ts';
import { takeBack } from './MeToo.tsx';
import { useStatusWords } from './words.ts';

/** She has said "me too" in place of a question: nothing was sent, and it can be taken back. */
export function Instead({ notice, back, afresh }: { notice: Notice } & AfterEnd) {
  const words = useStatusWords().instead;
  const undo = () => {
    back();
    void takeBack(notice).catch(refused);
  };
  return (
    <div className="status-instead">
      <PageHeading title={words.title} arriving />
      <p>{words.lead(notice.title)}</p>
      <p className="second">{words.follow}</p>
      <p className="deeds">
        <Link className={buttonClass({})} to="/">
          {words.home}
        </Link>
        <Button icon="undo" onClick={undo}>
          {words.back}
        </Button>
        <Button look="bare" onClick={afresh}>
          {words.afresh}
        </Button>
      </p>
    </div>
  );
}
