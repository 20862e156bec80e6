import { fillIn } from '#tickets/rules/macros/variables.ts';
import { Marked } from '../Marked.tsx';
import { useMacroWords } from '../words.ts';

/** What a macro reads like on a ticket of the town, while it is written. */
export function Reads({ reply, note }: { reply: string; note: string }) {
  const { sheet, sample, sample_day } = useMacroWords();
  const filled = (text: string) => fillIn(text, { ...sample, inDays: sample_day });
  return (
    <section className="macro-reads macro-wide" aria-label={sheet.preview}>
      <h3>{sheet.preview}</h3>
      {!reply.trim() && !note.trim() && <p className="quiet t-13">{sheet.preview_nothing}</p>}
      {reply.trim() && <Marked text={filled(reply)} />}
      {note.trim() && (
        <div className="macro-note">
          <Marked text={filled(note)} />
        </div>
      )}
    </section>
  );
}
