import { useEffect, useState } from 'react';
import { Link, PageHeading } from '#ui/route/router.tsx';
import type { AfterEnd } from '#tickets/web/beside.tsx';
import { api, Button, buttonClass, refused } from '#ui/ui.ts';
import { useAnswerWords } from '../words.ts';

const undo_ms = 20_000;

/** An answer has solved it: nothing was sent, and for a while it can be taken back. */
export function Solved({ use, title, back, afresh }: { use: number; title: string } & AfterEnd) {
  const words = useAnswerWords().solved;
  const [over, setOver] = useState(false);
  useEffect(() => {
    const end = setTimeout(() => setOver(true), undo_ms);
    return () => clearTimeout(end);
  }, []);
  const undo = () => {
    back();
    void api.delete(`/api/article-uses/${use}`).catch(refused);
  };
  return (
    <div className="answer-solved">
      <PageHeading title={words.title} arriving />
      <p>{words.lead(title)}</p>
      {!over && (
        <p className="deeds">
          <Button icon="undo" onClick={undo}>
            {words.undo}
          </Button>{' '}
          <span className="quiet t-14">{words.undo_hint}</span>
        </p>
      )}
      <p className="deeds">
        <Link className={buttonClass({})} to="/">
          {words.home}
        </Link>
        <Button look="bare" onClick={afresh}>
          {words.afresh}
        </Button>
      </p>
    </div>
  );
}
