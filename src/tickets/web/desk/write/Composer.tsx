import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Move } from '#tickets/rules/lifecycle.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { useTicketWords } from '../../words.ts';
import { useDeskWords } from '../words/use-words.ts';
import './composer.css';
import { MoveForm } from './MoveForm.tsx';
import { NoteForm, ReplyForm } from './TextForms.tsx';
import { TopSlot } from './top-slot.ts';
import { useHasDraft } from './use-fields.ts';

/** What is being written: to the school, for the iGroup only, or what a move requires. */
export type Writing = 'reply' | 'note' | Move;

interface ComposerProps {
  ticket: TicketWithMessages;
  writing: Writing;
  /** Rises each time somebody asks to write. */
  asked: number;
  onWrite: (what: Writing) => void;
  /** As onWrite, but the focus stays. */
  onShow: (what: Writing) => void;
  /** A move's form was sent or given up. */
  onLeave: () => void;
}

/** Always in sight. Each kind of text has its own door, its own surface and its own draft. */
export function Composer({ ticket, writing, asked, onWrite, onShow, onLeave }: ComposerProps) {
  const words = useDeskWords().write;
  const { can } = ticket;
  const box = useRef<HTMLElement>(null);
  const hasDraft = useHasDraft(ticket.number);
  const [top, setTop] = useState<HTMLElement | null>(null);
  const { form, gone } = useForm(can.moves, writing);
  // What a note or a pack says stays in the iGroup, so it is written on the note's surface.
  const inside =
    ticket.inside || writing === 'note' || form?.requires.some(name => name === 'note' || name === 'pack');
  useEffect(() => {
    if (asked > 0)
      box.current
        ?.querySelector<HTMLElement>('[role=tabpanel]:not([hidden]) :is(textarea, input, select)')
        ?.focus();
  }, [asked, writing]);
  const kept = hasDraft('reply') || hasDraft('note');
  if (!can.reply && !can.note && !form && !kept)
    return <p className="composer quiet">{words.cannot_write}</p>;
  return (
    <section ref={box} className={`composer${inside ? ' for-igroup' : ''}`} aria-label={words.label}>
      <div className="composer-top">
        <Tabs ticket={ticket} writing={writing} onWrite={onWrite} onShow={onShow} />
        {writing === 'note' ? (
          <p className="recipients">{words.note_hint}</p>
        ) : (
          <div ref={setTop} className="top-slot" />
        )}
      </div>
      {(can.reply || writing === 'reply') && (
        <div role="tabpanel" aria-labelledby="tab-reply" hidden={writing !== 'reply'}>
          <TopSlot value={writing === 'reply' ? top : null}>
            <ReplyForm ticket={ticket} />
          </TopSlot>
        </div>
      )}
      {(can.note || writing === 'note') && (
        <div role="tabpanel" aria-labelledby="tab-note" hidden={writing !== 'note'}>
          <NoteForm ticket={ticket} />
        </div>
      )}
      {form && (
        <div role="tabpanel" aria-labelledby={`tab-${form.move}`}>
          <TopSlot value={top}>
            <MoveForm key={form.move} ticket={ticket} {...form} gone={gone} onDone={onLeave} />
          </TopSlot>
        </div>
      )}
    </section>
  );
}

type Offer = TicketWithMessages['can']['moves'][number];

/** The form of the move that is being written: kept when somebody else was quicker, so that its text stays in sight. */
function useForm(moves: readonly Offer[], writing: Writing): { form: Offer | undefined; gone: boolean } {
  const kept = useRef<Offer>(undefined);
  const offered = moves.find(({ move }) => move === writing);
  if (offered) kept.current = offered;
  return { form: kept.current?.move === writing ? kept.current : undefined, gone: !offered };
}

function Tabs({ ticket: { can }, writing, onWrite, onShow }: Omit<ComposerProps, 'asked' | 'onLeave'>) {
  const words = useDeskWords().write;
  const { moves } = useTicketWords();
  const tabs: { id: Writing; name: string }[] = [
    ...(can.reply || writing === 'reply' ? [{ id: 'reply' as const, name: words.reply }] : []),
    ...(can.note || writing === 'note' ? [{ id: 'note' as const, name: words.note }] : []),
    ...(writing !== 'reply' && writing !== 'note' ? [{ id: writing, name: moves[writing] }] : []),
  ];
  const press = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const to = tabs[(tabs.findIndex(({ id }) => id === writing) + by + tabs.length) % tabs.length]!;
    onShow(to.id);
    document.getElementById(`tab-${to.id}`)?.focus();
  };
  return (
    <div role="tablist" className="tabs" aria-label={words.label}>
      {tabs.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`tab-${id}`}
          aria-selected={id === writing}
          tabIndex={id === writing ? 0 : -1}
          onClick={() => onWrite(id)}
          onKeyDown={press}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
