import './draft-words.css';
import type { Keeping } from '../use-draft.ts';
import { useUiWords } from '../words/words.tsx';
import { Button } from '../parts/Button.tsx';

/** Where a text is kept, in a few quiet words that take the same room always. */
export function KeptWords({ keeping: { state } }: { keeping: Keeping }) {
  const words = useUiWords().drafts;
  return (
    <span className="kept-words quiet t-14">
      {state === 'kept' && words.kept}
      <span role="status">{state === 'only_here' && words.only_here}</span>
    </span>
  );
}

/** When two devices have each a text: both are there to choose from, and the other stays at hand. */
export function OtherText({ keeping }: { keeping: Keeping }) {
  const words = useUiWords().drafts;
  if (keeping.other === undefined && !keeping.aside) return null;
  return (
    <div className="other-text" role="status">
      {keeping.other === undefined ? (
        <>
          <span>{words.aside}</span>
          <Button small onClick={keeping.takeAside}>
            {words.take_aside}
          </Button>
          <Button small look="bare" onClick={keeping.dropAside}>
            {words.drop_aside}
          </Button>
        </>
      ) : (
        <>
          <span>{words.other(keeping.other)}</span>
          <Button small onClick={keeping.takeOther}>
            {words.take_other}
          </Button>
          <Button small look="bare" onClick={keeping.keepMine}>
            {words.keep_mine}
          </Button>
        </>
      )}
    </div>
  );
}
