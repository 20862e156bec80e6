import { useEffect, useState } from 'react';
import type { Notice } from '#status/rules/notice.ts';
import { Link } from '#ui/route/router.tsx';
import { api, Button, Notice as Said, refused, TextField, toast, useSubmit } from '#ui/ui.ts';
import { useStatusWords } from './words.ts';

interface MeTooProps {
  notice: Notice;
  put: (notice: Notice) => void;
  onSaid?: ((notice: Notice) => void) | undefined;
}

/** "Me too" in one click, with what she works with; then how many computers; and when it is solved, whether it works. */
export function MeToo({ notice, put, onSaid }: MeTooProps) {
  const words = useStatusWords();
  const { me_too } = notice;
  if (notice.asked) return <WorksAgain notice={notice} put={put} />;
  if (me_too?.works === true) return <p className="quiet t-14">{words.thanks}</p>;
  if (me_too?.ticket)
    return (
      <p className="t-14">
        {words.still_sent} <Link to={`/tickets/${me_too.ticket}`}>{words.ticket(me_too.ticket)}</Link>
      </p>
    );
  if (me_too) return <Counted key={notice.id} notice={notice} put={put} />;
  return notice.can.me_too ? <SayIt notice={notice} put={put} onSaid={onSaid} /> : null;
}

const path = ({ id }: Notice, more = '') => `/api/status/notices/${id}/me-too${more}`;

/** Takes it back; whoever shows it puts in the answer. */
export const takeBack = (notice: Notice): Promise<Notice> => api.delete<Notice>(path(notice));

function SayIt({ notice, put, onSaid }: MeTooProps) {
  const words = useStatusWords();
  const works_with = useWorksWith();
  const { submit, busy, problem } = useSubmit<Notice>('put');
  const say = async () => {
    const answer = await submit(path(notice), works_with ?? {});
    if (!answer) return;
    put(answer);
    if (onSaid) return onSaid(answer);
    const undo = () => void takeBack(answer).then(put, refused);
    toast({ text: words.said(notice.title), action: { label: words.undo, run: undo } });
  };
  return (
    <div className="me-too">
      {problem && <Said tone="bad" title={problem.detail} />}
      <Button icon="plus" busy={busy} onClick={() => void say()}>
        {words.me_too} <span className="sr">{notice.title}</span>
      </Button>
      <p className="quiet t-14">
        {words.me_too_hint} {works_with && words.sent_with(`${works_with.browser}, ${works_with.system}`)}
      </p>
    </div>
  );
}

/** She is counted; how many computers she may say, and take all of it back. */
function Counted({ notice, put }: MeTooProps) {
  const words = useStatusWords();
  const { submit, busy, problem } = useSubmit<Notice>('put');
  const { browser, system, computers } = notice.me_too!;
  const [count, setCount] = useState(computers?.toString() ?? '');
  const keep = async () => {
    const answer = await submit(path(notice), { browser, system, computers: Number(count) || null });
    if (!answer) return;
    put(answer);
    toast({ text: words.kept });
  };
  return (
    <form
      className="me-too counted"
      noValidate
      onSubmit={event => {
        event.preventDefault();
        void keep();
      }}
    >
      <p>{words.counted}</p>
      <TextField
        label={words.computers}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        value={count}
        error={
          problem?.of('computers') ?? (problem && problem.errors.length === 0 ? problem.detail : undefined)
        }
        onChange={event => setCount(event.target.value)}
      />
      <span className="deeds">
        <Button small type="submit" busy={busy}>
          {words.keep}
        </Button>
        <Button small look="bare" icon="undo" onClick={() => void takeBack(notice).then(put, refused)}>
          {words.undo}
        </Button>
      </span>
    </form>
  );
}

function WorksAgain({ notice, put }: MeTooProps) {
  const words = useStatusWords();
  const { submit, busy, problem } = useSubmit<Notice>('put');
  const answer = async (works: boolean) => {
    const said = await submit(path(notice, '/answer'), { works });
    if (said) put(said);
  };
  return (
    <div className="me-too">
      {problem && <Said tone="bad" title={problem.detail} />}
      <p>{words.asks}</p>
      <span className="deeds">
        <Button icon="check" busy={busy} onClick={() => void answer(true)}>
          {words.works} <span className="sr">{notice.title}</span>
        </Button>
        <Button look="bare" busy={busy} onClick={() => void answer(false)}>
          {words.still} <span className="sr">{notice.title}</span>
        </Button>
      </span>
    </div>
  );
}

/** What she works with, as it would be sent; nothing until it is known. */
function useWorksWith() {
  const [found, setFound] = useState<{ browser: string; system: string }>();
  useEffect(() => {
    import('#tickets/web/environment/detect.ts')
      .then(({ detect }) => detect('/'))
      .then(
        ({ browser, system }) => setFound({ browser, system }),
        () => undefined,
      );
  }, []);
  return found;
}
