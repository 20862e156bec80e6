import { useEffect, useState, type RefObject } from 'react';
import type { Notice } from '#status/rules/notice.ts';
import { move_names, told_moves, type ToldMove } from '#status/rules/states.ts';
import {
  api,
  Button,
  Notice as Said,
  Prose,
  RadioGroup,
  refused,
  TextArea,
  toast,
  useDraft,
  useLang,
  useSubmit,
} from '#ui/ui.ts';
import { base, useChanged, useDeskStatusWords } from './asking.ts';

interface TellPartProps {
  notice: Notice;
  /** The form, for the command that leads there. */
  form: RefObject<HTMLFormElement | null>;
}

/** What is new, told to all in one step; what is typed is kept until it is told. */
export function TellPart({ notice, form }: TellPartProps) {
  const words = useDeskStatusWords().tell;
  const [lang] = useLang();
  const changed = useChanged();
  const draft = useDraft(`status:${notice.id}`, { text: '', move: '' });
  const { submit, busy, problem } = useSubmit<Notice>();
  const moves = told_moves.filter(move => notice.can.moves.includes(move));
  // What it was written with may not be there any more.
  const move = moves.find(each => each === draft.value.move);
  const open = notice.inside?.open_tickets ?? 0;
  const tell = async () => {
    const answer = await submit(`${base}/${notice.id}/updates`, {
      text: draft.value.text,
      ...(move && { move }),
    });
    if (!answer) return;
    draft.clear();
    changed();
  };
  return (
    <form
      ref={form}
      className="status-tell"
      noValidate
      onSubmit={event => {
        event.preventDefault();
        void tell();
      }}
    >
      <h2>{words.title}</h2>
      <TextArea
        label={words.text}
        hint={move === 'solve' ? words.solve_hint(open) : words.hint(open)}
        rows={3}
        lang={notice.lang}
        value={draft.value.text}
        error={problem?.of('text')}
        onChange={event => draft.change({ text: event.target.value })}
      />
      {moves.length > 0 && (
        <RadioGroup
          name="move"
          label={words.moves}
          choices={[
            { value: '', label: words.nothing },
            ...moves.map(value => ({ value, label: move_names[value][lang] })),
          ]}
          value={move ?? ''}
          onChange={(value: ToldMove | '') => draft.change({ move: value })}
        />
      )}
      {problem && problem.errors.length === 0 && <Said tone="bad" title={problem.detail} />}
      <div className="deeds">
        <Button look="main" type="submit" busy={busy}>
          {words.deed}
        </Button>
      </div>
    </form>
  );
}

/** What was told a moment ago and waits: nobody outside has read it, and its author can take it back. */
export function Waiting({ notice }: { notice: Notice }) {
  const words = useDeskStatusWords();
  const changed = useChanged();
  const update = notice.updates.find(({ leaves_in_seconds }) => leaves_in_seconds !== null);
  const left = useSecondsLeft(update?.id, update?.leaves_in_seconds ?? 0, changed);
  if (!update) return null;
  const back = () =>
    api.delete(`/api/status/updates/${update.id}`).then(() => {
      toast({ text: words.taken_back });
      changed();
    }, refused);
  return (
    <Said title={left > 0 ? words.waits(left) : words.soon}>
      <div lang={notice.lang}>
        <Prose html={update.html} />
      </div>
      {update.mine && (
        <Button small icon="undo" onClick={() => void back()}>
          {words.take_back}
        </Button>
      )}
    </Said>
  );
}

/** How many seconds are left, counted down here; when they are over, what is true is asked for. */
function useSecondsLeft(id: string | undefined, seconds: number, over: () => void): number {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    setLeft(seconds);
    if (id === undefined) return;
    const end = Date.now() + seconds * 1000;
    const tick = setInterval(() => {
      const now = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      setLeft(now);
      if (now === 0) {
        clearInterval(tick);
        over();
      }
    }, 500);
    return () => clearInterval(tick);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- it counts one update down, however often that is drawn
  }, [id]);
  return left;
}
